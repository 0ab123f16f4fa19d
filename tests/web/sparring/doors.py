"""Who gets in where at the sparring desk; a part of the table of every door."""

from __future__ import annotations

from tests.web.who import (
    AWAY,
    AWAY_OFFICIALS,
    CONSULTANT,
    HOME,
    OFFICIALS,
    Places,
    anywhere,
    at_places,
)

# The question at home is Sorø's, the one away Lolland's; the taskforce reads both.
_SEES: Places = {HOME: OFFICIALS | CONSULTANT, AWAY: AWAY_OFFICIALS | CONSULTANT}
# Consent is the coordinator's own word; the taskforce never gives it for them.
_OWN_WORD: Places = {HOME: frozenset({"coordinator"}), AWAY: AWAY_OFFICIALS}

SPARRING: dict[str, Places] = {
    **dict.fromkeys(
        ("sparring", "sparring-new", "sparring-peers"),
        anywhere(OFFICIALS | AWAY_OFFICIALS | CONSULTANT),
    ),
    **dict.fromkeys(
        (
            "sparring-advice",
            "sparring-advice-new",
            "sparring-figures",
            "sparring-figures-csv",
        ),
        anywhere(CONSULTANT),
    ),
    **dict.fromkeys(("sparring-proposal-consent", "sparring-proposal-withdraw"), _OWN_WORD),
    **dict.fromkeys(
        (
            "sparring-question",
            "sparring-question-json",
            "sparring-message",
            "sparring-close",
            "sparring-effect",
            "sparring-reopen",
        ),
        _SEES,
    ),
    **dict.fromkeys(
        ("sparring-take", "sparring-hours", "sparring-propose", "sparring-advice-change"),
        at_places(CONSULTANT),
    ),
}
