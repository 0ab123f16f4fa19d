"""Who gets in where among the pages of white spots; a part of the table of every door."""

from __future__ import annotations

from tests.web.who import (
    AWAY,
    AWAY_OFFICIALS,
    CONSULTANT,
    EVERYBODY,
    HOME,
    OFFICIALS,
    Places,
    anywhere,
    at_places,
)

_READERS = OFFICIALS | AWAY_OFFICIALS | CONSULTANT
_ASSIGNERS = CONSULTANT | AWAY_OFFICIALS | {"coordinator"}
_OPERATORS = frozenset({"operator", "other_operator"})
_SEES: Places = {HOME: OFFICIALS | CONSULTANT, AWAY: AWAY_OFFICIALS | CONSULTANT}
_KEEPS: Places = {HOME: CONSULTANT | {"coordinator"}, AWAY: AWAY_OFFICIALS | CONSULTANT}
# The answers at home and away are the first operator's; the other one sees neither.
_PROOF: Places = {place: members | {"operator"} for place, members in _SEES.items()}

SPOTS: dict[str, Places] = {
    **dict.fromkeys(
        ("spot-lists", "spot-list", "spot-list-csv", "spot-list-geojson"), anywhere(EVERYBODY)
    ),
    **dict.fromkeys(("spots", "spots-csv"), anywhere(_READERS)),
    "spots-assign": anywhere(_ASSIGNERS),
    **dict.fromkeys(("spot-lists-schedule", "spot-lists-issue"), anywhere(CONSULTANT)),
    "spots-to-answer": anywhere(_OPERATORS),
    "spot-reply": at_places(_OPERATORS),
    "spot": _SEES,
    "spot-follow-up": _KEEPS,
    "spot-answer-proof": _PROOF,
}
