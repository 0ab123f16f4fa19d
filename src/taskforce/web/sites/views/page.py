"""The page of one site, its photo, and the operator's way from there to a lease case."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation, Role
from taskforce.web.people.rights import everyone, may
from taskforce.web.sites.actions.photos import TYPES
from taskforce.web.sites.actions.requests import ask_to_lease
from taskforce.web.sites.models import SiteRent
from taskforce.web.sites.queries import access
from taskforce.web.sites.queries.contact import contact
from taskforce.web.sites.queries.ranked import ranked
from taskforce.web.sites.queries.requests import request_of, requests_for
from taskforce.web.sites.queries.shown import shown
from taskforce.web.sites.queries.visible import visible_fields
from taskforce.web.sites.rules import operators
from taskforce.web.sites.views.map_content import map_of_one


@may(everyone)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """What the reader may know; a site that is not on offer is not there for strangers."""
    caller = caller_of(request)
    site = get_object_or_404(access.open_to(caller), pk=pk)
    mine = access.operators_of(caller)
    given = {
        "site": shown(caller, site),
        "kept": site if access.keeps(caller, site) else None,
        "own": access.is_own(caller, site),
        "rent": SiteRent.objects.filter(site=site).first() if access.is_own(caller, site) else None,
        "contact": contact(caller, site),
        "asked": request_of(site, mine) if mine else None,
        "may_ask": bool(mine) and site.is_on_show,
        "on_show": site.is_on_show,
        "requests": requests_for(site, caller),
        "ranked": ranked(site) if access.sees_rankings(caller) else None,
        "map": map_of_one(site.longitude, site.latitude),
        "signed_in_as_operator": caller.has(Role.OPERATOR),
    }
    return render(request, "sites/site.html", given)


@may(everyone)
@require_GET
def photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The photo, for those to whom the owner shows it."""
    caller = caller_of(request)
    site = get_object_or_404(access.open_to(caller), pk=pk)
    if not site.photo or "photo" not in visible_fields(caller, site):
        raise Http404
    ending = PurePosixPath(site.photo.name or "").suffix.removeprefix(".")
    response = FileResponse(site.photo.open("rb"), content_type=TYPES[ending])
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    return response


@may(operators)
@require_POST
def request_lease(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the draft of a lease case with what is known of the site."""
    caller = caller_of(request)
    site = get_object_or_404(access.open_to(caller), pk=pk)
    operator = Organisation.objects.get(pk=access.operators_of(caller)[0])
    try:
        case = ask_to_lease(site, operator, by=caller)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("site", pk)
    if case.is_draft:
        messages.success(
            request, _("The draft of a lease case is ready. Look it through, and send it.")
        )
    return redirect("case", case.pk)
