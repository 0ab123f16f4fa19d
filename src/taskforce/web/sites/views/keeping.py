"""The owner's pages: the sites one keeps, a new one, a change, and whether it is on offer."""

from __future__ import annotations

from copy import copy

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done
from taskforce.web.sites.actions import sites as actions
from taskforce.web.sites.forms.asked import AskedOfOwnForm
from taskforce.web.sites.forms.keeping import AvailabilityForm
from taskforce.web.sites.forms.site import SiteForm
from taskforce.web.sites.models import Availability, Site, SiteState
from taskforce.web.sites.queries.access import kept_by, owners_for
from taskforce.web.sites.queries.history import history as told_history
from taskforce.web.sites.queries.listing import own as kept_as_asked
from taskforce.web.sites.queries.own_list import WRITERS, own_list
from taskforce.web.sites.rules import keepers, keeps_site
from taskforce.web.sites.views.map_content import map_to_draw_on

_PER_PAGE = 100
_BOTH = require_http_methods(["GET", "HEAD", "POST"])


@may(keepers)
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """The sites that one keeps, proposals on top."""
    caller = caller_of(request)
    form = AskedOfOwnForm(request.GET, owners=_owners_with_sites(caller))
    found = kept_as_asked(caller, form.asked())
    given = {
        "form": form,
        "page": Paginator(found, _PER_PAGE).get_page(request.GET.get("page")),
        "all": kept_by(caller).count(),
        "proposals": kept_by(caller).filter(state=SiteState.PROPOSAL).count(),
        "several": owners_for(caller).count() > 1,
    }
    return render(request, "sites/own.html", given)


@may(keepers)
@require_safe
def own_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The same sites as a list to change and upload again."""
    if kind not in WRITERS:
        raise Http404
    caller = caller_of(request)
    form = AskedOfOwnForm(request.GET, owners=_owners_with_sites(caller))
    headers = {
        "Content-Disposition": f'attachment; filename="ejendomme.{kind}"',
        "Cache-Control": "private, no-store",
    }
    content = own_list(kind, kept_as_asked(caller, form.asked()))
    return HttpResponse(content, content_type=WRITERS[kind][1], headers=headers)


@may(keepers)
@_BOTH
def new(request: HttpRequest) -> HttpResponse:
    """Add a site by hand."""
    caller = caller_of(request)
    form = SiteForm(request.POST or None, owners=list(owners_for(caller)))
    made: list[Site] = []

    def act() -> None:
        facts = {**form.facts(), "available_since": localdate()}
        made.append(actions.add_site(facts, by=caller))

    if done(request, form, act):
        messages.success(request, _("The site is in the register. Now say who sees what."))
        return redirect("site-audiences", made[0].pk)
    shown = {"form": form, "map": map_to_draw_on(None, caller)}
    return render(request, "sites/edit.html", shown, status=422 if form.errors else 200)


@may(keeps_site)
@_BOTH
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is known of a site; whose it is stays."""
    site, caller = get_object_or_404(Site, pk=pk), caller_of(request)
    form = SiteForm(request.POST or None, owners=[site.owner], instance=copy(site))
    if done(request, form, lambda: actions.change_site(site, form.facts(), by=caller)):
        messages.success(request, _("Your changes have been saved."))
        return redirect("site", pk)
    shown = {"form": form, "site": site, "map": map_to_draw_on(site, caller)}
    return render(request, "sites/edit.html", shown, status=422 if form.errors else 200)


@may(keeps_site)
@_BOTH
def availability(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer it, say that one is in talks, that it is let, or withdraw it."""
    site, caller = get_object_or_404(Site, pk=pk), caller_of(request)
    form = AvailabilityForm(request.POST or None, site=site)

    def act() -> None:
        given = form.cleaned_data
        chosen = Availability(given["availability"])
        actions.set_availability(site, chosen, on=given["on"], by=caller)

    if done(request, form, act):
        messages.success(request, _("Your changes have been saved."))
        return redirect("site", pk)
    shown = {"form": form, "site": site, "heading": _("Is it on offer?")}
    return render(request, "sites/form.html", shown, status=422 if form.errors else 200)


@may(keeps_site)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a proposal is right."""
    site = get_object_or_404(Site, pk=pk)
    actions.confirm(site, by=caller_of(request))
    messages.success(request, _("The site is confirmed, and everyone can see it."))
    return redirect("site", pk)


@may(keepers)
@require_POST
def confirm_many(request: HttpRequest) -> HttpResponse:
    """Say that the ticked proposals are right; others' are left alone."""
    caller = caller_of(request)
    ticked = [int(one) for one in request.POST.getlist("site") if one.isdigit()]
    found = kept_by(caller).filter(pk__in=ticked, state=SiteState.PROPOSAL)
    number = sum(actions.confirm(site, by=caller) for site in found)
    words = ngettext("%(count)s site is confirmed.", "%(count)s sites are confirmed.", number)
    messages.success(request, words % {"count": number})
    return redirect("sites-own")


@may(keeps_site)
@_BOTH
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a proposal away that was none."""
    site = get_object_or_404(Site, pk=pk)
    if site.is_confirmed:
        messages.error(request, _("A confirmed site is withdrawn, and not removed."))
        return redirect("site-availability", pk)
    if request.method != "POST":
        return render(request, "sites/discard.html", {"site": site})
    actions.discard(site, by=caller_of(request))
    messages.success(request, _("The proposal has been removed."))
    return redirect("sites-own")


@may(keeps_site)
@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """What has happened to the site, and who did it, by role."""
    site = get_object_or_404(Site, pk=pk)
    return render(request, "sites/history.html", {"site": site, "lines": told_history(site)})


def _owners_with_sites(caller: Caller) -> list[tuple[int, str]]:
    found = kept_by(caller).order_by().values_list("owner", "owner__name").distinct()
    return sorted(found, key=lambda one: in_danish_order(one[1]))
