"""The list of cases: filtered as asked, those that are overdue on top."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from taskforce.vocabulary.places import plain
from taskforce.web.cases.models import OPEN_STATES, Case, Decision, Event
from taskforce.web.cases.queries.access import open_to
from taskforce.web.cases.queries.clocks import ToldClock, running
from taskforce.web.people.caller import Caller


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; everything stands in the page's address."""

    text: str = ""
    kind: str = ""
    state: str = ""
    municipality: str = ""
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One case with the clock that runs out first."""

    case: Case
    clock: ToldClock | None

    @property
    def overdue(self) -> bool:
        return self.clock is not None and self.clock.overdue


def rows(caller: Caller, asked: Asked, on: date) -> list[Row]:
    """The cases that the caller sees, and that were asked for."""
    found = open_to(caller).prefetch_related(
        Prefetch("events", Event.objects.order_by("on", "pk")),
        Prefetch("decision", Decision.objects.all()),
    )
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.state:
        states = OPEN_STATES if asked.state == "open" else (asked.state,)
        found = found.filter(state__in=states)
    if asked.municipality:
        found = found.filter(municipality__code=asked.municipality)
    every = [_row(one, on) for one in found if _has(asked.text, one)]
    return sorted((one for one in every if one.overdue or not asked.overdue), key=_urgency)


def _row(case: Case, on: date) -> Row:
    clocks = running(case, on)
    return Row(case, min(clocks, key=lambda one: one.due, default=None))


def _urgency(row: Row) -> tuple[bool, bool, bool, date, int]:
    due = row.clock.due if row.clock else date.max
    return not row.overdue, row.clock is None, not row.case.is_open, due, -row.case.pk


def _has(text: str, case: Case) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    said = plain(f"{case.title} {case.whereabouts} {case.reference} {case.number}")
    return all(word in said for word in plain(text).split())
