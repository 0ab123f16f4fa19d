"""Ask for a new ranking, follow what becomes of it, and take the wish back."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done
from taskforce.web.rankings import actions
from taskforce.web.rankings.forms import AskForm
from taskforce.web.rankings.models import RankingRequest
from taskforce.web.rankings.queries.requests import places_for, requests_for, sites_for
from taskforce.web.rankings.queries.wishes import wish
from taskforce.web.rankings.rules import askers, asks_for_it

_PER_PAGE = 50


@may(askers)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """What shall be calculated; it is done at night, or when the operations ask for it."""
    caller = caller_of(request)
    form = AskForm(
        request.POST or None,
        places=list(places_for(caller)),
        sites=sites_for(caller),
        whole_region=caller.is_consultant,
    )
    if done(request, form, lambda: actions.ask_for(form.wish(), by=caller)):
        messages.success(request, _("Your request is in the queue. You find the ranking here."))
        return redirect("ranking-requests")
    return render(request, "rankings/ask.html", {"form": form}, status=422 if form.errors else 200)


@may(askers)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The wishes of the reader's own places, and what became of them."""
    caller = caller_of(request)
    page = Paginator(requests_for(caller), _PER_PAGE).get_page(request.GET.get("page"))
    given = {"page": page, "wishes": [wish(caller, one) for one in page]}
    return render(request, "rankings/requests.html", given)


@may(asks_for_it)
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a wish back while it waits."""
    asked = get_object_or_404(RankingRequest, pk=pk)
    try:
        actions.cancel(asked, by=caller_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The request has been cancelled."))
    return redirect("ranking-requests")
