"""The sites on offer, for everyone: a table, a map, and the same rows as files."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.models import Role
from taskforce.web.people.rights import everyone, may
from taskforce.web.sites.forms.asked import AskedForm
from taskforce.web.sites.models import Site
from taskforce.web.sites.queries.access import keeps_some, on_show, sees_rankings
from taskforce.web.sites.queries.files import TYPES, written
from taskforce.web.sites.queries.listing import on_offer
from taskforce.web.sites.queries.shown import shown
from taskforce.web.sites.views.map_content import map_of_many

_PER_PAGE, _ON_MAP = 50, 2000


@may(everyone)
@require_safe
def sites(request: HttpRequest) -> HttpResponse:
    """What is on offer, as the filter asks."""
    caller, form = caller_of(request), _form(request)
    found = on_offer(caller, form.asked())
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("page"))
    given = {
        "form": form,
        "rows": [shown(caller, one) for one in page],
        "page": page,
        "all": Site.objects.filter(on_show()).count(),
        "map": map_of_many(shown(caller, one) for one in found[:_ON_MAP]),
        "keeps": keeps_some(caller),
        "operator": caller.has(Role.OPERATOR),
        "sees_rankings": sees_rankings(caller),
    }
    return render(request, "sites/listing.html", given)


@may(everyone)
@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The same sites to take along, with what the reader may know of them."""
    if kind not in TYPES:
        raise Http404
    caller, today = caller_of(request), localdate()
    rows = [shown(caller, one) for one in on_offer(caller, _form(request).asked())]
    content = written(kind, rows, on=today, home=request.build_absolute_uri("/").rstrip("/"))
    headers = {
        "Content-Disposition": f'attachment; filename="ejendomme-{today:%Y-%m-%d}.{kind}"',
        "Cache-Control": _kept(caller),
    }
    return HttpResponse(content, content_type=TYPES[kind], headers=headers)


def _form(request: HttpRequest) -> AskedForm:
    held = Site.objects.filter(on_show()).order_by()
    found = held.values_list("municipality__code", "municipality__name").distinct()
    places = sorted(found, key=lambda one: in_danish_order(one[1]))
    return AskedForm(request.GET, places=places)


def _kept(caller: Caller) -> str:
    """What an operator may see is not to lie about in anybody's cache."""
    return "private, no-store" if caller.signed_in else "no-cache"
