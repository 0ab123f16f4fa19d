"""How fast reports are answered, told only where there are enough of them to be fair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from django.db.models import QuerySet
from django.utils.timezone import localtime

from taskforce.web.gaps.models import OPEN, Gap, GapState, GapStep, StepKind
from taskforce.web.people.models import Organisation

# With fewer, one hard report would decide the figure of a municipality.
FAIR = 5


@dataclass(frozen=True, slots=True)
class Figures:
    """The reports of a municipality, or of all.

    `median_days` runs from the report to its first answer and is None below five answers;
    `on_time` is the share of the answered, or overdue, that were answered by the promised day,
    and is None below five of them. A report that was opened again has a new day, counted from
    then, and its newest answer is held against it.
    """

    name: str
    received: int
    answered: int
    overdue: int
    median_days: float | None
    on_time: float | None


def figures(on: date) -> tuple[Figures, list[Figures]]:
    """All reports together, then each municipality with at least five."""
    told = Gap.objects.exclude(state=GapState.WITHDRAWN)
    counted = told.order_by().values_list("municipality", flat=True)
    codes = [one for one in set(counted) if list(counted).count(one) >= FAIR]
    places = Organisation.objects.filter(pk__in=codes).order_by("name")
    return _figures("", told, on), [
        _figures(one.name, told.filter(municipality=one), on) for one in places
    ]


def _figures(name: str, reports: QuerySet[Gap], on: date) -> Figures:
    rows = list(reports.values("pk", "received_at", "answered_at", "due_on", "state"))
    first = _first_answers(reports)
    days = [(first[one["pk"]] - one["received_at"]).days for one in rows if one["pk"] in first]
    late = [one for one in rows if one["state"] in OPEN and one["due_on"] < on]
    due = [one for one in rows if one["state"] == GapState.ANSWERED] + late
    kept = [one for one in due if one not in late and _in_time(one["answered_at"], one["due_on"])]
    return Figures(
        name=name,
        received=len(rows),
        answered=sum(one["state"] == GapState.ANSWERED for one in rows),
        overdue=len(late),
        median_days=float(median(days)) if len(days) >= FAIR else None,
        on_time=len(kept) / len(due) if len(due) >= FAIR else None,
    )


def _first_answers(reports: QuerySet[Gap]) -> dict[int, datetime]:
    steps = GapStep.objects.filter(kind=StepKind.ANSWERED, gap__in=reports)
    found: dict[int, datetime] = {}
    for gap, at in steps.order_by("-at").values_list("gap", "at"):
        found[gap] = at
    return found


def _in_time(answered_at: datetime | None, due_on: date) -> bool:
    return answered_at is not None and localtime(answered_at).date() <= due_on
