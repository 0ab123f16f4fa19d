"""The list of dialogues, and what stops operators in one municipality."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.dialogue.forms.handling import AskedForm
from taskforce.web.dialogue.queries import access
from taskforce.web.dialogue.queries.listing import rows
from taskforce.web.dialogue.queries.obstacles import obstacles_in, own_municipalities
from taskforce.web.dialogue.rules import members_of_dialogues
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import keeps_municipality, may


@may(members_of_dialogues)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The dialogues that are open to the reader."""
    caller, today = caller_of(request), localdate()
    form = _form(request, caller)
    shown = rows(caller, form.asked(), today)
    given = {
        "asked": form,
        "rows": shown,
        "all": access.open_to(caller).count(),
        "overdue": sum(one.overdue for one in shown),
        "opens": access.opens(caller),
        "meets_obstacles": access.meets_obstacles(caller),
        "obstacle_places": own_municipalities(caller),
    }
    return render(request, "dialogue/listing.html", given)


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
