"""Who sees the white spots from the inside, and who may follow them up."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Account, Role
from taskforce.web.people.models.grant import MUNICIPAL
from taskforce.web.spots.models import Spot


def takes_part(caller: Caller) -> bool:
    """Whether the caller sees them: a municipality's own people, and the taskforce."""
    return caller.is_consultant or caller.has(*MUNICIPAL)


def assigns_some(caller: Caller) -> bool:
    """Whether the caller says who follows up."""
    return caller.is_consultant or caller.has(Role.COORDINATOR)


def seen_by(caller: Caller) -> QuerySet[Spot]:
    """The white spots of the caller's municipalities; all of them for the taskforce."""
    every = Spot.objects.select_related("municipality", "owner")
    return (
        every
        if caller.is_consultant
        else every.filter(municipality__code__in=caller.municipalities)
    )


def kept_by(caller: Caller) -> QuerySet[Spot]:
    """Those whose follow-up the caller decides on."""
    every = seen_by(caller)
    return (
        every
        if caller.is_consultant
        else every.filter(municipality__code__in=caller.places(Role.COORDINATOR))
    )


def possible_owners(codes: tuple[str, ...]) -> QuerySet[Account]:
    """Who can follow up in every one of some municipalities: their own people, the taskforce."""
    inside = Q(grants__role__in=MUNICIPAL, grants__organisation__code__in=codes)
    consultants = Q(grants__role=Role.CONSULTANT)
    found = Account.objects.filter(is_active=True)
    asked = consultants | inside if len(codes) == 1 else consultants
    return found.filter(asked).distinct().order_by("name")


def owners_for(caller: Caller) -> QuerySet[Account]:
    """Everybody whom the caller can name as an owner somewhere."""
    inside = Q(grants__role__in=MUNICIPAL)
    if not caller.is_consultant:
        inside &= Q(grants__organisation__code__in=caller.places(Role.COORDINATOR))
    found = Account.objects.filter(is_active=True)
    return found.filter(inside | Q(grants__role=Role.CONSULTANT)).distinct().order_by("name")


def followed_in(caller: Caller, code: str) -> QuerySet[Spot] | None:
    """Those of one municipality that are in the mapping; None for who does not see them."""
    if not (caller.is_consultant or code in caller.municipalities):
        return None
    return seen_by(caller).filter(municipality__code=code, gone_on__isnull=True)
