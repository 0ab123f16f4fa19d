"""Let an operator ask for a site: the wish becomes the draft of a lease case."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.vocabulary.site import OwnerKind, SiteKind
from taskforce.web.cases.actions.cases import freeze_check, register, set_facts
from taskforce.web.cases.models import CaseKind
from taskforce.web.cases.models.case import Case
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.models import Organisation
from taskforce.web.sites.models import Site, SiteRequest
from taskforce.web.sites.queries.requests import request_of

# What the rulebook calls the thing that is let. A site of another kind is described in the case.
_LEASED = {
    SiteKind.LAND: "land",
    SiteKind.BUILDING: "roof",
    SiteKind.SCHOOL: "roof",
    SiteKind.CHURCH: "tall_structure",
    SiteKind.WATER_TOWER: "tall_structure",
    SiteKind.SILO: "tall_structure",
    SiteKind.CHIMNEY: "tall_structure",
    SiteKind.MAST: "mast",
}
_LONGEST_TITLE = 120


@transaction.atomic
def ask_to_lease(site: Site, operator: Organisation, *, by: Actor) -> Case:
    """Begin a lease case with what is known of the site; nobody but the operator sees the draft.

    A request that is still open is found again, so that pressing twice makes one case.

    Raises
    ------
    ValidationError
        The site is not on offer.
    """
    if not site.is_on_show:
        raise ValidationError(_("The site is no longer on offer."))
    asked = request_of(site, [operator.pk])
    if asked is not None:
        return asked.case
    case = register(_application(site, operator), by=by)
    set_facts(case, _facts(site), by=by)
    freeze_check(case, on=localdate(), by=by)
    add(SiteRequest(site=site, case=case), by=by)
    return case


def _application(site: Site, operator: Organisation) -> dict[str, Any]:
    title = _("Lease: %(site)s") % {"site": site.name}
    return {
        "kind": CaseKind.LEASE,
        "title": title[:_LONGEST_TITLE],
        "municipality": site.municipality,
        "registrar": operator,
        "applicant": operator,
        "landlord": site.owner,
        "whereabouts": site.name,
        "shape": {"type": "Point", "coordinates": [site.longitude, site.latitude]},
    }


def _facts(site: Site) -> dict[str, Any]:
    """What the rules want to know of a lease, as far as the register tells it."""
    told = {"leased": _LEASED.get(site.what, ""), "zone": site.zone}
    if site.owner_kind != OwnerKind.OTHER:
        told["landlord"] = site.owner_kind
    known = the_rulebook().facts
    return {name: word for name, word in told.items() if word in known[name].choices}
