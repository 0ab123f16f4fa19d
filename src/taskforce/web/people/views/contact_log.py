"""The shared addresses of an organisation, and the log of our talks with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.people.actions.contact_log import change_contact, log_contact, take_next_step
from taskforce.web.people.actions.organisations import remove_role_address, set_role_address
from taskforce.web.people.caller import caller_of
from taskforce.web.people.forms.organisations import ContactLogForm, RoleAddressForm
from taskforce.web.people.models import ContactLog, DutyKind, Organisation, RoleAddress
from taskforce.web.people.rights import consultants, keeps, may
from taskforce.web.people.views.persons import at
from taskforce.web.people.views.saving import ask, done


@may(keeps(Organisation))
@require_http_methods(["GET", "HEAD", "POST"])
def set_address(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how a role is reached; an address that is known already is replaced."""
    known, by = get_object_or_404(Organisation, pk=pk), caller_of(request)
    old = known.role_addresses.filter(kind=request.GET.get("kind", "")).first()
    form = RoleAddressForm(request.POST or None, of=old, initial={"as_of": localdate()})

    def save() -> None:
        new = {key: value for key, value in form.cleaned_data.items() if key != "kind"}
        set_role_address(known, DutyKind(form.cleaned_data["kind"]), new, by=by)

    if done(request, form, save):
        messages.success(request, _("The shared address has been saved."))
        return redirect("organisation", pk=pk)
    return ask(request, form, _("Shared mailbox or number of a role"), **at(known))


@may(keeps(RoleAddress))
@require_POST
def remove_address(request: HttpRequest, pk: int) -> HttpResponse:
    """The shared mailbox or number is no longer in use."""
    address = get_object_or_404(RoleAddress, pk=pk)
    remove_role_address(address, by=caller_of(request))
    messages.success(request, _("The shared address has been removed."))
    return redirect("organisation", pk=address.organisation_id)


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def add_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a talk, and what comes next."""
    known, by = get_object_or_404(Organisation, pk=pk), caller_of(request)
    form = ContactLogForm(request.POST or None, initial={"held_on": localdate()})
    if done(request, form, lambda: log_contact(known, by=by, **form.cleaned_data)):
        messages.success(request, _("The contact has been logged."))
        return redirect("organisation", pk=pk)
    return ask(request, form, _("Log a contact"), **at(known))


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def change_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend an entry."""
    entry, by = get_object_or_404(ContactLog, pk=pk), caller_of(request)
    form = ContactLogForm(request.POST or None, of=entry)
    if done(request, form, lambda: change_contact(entry, form.cleaned_data, by=by)):
        messages.success(request, _("The contact has been logged."))
        return redirect("organisation", pk=entry.organisation_id)
    return ask(request, form, _("Change the entry"), **at(entry.organisation))


@may(consultants)
@require_POST
def step_taken(request: HttpRequest, pk: int) -> HttpResponse:
    """The next step has been taken."""
    entry = get_object_or_404(ContactLog, pk=pk)
    take_next_step(entry, by=caller_of(request))
    messages.success(request, _("The next step is marked as taken."))
    return redirect("organisation", pk=entry.organisation_id)
