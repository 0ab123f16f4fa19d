"""Who gets in where among the pages of rankings; a part of the table of every door."""

from __future__ import annotations

from tests.web.who import AWAY, AWAY_OFFICIALS, CONSULTANT, HOME, OFFICIALS, Places, anywhere

_READERS = OFFICIALS | AWAY_OFFICIALS | CONSULTANT | {"operator", "other_operator"}
_ASKERS = CONSULTANT | AWAY_OFFICIALS | {"coordinator"}

RANKINGS: dict[str, Places] = {
    **dict.fromkeys(("ranking", "ranking-export"), anywhere(_READERS)),
    **dict.fromkeys(("ranking-ask", "ranking-requests"), anywhere(_ASKERS)),
    "ranking-request-cancel": {
        HOME: CONSULTANT | {"coordinator"},
        AWAY: CONSULTANT | AWAY_OFFICIALS,
    },
}
