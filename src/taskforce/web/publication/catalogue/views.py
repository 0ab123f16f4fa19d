"""Hands out the catalogue in the form that is asked for."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from taskforce.report.mobile.publishing import on_show
from taskforce.snapshot.shelf import Shelf
from taskforce.web.frame import edition
from taskforce.web.people.rights import everyone, may
from taskforce.web.publication.catalogue.contents import catalogue as contents
from taskforce.web.publication.catalogue.places import Addresses
from taskforce.web.publication.catalogue.writers import json_ld, rdf_xml, turtle

_FORMS = {
    "ttl": (turtle, "text/turtle; charset=utf-8"),
    "jsonld": (json_ld, "application/ld+json"),
    "rdf": (rdf_xml, "application/rdf+xml; charset=utf-8"),
}


@may(everyone)
@require_safe
def catalogue(request: HttpRequest, form: str) -> HttpResponse:
    """The catalogue of the edition on show."""
    if form not in _FORMS:
        raise Http404("The catalogue has no such form.")
    write, kind = _FORMS[form]
    bundle, mobile = edition.current(), on_show(Shelf(settings.SHELF))
    told = contents(bundle, Addresses(request), settings.CONTACT_EMAIL, mobile)
    return HttpResponse(write(told), content_type=kind)
