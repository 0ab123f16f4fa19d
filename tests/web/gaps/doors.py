"""Who gets in where among the pages of missing coverage; a part of the table of every door."""

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
)

_READERS = OFFICIALS | AWAY_OFFICIALS | CONSULTANT
_ANSWERERS = CONSULTANT | AWAY_OFFICIALS | {"coordinator"}
_SEES: Places = {HOME: OFFICIALS | CONSULTANT, AWAY: AWAY_OFFICIALS | CONSULTANT}
_ANSWERS: Places = {HOME: CONSULTANT | {"coordinator"}, AWAY: AWAY_OFFICIALS | CONSULTANT}
_ANSWERED = ["gap-answer", "gap-days", "gap-look-into", "gap-pass-on", "gap-text-change"]
_ANSWERED += ["gap-text-remove"]
_RECEIPT = ("", "-correct", "-data", "-follow", "-reopen", "-stop", "-withdraw")

# A receipt's link is all that one needs; here it is one that nobody has made.
GAPS_ABOUT = {
    "gap-follow-confirm": {"token": "ingen"},
    **{f"gap-receipt{page}": {"token": "ingen"} for page in _RECEIPT},
}
GAPS: dict[str, Places] = {
    **dict.fromkeys(
        ("gap-report", "gap-check", "gap-send", "gaps-overview", "gaps-cells", *GAPS_ABOUT),
        anywhere(EVERYBODY),
    ),
    **dict.fromkeys(("gaps", "gaps-csv"), anywhere(_READERS)),
    **dict.fromkeys(("gap-answers", "gap-text-new"), anywhere(_ANSWERERS)),
    **dict.fromkeys(("gap", "gap-photo"), _SEES),
    **dict.fromkeys(
        (
            "gap-answer",
            "gap-look-into",
            "gap-pass-on",
            "gap-days",
            "gap-text-change",
            "gap-text-remove",
        ),
        _ANSWERS,
    ),
}
