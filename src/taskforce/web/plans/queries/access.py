"""Who sees a plan, how much of it, and who keeps it; a plan is never another operator's to see."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from taskforce.web.cases.models.openness import organisations
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind, Role
from taskforce.web.people.models.grant import MUNICIPAL
from taskforce.web.plans.models import Openness, PlanArea, PlanVersion, RolloutPlan


def keeps_some(caller: Caller) -> bool:
    """Whether the caller uploads plans for anybody."""
    return caller.is_consultant or caller.has(Role.OPERATOR)


def sees_inside(caller: Caller) -> bool:
    """Whether the caller may meet plans that are not for everyone."""
    return keeps_some(caller) or caller.has(*MUNICIPAL)


def is_own(caller: Caller, plan: RolloutPlan) -> bool:
    """Whether the caller works for the operator whose plan it is."""
    return plan.operator_id in organisations(caller, Role.OPERATOR)


def keeps(caller: Caller, plan: RolloutPlan) -> bool:
    """Whether the caller may upload a version: the operator's people, and the taskforce."""
    return caller.is_consultant or is_own(caller, plan)


def operators_for(caller: Caller) -> QuerySet[Organisation]:
    """For whom the caller may upload a plan."""
    every = Organisation.objects.filter(kind=OrganisationKind.OPERATOR, closed_on__isnull=True)
    if caller.is_consultant:
        return every
    return every.filter(pk__in=organisations(caller, Role.OPERATOR))


def open_to(caller: Caller) -> QuerySet[RolloutPlan]:
    """The plans that a caller may see; what nobody has taken in yet is its keeper's alone."""
    found = RolloutPlan.objects.select_related("operator")
    if caller.is_consultant:
        return found
    concerned = PlanArea.objects.filter(
        plan=OuterRef("pk"), municipality__in=organisations(caller, *MUNICIPAL)
    )
    own = Q(operator__in=organisations(caller, Role.OPERATOR))
    return found.filter(own | (taken_in() & (Q(openness=Openness.PUBLIC) | Exists(concerned))))


def public() -> QuerySet[RolloutPlan]:
    """The plans that everyone may see."""
    found = RolloutPlan.objects.select_related("operator")
    return found.filter(taken_in(), openness=Openness.PUBLIC)


def taken_in() -> Exists:
    """Whether a plan has a version that somebody said yes to."""
    return Exists(PlanVersion.objects.filter(plan=OuterRef("pk"), taken_in_at__isnull=False))


def sees_whole(caller: Caller, plan: RolloutPlan) -> bool:
    """Whether the caller sees the plan in every municipality."""
    return plan.is_public or keeps(caller, plan)


def codes_for(caller: Caller, plan: RolloutPlan) -> list[str] | None:
    """The municipalities in which the caller sees the plan; None for all of them."""
    return None if sees_whole(caller, plan) else list(caller.municipalities)


def areas_for(caller: Caller, plan: RolloutPlan) -> QuerySet[PlanArea]:
    """The areas of a plan that the caller may see: a municipality sees its own."""
    areas = plan.areas.select_related("municipality")
    codes = codes_for(caller, plan)
    return areas if codes is None else areas.filter(municipality__code__in=codes)


def sees_need(caller: Caller, code: str) -> bool:
    """Whether small numbers of addresses in need are meant for the caller."""
    return caller.is_consultant or code in caller.municipalities
