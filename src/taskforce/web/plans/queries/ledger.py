"""Put the versions of a plan together, as the ledger keeps them."""

from __future__ import annotations

from pathlib import Path

from taskforce.report.promises.kept import promises_in
from taskforce.report.promises.ledger import Given, Version, given
from taskforce.web.plans.models import PlanVersion, RolloutPlan


def versions_of(plan: RolloutPlan) -> list[PlanVersion]:
    """The versions that were taken in, the oldest first."""
    held = plan.versions.filter(taken_in_at__isnull=False)
    return list(held.order_by("said_on", "taken_in_at", "pk"))


def given_by(plan: RolloutPlan) -> tuple[Given, ...]:
    """Every promise that the plan ever gave."""
    told = [
        Version(one.said_on, promises_in(Path(one.promises_file.path))) for one in versions_of(plan)
    ]
    return given(told, withdrawn=plan.withdrawn_on is not None)
