"""What awaits an operator: a plan that was uploaded, and that nobody has said yes to."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.people.caller import Caller
from taskforce.web.plans.models import PlanVersion
from taskforce.web.plans.queries.access import operators_for


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """One line for each; the taskforce leaves them to the operators."""
    if caller.is_consultant:
        return []
    waiting = PlanVersion.objects.filter(
        taken_in_at__isnull=True, plan__operator__in=operators_for(caller)
    )
    return [_awaiting(one) for one in waiting.select_related("plan__operator")]


def _awaiting(version: PlanVersion) -> Awaiting:
    words = gettext("Your plan “%(name)s” has been read and waits for your yes")
    path = reverse("rollout-version-look", args=[version.pk])
    told = words % {"name": version.plan.name}
    return Awaiting(told, version.plan.operator.name, path, None, False)
