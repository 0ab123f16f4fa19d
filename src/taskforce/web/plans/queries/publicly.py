"""What everyone may know of plans: at one address, and in one municipality."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.report.promises.kept import lines_in
from taskforce.report.promises.ledger import Outcome
from taskforce.web.people.caller import NOBODY
from taskforce.web.plans.models import RolloutPlan
from taskforce.web.plans.queries.access import public
from taskforce.web.plans.queries.figures import Figures, summed
from taskforce.web.plans.queries.listing import protected
from taskforce.web.plans.queries.planned import Planned

# A promise that has been kept or taken back is no plan any more.
_OVER = (Outcome.KEPT, Outcome.KEPT_LATE, Outcome.ALREADY, Outcome.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class PublicPlan:
    """A public plan in one municipality, with the figures that everyone may see."""

    plan: RolloutPlan
    figures: Figures


def public_promises_at(source_id: str) -> list[Planned]:
    """The open promises of public plans at an address, the soonest first."""
    found = [
        Planned(plan, line)
        for plan in public().filter(withdrawn_on__isnull=True)
        if plan.file is not None
        for line in lines_in(plan.file, source_id=source_id)
        if line.outcome not in _OVER
    ]
    return sorted(found, key=lambda one: one.by)


def public_plans_in(code: str) -> list[PublicPlan]:
    """The public plans in a municipality, by operator and name."""
    found = []
    held = public().filter(withdrawn_on__isnull=True, areas__municipality__code=code)
    for plan in held.distinct():
        figures = summed(plan.areas.filter(municipality__code=code))
        found.append(PublicPlan(plan, protected(NOBODY, plan, code, figures)))
    return found
