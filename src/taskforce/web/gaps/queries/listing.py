"""The list of reports: filtered as asked, those that are overdue on top."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from taskforce.vocabulary.places import plain
from taskforce.web.gaps.models import OPEN, Gap, GapState
from taskforce.web.gaps.queries.access import seen_by
from taskforce.web.people.caller import Caller

# Choices of the filter that are no state of their own.
OPEN_ONES, OVERDUE = "open", "overdue"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; everything stands in the page's address."""

    q: str = ""
    state: str = ""
    kind: str = ""
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One report, whether its answer is late, and how many there are of the same place."""

    gap: Gap
    overdue: bool
    alike: int

    @property
    def look(self) -> str:
        """How its state looks."""
        looks = {GapState.UNDER_WAY: "going", GapState.ANSWERED: "done", GapState.WITHDRAWN: ""}
        return "overdue" if self.overdue else looks.get(GapState(self.gap.state), "waiting")


def rows(caller: Caller, asked: Asked, on: date) -> list[Row]:
    """The reports that the caller sees, and that were asked for."""
    found = _in_state(seen_by(caller), asked.state, on)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.municipality:
        found = found.filter(municipality__code=asked.municipality)
    counted = _counted()
    every = [_row(one, on, counted) for one in found if _has(asked.q, one)]
    return sorted(every, key=_urgency)


def _in_state(found: QuerySet[Gap], state: str, on: date) -> QuerySet[Gap]:
    if state == OVERDUE:
        return found.filter(state__in=OPEN, due_on__lt=on)
    if state == OPEN_ONES:
        return found.filter(state__in=OPEN)
    return found.filter(state=state) if state else found


def _counted() -> Counter[tuple[str, str]]:
    told = Gap.objects.exclude(cell="").exclude(state=GapState.WITHDRAWN)
    return Counter(told.filter(erased_at__isnull=True).order_by().values_list("cell", "kind"))


def _row(gap: Gap, on: date, counted: Counter[tuple[str, str]]) -> Row:
    among = counted[gap.cell, gap.kind]
    return Row(gap, gap.is_overdue(on), max(among - 1, 0) if gap.erased_at is None else 0)


def _urgency(row: Row) -> tuple[bool, bool, date, int]:
    return not row.overdue, not row.gap.is_open, row.gap.due_on, -row.gap.pk


def _has(text: str, gap: Gap) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    said = plain(f"{gap.label} {gap.what} {gap.operator} {gap.number}")
    return all(word in said for word in plain(text).split())
