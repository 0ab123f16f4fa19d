"""The wishes for rankings that a caller may see, and where the caller may ask for one."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from taskforce.report.ranking.ranking import Question
from taskforce.vocabulary.signal import Service
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind, Role
from taskforce.web.rankings.models import OPEN, RankingRequest, RequestState
from taskforce.web.sites.models import Availability, Site, SiteState


def may_ask_for(caller: Caller, place: str) -> bool:
    """Whether the caller may ask for a ranking of a place; "" is the whole region."""
    return caller.keeps(place) if place else caller.is_consultant


def places_for(caller: Caller) -> QuerySet[Organisation]:
    """The municipalities that the caller may ask for."""
    every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY, closed_on__isnull=True)
    return every if caller.is_consultant else every.filter(code__in=caller.places(Role.COORDINATOR))


def requests_for(caller: Caller) -> QuerySet[RankingRequest]:
    """The wishes of the caller's own places, the newest first."""
    found = RankingRequest.objects.select_related("municipality", "asked_by")
    if caller.is_consultant:
        return found
    return found.filter(municipality__code__in=caller.places(Role.COORDINATOR))


def sites_for(caller: Caller) -> list[Site]:
    """The sites on offer in the places that the caller may ask for, by municipality and name."""
    found = Site.objects.filter(state=SiteState.CONFIRMED, availability=Availability.OFFERED)
    within = found.filter(municipality__in=places_for(caller))
    return list(within.select_related("municipality").order_by("municipality__name", "name", "pk"))


def waiting() -> QuerySet[RankingRequest]:
    """What waits to be calculated, the oldest first."""
    return RankingRequest.objects.filter(state=RequestState.WAITING).order_by("pk")


def same_as(asked: RankingRequest) -> RankingRequest | None:
    """An open wish that asks exactly the same."""
    place = Q(municipality=asked.municipality) if asked.municipality else Q(municipality=None)
    found = RankingRequest.objects.filter(
        place, state__in=OPEN, k=asked.k, need=asked.need, service=asked.service
    )
    named = (asked.forced, asked.forbidden)
    return next((one for one in found if (one.forced, one.forbidden) == named), None)


def question_of(asked: RankingRequest) -> Question:
    """The wish as the calculation understands it."""
    service = Service(asked.service)
    return Question(
        municipality=asked.municipality.code if asked.municipality else None,
        need=asked.need,
        service=service,
        threshold_dbm=service.threshold_dbm,
        k=asked.k,
        forced=tuple(asked.forced),
        forbidden=tuple(asked.forbidden),
    )
