"""The page of one plan: its versions, its ledger by area, and what the reader may do."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from taskforce.web.people.caller import Caller
from taskforce.web.plans.models import PlanArea, PlanVersion, RolloutPlan
from taskforce.web.plans.queries import access
from taskforce.web.plans.queries.figures import Figures, InMunicipality, summed
from taskforce.web.plans.queries.ledger import versions_of
from taskforce.web.plans.queries.listing import figures_for, protected


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page of one plan."""

    plan: RolloutPlan
    versions: list[PlanVersion]
    waiting: PlanVersion | None
    whole: Figures
    areas: list[InMunicipality]
    keeps: bool
    own: bool
    partly: bool


def page_of(caller: Caller, plan: RolloutPlan) -> Page:
    """The plan as the caller may see it; a municipality sees its own part."""
    areas = list(access.areas_for(caller, plan))
    keeps = access.keeps(caller, plan)
    return Page(
        plan,
        versions=versions_of(plan)[::-1],
        waiting=plan.versions.filter(taken_in_at__isnull=True).first() if keeps else None,
        whole=figures_for(caller, plan, areas),
        areas=_by_municipality(caller, plan, areas),
        keeps=keeps,
        own=access.is_own(caller, plan),
        partly=access.codes_for(caller, plan) is not None,
    )


def _by_municipality(
    caller: Caller, plan: RolloutPlan, areas: list[PlanArea]
) -> list[InMunicipality]:
    held: defaultdict[str, list[PlanArea]] = defaultdict(list)
    for one in areas:
        held[one.municipality.code].append(one)
    return [
        InMunicipality(
            within[0].municipality,
            protected(caller, plan, code, summed(within)),
            tuple((one.postcode, summed([one])) for one in within)
            if access.sees_need(caller, code)
            else (),
        )
        for code, within in held.items()
    ]
