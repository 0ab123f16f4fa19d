"""The plans that somebody may see, each with how far it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from taskforce.web.people.caller import Caller
from taskforce.web.plans.models import PlanArea, PlanVersion, RolloutPlan
from taskforce.web.plans.queries import access
from taskforce.web.plans.queries.figures import Figures, for_everyone, summed
from taskforce.web.plans.queries.need import need_by_municipality

_HIDDEN = ("outcomes_hidden", "below_hidden")


@dataclass(frozen=True, slots=True)
class Row:
    """One plan: its newest version, what awaits a yes, and the figures that the reader may see."""

    plan: RolloutPlan
    newest: PlanVersion | None
    waiting: PlanVersion | None
    figures: Figures
    municipalities: tuple[str, ...]


def rows(caller: Caller) -> list[Row]:
    """The plans by operator and name."""
    return [_row(caller, plan) for plan in access.open_to(caller).prefetch_related("versions")]


def _row(caller: Caller, plan: RolloutPlan) -> Row:
    versions = list(plan.versions.all())
    areas = list(access.areas_for(caller, plan))
    return Row(
        plan,
        newest=next((one for one in versions if not one.waits), None),
        waiting=next((one for one in versions if one.waits), None)
        if access.keeps(caller, plan)
        else None,
        figures=figures_for(caller, plan, areas),
        municipalities=tuple(dict.fromkeys(one.municipality.name for one in areas)),
    )


def figures_for(caller: Caller, plan: RolloutPlan, areas: Iterable[PlanArea]) -> Figures:
    """The sum of some areas, hidden for strangers where one of the municipalities is hidden."""
    by_code: defaultdict[str, list[PlanArea]] = defaultdict(list)
    for one in areas:
        by_code[one.municipality.code].append(one)
    every = summed(one for held in by_code.values() for one in held)
    parts = [protected(caller, plan, code, summed(held)) for code, held in by_code.items()]
    few, tells = (any(getattr(one, name) for one in parts) for name in _HIDDEN)
    if not few and not tells:
        return every
    return Figures(
        every.promised,
        outcomes=None if few else every.outcomes,
        below=None if tells else every.below,
        unknown_need=None,
        outcomes_hidden=few,
        below_hidden=tells,
    )


def protected(caller: Caller, plan: RolloutPlan, code: str, figures: Figures) -> Figures:
    """The figures of one municipality as the caller may see them."""
    if access.sees_need(caller, code):
        return figures
    shown = for_everyone(figures, need_by_municipality().get(code))
    if not access.keeps(caller, plan):
        return shown
    # What became of one's own promises is one's own to know; who lacks what is not.
    return Figures(
        figures.promised, figures.outcomes, shown.below, None, below_hidden=shown.below_hidden
    )
