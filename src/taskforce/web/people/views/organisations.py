"""The register of organisations: all of them, and one at a time with its people."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.people.actions.duties import confirm_entered
from taskforce.web.people.actions.organisations import add_organisation, change_organisation
from taskforce.web.people.caller import caller_of
from taskforce.web.people.forms.organisations import ClosingForm, OrganisationForm
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.people.queries import organisations as register
from taskforce.web.people.rights import consultants, may, members, speaks_for
from taskforce.web.people.views.saving import ask, done


@may(members)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Every organisation, or those of a kind."""
    shown = {
        "rows": register.listing(caller_of(request), request.GET.dict(), localdate()),
        "kinds": OrganisationKind.choices,
        "kind": request.GET.get("kind", ""),
        "lacks": bool(request.GET.get("lacks")),
    }
    return render(request, "people/organisations/listing.html", shown)


@may(members)
@require_safe
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation, as much of it as is meant for the caller."""
    caller = caller_of(request)
    found = register.inside(caller, get_object_or_404(Organisation, pk=pk), localdate())
    own = found.keeps and speaks_for(Organisation).allows(caller, {"pk": pk})
    shown = {"inside": found, "organisation": found.organisation, "own": own}
    return render(request, "people/organisations/organisation.html", shown)


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Take an organisation into the register."""
    form, by = OrganisationForm(request.POST or None), caller_of(request)
    if done(request, form, lambda: add_organisation(**form.cleaned_data, by=by)):
        messages.success(request, _("The organisation has been added."))
        new = Organisation.objects.get(name=form.cleaned_data["name"])
        return redirect("organisation", pk=new.pk)
    return ask(request, form, _("Add an organisation"), back=reverse("organisations"))


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend what is known of an organisation."""
    known = get_object_or_404(Organisation, pk=pk)
    form, by = ClosingForm(request.POST or None, of=known), caller_of(request)
    if done(request, form, lambda: change_organisation(known, form.cleaned_data, by=by)):
        messages.success(request, _("The organisation has been changed."))
        return redirect("organisation", pk=pk)
    back = reverse("organisation", args=[pk])
    heading = _("Change %(name)s") % {"name": known.name}
    return ask(request, form, heading, back=back, parent=known.name, parent_path=back)


@may(speaks_for(Organisation))
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The organisation's own word for what the taskforce entered."""
    confirm_entered(get_object_or_404(Organisation, pk=pk), by=caller_of(request))
    messages.success(request, _("Thank you. The contacts now stand in your own word."))
    return redirect("organisation", pk=pk)
