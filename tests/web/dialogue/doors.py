"""Who gets in where among the pages of dialogues; a part of the table of every door."""

from __future__ import annotations

from tests.web.who import (
    AWAY,
    AWAY_OFFICIALS,
    BUSINESS,
    CONSULTANT,
    HOME,
    OFFICIALS,
    Places,
    anywhere,
)

# The dialogue at home is between Sorø and the operator, the one away between Lolland and it.
_SEES: Places = {
    HOME: OFFICIALS | CONSULTANT | {"operator"},
    AWAY: AWAY_OFFICIALS | CONSULTANT | {"operator"},
}
# The taskforce has opened both; the municipality's coordinator leads with it.
_LEADS: Places = {HOME: CONSULTANT | {"coordinator"}, AWAY: CONSULTANT | AWAY_OFFICIALS}
_KEEPS: Places = {HOME: CONSULTANT | {"coordinator"}, AWAY: CONSULTANT | AWAY_OFFICIALS}
# The agreement is the municipality's, and the contact is the one at the operator.
_FULFILS: Places = {HOME: OFFICIALS | CONSULTANT, AWAY: CONSULTANT | AWAY_OFFICIALS}
_NAMES: Places = {
    HOME: CONSULTANT | {"coordinator", "operator"},
    AWAY: CONSULTANT | AWAY_OFFICIALS | {"operator"},
}

DIALOGUE: dict[str, Places] = {
    **dict.fromkeys(
        ("dialogues", "dialogues-csv"), anywhere(OFFICIALS | AWAY_OFFICIALS | BUSINESS | CONSULTANT)
    ),
    "dialogue-new": anywhere(
        CONSULTANT | AWAY_OFFICIALS | BUSINESS | {"coordinator", "case_officer"}
    ),
    "obstacle-new": anywhere(frozenset({"operator", "other_operator"})),
    "obstacles": _KEEPS,
    **dict.fromkeys(
        (
            "dialogue",
            "dialogue-agreement",
            "dialogue-json",
            "dialogue-message",
            "dialogue-pdf",
            "dialogue-reopen",
        ),
        _SEES,
    ),
    **dict.fromkeys(
        ("dialogue-change", "dialogue-close", "dialogue-party", "participant-remove"), _LEADS
    ),
    **dict.fromkeys(("agreement-change", "agreement-done"), _FULFILS),
    "participant-contact": _NAMES,
}
