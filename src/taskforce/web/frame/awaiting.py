"""Something that awaits somebody: what it is, where it lies, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Awaiting:
    """One thing to be done, in the reader's own language, with the page to do it on."""

    what: str
    place: str
    path: str
    due: date | None
    overdue: bool


def by_urgency(things: list[Awaiting]) -> list[Awaiting]:
    """Overdue first, the oldest on top; then by date; what has no date comes last."""
    return sorted(things, key=lambda one: (not one.overdue, one.due or date.max, one.what))
