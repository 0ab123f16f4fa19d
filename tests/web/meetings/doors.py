"""Who gets in where among the pages of meetings; a part of the table of every door."""

from __future__ import annotations

from typing import Any

from tests.web.who import (
    AWAY,
    AWAY_OFFICIALS,
    BUSINESS,
    CONSULTANT,
    EVERYBODY,
    HOME,
    OFFICIALS,
    Places,
    anywhere,
    at_places,
)

# Sorø is invited at home, Lolland away; whoever belongs there sees the meeting.
_SEES: Places = {HOME: OFFICIALS | CONSULTANT, AWAY: AWAY_OFFICIALS | CONSULTANT}
_MEMBERS = OFFICIALS | AWAY_OFFICIALS | BUSINESS | CONSULTANT
# The action at home and away is the operator's.
_FINISHES = CONSULTANT | {"operator"}

MEETINGS: dict[str, Places] = {
    **dict.fromkeys(
        ("meetings", "meetings-calendar-new", "meetings-calendar-stop"), anywhere(_MEMBERS)
    ),
    **dict.fromkeys(("public-meetings", "meetings-feed"), anywhere(EVERYBODY)),
    **dict.fromkeys(("public-meeting", "public-meeting-ics"), at_places(EVERYBODY)),
    "meeting-new": anywhere(CONSULTANT),
    **dict.fromkeys(("meeting", "meeting-answer", "meeting-pdf", "meeting-ics"), _SEES),
    **dict.fromkeys(
        (
            "agenda-move",
            "agenda-off",
            "invitee-withdraw",
            "meeting-attendance",
            "meeting-cancel",
            "meeting-change",
            "meeting-fill",
            "meeting-invite",
            "meeting-item",
            "meeting-minutes",
            "meeting-outcome",
            "meeting-send",
            "outcome-remove",
        ),
        at_places(CONSULTANT),
    ),
    "outcome-done": at_places(_FINISHES),
}
MEETINGS_ABOUT: dict[str, dict[str, Any]] = {"meetings-feed": {"token": "ingen"}}
