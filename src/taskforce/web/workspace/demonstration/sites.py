"""Fill the register of public sites: from the demonstration's own list, or with a handful."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from taskforce.siting.site_list.listed import SiteRow
from taskforce.siting.site_list.reading import read_site_list
from taskforce.vocabulary.site import OwnerKind
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.sites.actions.requests import ask_to_lease
from taskforce.web.sites.actions.sites import add_site, set_audiences, set_availability
from taskforce.web.sites.models import Audience, Availability, Site, SiteState, Source
from taskforce.web.sites.owning import owner_kind_of
from taskforce.web.sites.queries.plan import facts_of
from taskforce.web.sites.queries.whereabouts import boundaries
from taskforce.web.workspace.demonstration.site_stories import PROPOSAL, SITES, Told

_OWNERS = {
    OwnerKind.STATE: OrganisationKind.STATE,
    OwnerKind.REGION: OrganisationKind.REGION,
    OwnerKind.OTHER: OrganisationKind.LANDLORD,
}


def make_sites(today: date, *, listed: Path | None = None, by: Actor) -> None:
    """Fill the register from a list of sites, unless somebody has begun to."""
    if Site.objects.exists():
        return
    for facts in _listed(listed) or [_made_up(one) for one in SITES]:
        add_site({"available_since": today - timedelta(days=40), **facts}, by=by)
    proposal = {"source": Source.BBR, "state": SiteState.PROPOSAL, "available_since": today}
    add_site({**_made_up(PROPOSAL), **proposal}, by=by)
    _tell_a_little(today, by=by)


def _tell_a_little(today: date, *, by: Actor) -> None:
    """One is asked for, one is in talks, one is let, and one is meant for a single operator."""
    own = list(Site.objects.filter(owner__code="0340", state=SiteState.CONFIRMED).order_by("pk"))
    operator = Organisation.objects.get(name="Demomobil")
    ask_to_lease(own[0], operator, by=by)
    set_audiences(own[0], {"load": Audience.OPERATORS}, [operator], by=by)
    set_availability(own[1], Availability.IN_TALKS, on=today - timedelta(days=12), by=by)
    set_availability(own[2], Availability.TAKEN, on=today - timedelta(days=5), by=by)


def _made_up(one: Told) -> dict[str, Any]:
    municipality = Organisation.objects.get(code=one.code)
    owner = Organisation.objects.get(name=one.owner) if one.owner else municipality
    return {
        "owner": owner,
        "owner_kind": owner_kind_of(owner),
        "municipality": municipality,
        "name": one.name,
        "kind": one.kind,
        "longitude": one.at[0],
        "latitude": one.at[1],
        "antenna_m": one.antenna_m,
        **one.facts,
    }


def _listed(file: Path | None) -> list[dict[str, Any]]:
    """The sites of the demonstration's own list, where it has been made."""
    if file is None:
        return []
    rows = read_site_list(file, boundaries=boundaries()).sites
    return [facts for row in rows if (facts := _facts(row)) is not None]


def _facts(row: SiteRow) -> dict[str, Any] | None:
    owner = _owner(row)
    facts = facts_of(row, owner) if owner else None
    if owner is None or facts is None:
        return None
    told = {"owner": owner, "owner_kind": facts["owner_kind"] or owner_kind_of(owner)}
    return {**facts, **told, "source": Source.LIST}


def _owner(row: SiteRow) -> Organisation | None:
    named = Organisation.objects.filter(name=row.owner).first()
    if named is not None:
        return named
    kind = _OWNERS.get(row.owner_kind) if row.owner_kind else None
    if kind is not None:
        return Organisation.objects.filter(kind=kind).first()
    return Organisation.objects.filter(code=row.municipality or "-").first()
