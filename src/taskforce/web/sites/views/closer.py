"""Who sees what of a site, its photo, and its rent."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done
from taskforce.web.sites.actions import photos
from taskforce.web.sites.actions import sites as actions
from taskforce.web.sites.forms.keeping import AudiencesForm, PhotoForm, RentForm
from taskforce.web.sites.models import Site, SiteRent
from taskforce.web.sites.rules import keeps_site, owns_site

_BOTH = require_http_methods(["GET", "HEAD", "POST"])


@may(keeps_site)
@_BOTH
def audiences(request: HttpRequest, pk: int) -> HttpResponse:
    """Say for each of the closer facts who sees it."""
    site, caller = get_object_or_404(Site, pk=pk), caller_of(request)
    form = AudiencesForm(request.POST or None, site=site)

    def act() -> None:
        operators = form.cleaned_data["operators"]
        actions.set_audiences(site, form.audiences(), operators, by=caller)

    if done(request, form, act):
        messages.success(request, _("Your changes have been saved."))
        return redirect("site", pk)
    shown = {"form": form, "site": site}
    return render(request, "sites/audiences.html", shown, status=422 if form.errors else 200)


@may(keeps_site)
@_BOTH
def photo(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a photo of the site, or describe the one that is there."""
    site, caller = get_object_or_404(Site, pk=pk), caller_of(request)
    form = PhotoForm(request.POST or None, request.FILES or None, site=site)

    def act() -> None:
        alt, given = form.cleaned_data["photo_alt"], form.cleaned_data["photo"]
        if given:
            photos.set_photo(site, given, alt=alt, by=caller)
        else:
            photos.describe_photo(site, alt=alt, by=caller)

    if done(request, form, act):
        messages.success(request, _("Your changes have been saved."))
        return redirect("site", pk)
    shown = {"form": form, "site": site}
    return render(request, "sites/photo.html", shown, status=422 if form.errors else 200)


@may(keeps_site)
@require_POST
def photo_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the photo away."""
    photos.remove_photo(get_object_or_404(Site, pk=pk), by=caller_of(request))
    messages.success(request, _("The photo has been removed."))
    return redirect("site", pk)


@may(owns_site)
@_BOTH
def rent(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what one asks; it is read by nobody else."""
    site, caller = get_object_or_404(Site, pk=pk), caller_of(request)
    kept = SiteRent.objects.filter(site=site).first()
    form = RentForm(request.POST or None, initial={"annual_dkk": kept and kept.annual_dkk})
    if done(
        request, form, lambda: actions.set_rent(site, form.cleaned_data["annual_dkk"], by=caller)
    ):
        messages.success(request, _("Your changes have been saved."))
        return redirect("site", pk)
    shown = {"form": form, "site": site, "heading": _("Rent")}
    return render(request, "sites/form.html", shown, status=422 if form.errors else 200)
