"""Addresses that are below the threshold today and planned: by whom, with what, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.report.promises.kept import Line, lines_in
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation
from taskforce.web.plans.models import RolloutPlan
from taskforce.web.plans.queries import access
from taskforce.web.plans.queries.need import need_by_municipality


@dataclass(frozen=True, slots=True)
class Planned:
    """One open promise of a plan at an address."""

    plan: RolloutPlan
    line: Line

    @property
    def by(self) -> date:
        """The day that the plan names now."""
        return self.line.moved_to or self.line.promise.terms.due


@dataclass(frozen=True, slots=True)
class ByPlan:
    """How many addresses below the threshold one plan promises."""

    plan: RolloutPlan
    addresses: int
    last_day: date


@dataclass(frozen=True, slots=True)
class Overview:
    """The need of a municipality, with what is planned shown apart.

    An address that two plans promise counts once in `planned`. `below` is None where nothing has
    been published.
    """

    municipality: Organisation
    below: int | None
    planned: int
    plans: list[ByPlan]
    lines: list[Planned]
    waiting: list[RolloutPlan]

    @property
    def without_plan(self) -> int | None:
        """How many nobody has planned for, as far as the reader's plans tell."""
        return None if self.below is None else max(0, self.below - self.planned)


def planned_in(caller: Caller, municipality: Organisation) -> Overview:
    """What the plans that the caller may see promise in a municipality."""
    code = municipality.code
    held = access.open_to(caller).filter(access.taken_in(), areas__municipality=municipality)
    plans = list(held.distinct())
    lines = {plan: _lines(plan, code) for plan in plans}
    return Overview(
        municipality,
        below=need_by_municipality().get(code),
        planned=len({one.line.promise.place.source_id for told in lines.values() for one in told}),
        plans=[
            ByPlan(plan, _addresses(told), max(one.by for one in told))
            for plan, told in lines.items()
            if told
        ],
        lines=sorted((one for told in lines.values() for one in told), key=_order),
        waiting=[plan for plan in plans if not plan.compared_with],
    )


def _lines(plan: RolloutPlan, code: str) -> list[Planned]:
    if plan.file is None:
        return []
    return [Planned(plan, one) for one in lines_in(plan.file, municipalities=[code], below=True)]


def _addresses(told: list[Planned]) -> int:
    return len({one.line.promise.place.source_id for one in told})


def _order(one: Planned) -> tuple[str, str, str, str]:
    place = one.line.promise.place
    return place.postcode, place.road, place.house_number.zfill(6), place.source_id
