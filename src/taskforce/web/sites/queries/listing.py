"""The list of sites: filtered as asked, by what is public about each of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Case, F, FloatField, QuerySet, Value, When
from django.db.models.functions import Coalesce

from taskforce.vocabulary.site import SiteKind
from taskforce.web.people.caller import Caller
from taskforce.web.sites.models import Site, SiteState
from taskforce.web.sites.queries.access import kept_by, on_show, open_to


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; everything stands in the page's address."""

    municipality: str = ""
    kind: str = ""
    height: int = 0


@dataclass(frozen=True, slots=True)
class AskedOfOwn:
    """What a keeper wants to see of the sites that they keep."""

    owner: str = ""
    status: str = ""


def on_offer(caller: Caller, asked: Asked) -> QuerySet[Site]:
    """The sites on offer that were asked for, by name."""
    found = open_to(caller).filter(on_show())
    if asked.municipality:
        found = found.filter(municipality__code=asked.municipality)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.height:
        found = found.annotate(top=_top()).filter(top__gte=asked.height)
    return found


def own(caller: Caller, asked: AskedOfOwn) -> QuerySet[Site]:
    """The sites that the caller keeps, proposals first."""
    found = kept_by(caller).order_by("-state", "name", "pk")
    if asked.owner:
        found = found.filter(owner_id=int(asked.owner))
    if asked.status == SiteState.PROPOSAL:
        found = found.filter(state=SiteState.PROPOSAL)
    elif asked.status:
        found = found.filter(state=SiteState.CONFIRMED, availability=asked.status)
    return found


def _top() -> Coalesce:
    """The height that antennas are reckoned with, as the database knows it."""
    usual = Case(
        *(When(kind=kind, then=Value(kind.antenna_m)) for kind in SiteKind),
        output_field=FloatField(),
    )
    return Coalesce(F("antenna_m"), usual)
