"""The rules of the pages about plans, as the wall asks them."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from taskforce.web.people.caller import Caller
from taskforce.web.people.rights import Rule, Where
from taskforce.web.plans.models import PlanVersion, RolloutPlan
from taskforce.web.plans.queries import access

keepers = Rule("keepers of plans", lambda caller, _where: access.keeps_some(caller))


def _keeps_plan(caller: Caller, where: Where) -> bool:
    return access.keeps(caller, get_object_or_404(RolloutPlan, pk=where["pk"]))


def _owns_plan(caller: Caller, where: Where) -> bool:
    return access.is_own(caller, get_object_or_404(RolloutPlan, pk=where["pk"]))


def _keeps_version(caller: Caller, where: Where) -> bool:
    version = get_object_or_404(PlanVersion.objects.select_related("plan"), pk=where["pk"])
    return access.keeps(caller, version.plan)


keeps_plan = Rule("keeps the plan", _keeps_plan)
owns_plan = Rule("works for the operator of the plan", _owns_plan)
keeps_version = Rule("keeps the plan of a version", _keeps_version)
