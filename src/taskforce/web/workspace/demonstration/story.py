"""How far each municipality has come in the demonstration: made up, and told by days ago."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.web.commitments.models import Status

_CONTACTED, _INTERESTED = Status.CONTACTED, Status.INTERESTED
_DECIDING, _IN, _PAUSED = Status.DECISION_PENDING, Status.PARTICIPATING, Status.PAUSED


@dataclass(frozen=True, slots=True)
class Chapter:
    """One municipality: its steps as (status, days ago), and who has been named."""

    code: str
    steps: tuple[tuple[Status, int], ...] = ()
    coordinator: bool = False
    # Days since the coordinator last confirmed; None for never.
    confirmed_days_ago: int | None = None
    deputy: bool = False
    # Days since the last contact, and until the next step (negative: overdue).
    talked_days_ago: int | None = None
    step_in_days: int | None = None


STORY = (
    Chapter("0253", ((_CONTACTED, 190), (_INTERESTED, 120)), talked_days_ago=35, step_in_days=10),
    Chapter(
        "0259", ((_CONTACTED, 300), (_INTERESTED, 250), (_DECIDING, 60)), True, 40, False, 12, 5
    ),
    Chapter("0265", ((_CONTACTED, 150),), talked_days_ago=80, step_in_days=-9),
    Chapter("0269", ((_CONTACTED, 90),)),
    Chapter("0306", ((_CONTACTED, 420), (_IN, 300)), True, 20, True, 15, 30),
    Chapter("0316", ((_CONTACTED, 330), (_INTERESTED, 210)), True, 210, False, 28, 3),
    Chapter("0320", ((_CONTACTED, 360), (_IN, 190)), True, 100, True, 20, 14),
    Chapter("0326", ((_CONTACTED, 200), (_INTERESTED, 90), (_DECIDING, 21)), True, 15, False, 6, 8),
    Chapter("0329", ((_CONTACTED, 380), (_IN, 150)), True, 60, True, 40),
    Chapter("0330", ((_CONTACTED, 120),), talked_days_ago=100),
    Chapter("0336", ((_CONTACTED, 260), (_INTERESTED, 140)), talked_days_ago=50, step_in_days=-20),
    Chapter("0340", ((_CONTACTED, 400), (_INTERESTED, 350), (_IN, 280)), True, 30, True, 9, 12),
    Chapter("0350", ((_CONTACTED, 310), (_IN, 230), (_PAUSED, 45)), False, None, False, 44, 46),
    Chapter("0360", ((_CONTACTED, 390), (_DECIDING, 75)), True, None, False, 18, -2),
    Chapter("0370", ((_CONTACTED, 170), (_INTERESTED, 60)), talked_days_ago=22, step_in_days=20),
    Chapter("0376", ((_CONTACTED, 500), (_IN, 420)), True, 10, True, 4, 21),
    Chapter("0390"),
)
