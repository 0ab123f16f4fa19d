"""The list of dialogues, and what stops operators in one municipality."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.commitments.spreadsheet import as_csv as written
from taskforce.web.dialogue.forms.handling import AskedForm
from taskforce.web.dialogue.queries import access
from taskforce.web.dialogue.queries.listing import rows
from taskforce.web.dialogue.queries.obstacles import obstacles_in, own_municipalities
from taskforce.web.dialogue.queries.sheet import sheet
from taskforce.web.dialogue.rules import members_of_dialogues
from taskforce.web.frame.downloads import CSV, download
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import keeps_municipality, may

_PER_PAGE = 50


@may(members_of_dialogues)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The dialogues that are open to the reader."""
    caller, today = caller_of(request), localdate()
    form = _form(request, caller)
    found = rows(caller, form.asked(), today)
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("page"))
    given = {
        "asked": form,
        "page": page,
        "rows": page.object_list,
        "all": access.open_to(caller).count(),
        "overdue": sum(one.overdue for one in found),
        "opens": access.opens(caller),
        "meets_obstacles": access.meets_obstacles(caller),
        "obstacle_places": own_municipalities(caller),
    }
    return render(request, "dialogue/listing.html", given)


@may(members_of_dialogues)
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The rows that were asked for, for a spreadsheet."""
    caller, today = caller_of(request), localdate()
    content = written(sheet(rows(caller, _form(request, caller).asked(), today), on=today))
    return download(content, CSV, f"dialoger-{today:%Y-%m-%d}.csv")


@may(keeps_municipality)
@require_safe
def obstacles(request: HttpRequest, code: str) -> HttpResponse:
    """What operators have said stops them here, counted and one by one."""
    place = get_object_or_404(Organisation, code=code)
    if not place.is_municipality:
        raise Http404
    given = {"place": place, "told": obstacles_in(place)}
    return render(request, "dialogue/obstacles.html", given)


def _form(request: HttpRequest, caller: Caller) -> AskedForm:
    found = access.open_to(caller).filter(municipality__isnull=False)
    names = found.values_list("municipality__code", "municipality__name").order_by()
    places = sorted(set(names), key=lambda one: in_danish_order(one[1]))
    return AskedForm(request.GET, places=places)
