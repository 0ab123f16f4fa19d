"""Who keeps a site, who sees it at all, and who alone sees its rent."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from taskforce.web.cases.models.openness import organisations
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, Role
from taskforce.web.people.models.grant import MUNICIPAL
from taskforce.web.sites.models import ON_SHOW, OWNERS, Site, SiteRequest, SiteState

# A municipality's own people, and a landlord's.
KEEPERS = (*MUNICIPAL, Role.LANDLORD)


def keeps_some(caller: Caller) -> bool:
    """Whether the caller keeps sites for anybody."""
    return caller.is_consultant or caller.has(*KEEPERS)


def sees_rankings(caller: Caller) -> bool:
    """Whether the caller may see which sites would help most: authorities and operators."""
    return caller.is_consultant or caller.has(*MUNICIPAL, Role.OPERATOR)


def is_own(caller: Caller, site: Site) -> bool:
    """Whether the caller works for the owner of a site."""
    return site.owner_id in organisations(caller, *KEEPERS)


def keeps(caller: Caller, site: Site) -> bool:
    """Whether the caller may change a site: its owner's people, and the taskforce."""
    return caller.is_consultant or is_own(caller, site)


def sees_rent(caller: Caller, site: Site) -> bool:
    """The owner alone: not the operator, not another landlord, and not the taskforce either."""
    return is_own(caller, site)


def owners_for(caller: Caller) -> QuerySet[Organisation]:
    """For whom the caller may keep sites."""
    open_ones = Organisation.objects.filter(kind__in=OWNERS, closed_on__isnull=True)
    if caller.is_consultant:
        return open_ones
    return open_ones.filter(pk__in=organisations(caller, *KEEPERS))


def operators_of(caller: Caller) -> list[int]:
    """The operators that the caller works for."""
    return organisations(caller, Role.OPERATOR)


def kept_by(caller: Caller) -> QuerySet[Site]:
    """The sites that the caller keeps."""
    every = Site.objects.select_related("owner", "municipality").prefetch_related("readers")
    return every if caller.is_consultant else every.filter(owner__in=owners_for(caller))


def open_to(caller: Caller) -> QuerySet[Site]:
    """The sites that a caller may see: those on offer, one's own, and those one has asked for."""
    found = Site.objects.select_related("owner", "municipality").prefetch_related("readers")
    if caller.is_consultant:
        return found
    asked = SiteRequest.objects.filter(case__applicant__in=operators_of(caller))
    own = organisations(caller, *KEEPERS)
    return found.filter(on_show() | Q(owner__in=own) | Q(pk__in=asked.values("site")))


def on_show() -> Q:
    """What everyone sees: confirmed, and on offer or in talks."""
    return Q(state=SiteState.CONFIRMED, availability__in=ON_SHOW)
