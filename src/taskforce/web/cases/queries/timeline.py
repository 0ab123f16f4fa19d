"""Everything that happened to a case, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.web.cases.models import Case, Event


@dataclass(frozen=True, slots=True)
class Happened:
    """One event; `last` is True for the one that can still be taken back."""

    event: Event
    on: date
    words: str
    reason: str
    last: bool


def timeline(case: Case) -> list[Happened]:
    """The events, the newest first."""
    events = list(case.events.all())
    newest = max((one.pk for one in events), default=None)
    told = [
        Happened(
            one, one.on, str(one.get_kind_display()), one.reason, one.pk == newest and _loose(one)
        )
        for one in events
    ]
    return told[::-1]


def _loose(event: Event) -> bool:
    return event.kind not in ("received", "decided")
