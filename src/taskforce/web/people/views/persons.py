"""The people of an organisation: add, change, leave."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.people.actions.confirmation import confirm
from taskforce.web.people.actions.duties import start_duty
from taskforce.web.people.actions.persons import add_person, change_person, person_left
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.forms.duties import ContactForm, LeavingForm
from taskforce.web.people.forms.organisations import PersonForm
from taskforce.web.people.models import Organisation, Person
from taskforce.web.people.queries.duties import current, is_confirmed
from taskforce.web.people.rights import keeps, may, sees, speaks_for
from taskforce.web.people.views.saving import ask, done


@may(sees(Person))
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person, their roles now, and what can be done."""
    found = get_object_or_404(Person.objects.select_related("organisation", "account"), pk=pk)
    caller, today = caller_of(request), localdate()
    shown = {
        "person": found,
        "duties": current(today).filter(person=found),
        "confirmed": is_confirmed(found, today),
        "keeps": caller.keeps(found.place),
        "speaks": speaks_for(Person).allows(caller, {"pk": pk}),
    }
    return render(request, "people/persons/person.html", shown)


@may(keeps(Organisation))
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Name somebody, with their first role."""
    known, caller = get_object_or_404(Organisation, pk=pk), caller_of(request)
    form = ContactForm(request.POST or None, organisation=known, initial={"since": localdate()})
    if done(request, form, lambda: _enter(form, known, caller)):
        messages.success(request, _("The contact has been added."))
        return redirect("organisation", pk=pk)
    lead = _("It is marked as entered by the taskforce until the municipality has confirmed it.")
    return ask(
        request,
        form,
        _("Add a contact"),
        **at(known),
        lead=lead if on_behalf(caller, known) else "",
    )


@may(keeps(Person))
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend somebody's details."""
    known, by = get_object_or_404(Person, pk=pk), caller_of(request)
    form = PersonForm(request.POST or None, of=known)
    if done(request, form, lambda: change_person(known, form.cleaned_data, by=by)):
        messages.success(request, _("The details have been changed."))
        return redirect("person", pk=pk)
    heading = _("Change %(name)s") % {"name": known.name}
    return ask(request, form, heading, **{**at(known.organisation), "back": _page(known)})


@may(keeps(Person))
@require_http_methods(["GET", "HEAD", "POST"])
def left(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody has left: their roles end, and their details go a month later."""
    known, by = get_object_or_404(Person, pk=pk), caller_of(request)
    form = LeavingForm(request.POST or None, initial={"on": localdate()})
    if done(request, form, lambda: person_left(known, on=form.cleaned_data["on"], by=by)):
        messages.success(request, _("The roles have ended. The details are erased in 30 days."))
        return redirect("organisation", pk=known.organisation_id)
    heading = _("%(name)s has left") % {"name": known.name}
    lead = _(
        "All roles end on that day and the account is closed. To keep the roles filled, let "
        "somebody take over first. Name, mail and phone are erased 30 days later."
    )
    more = {**at(known.organisation), "back": _page(known), "lead": lead, "warns": True}
    return ask(request, form, heading, **more, submit=_("End all roles"))


@may(speaks_for(Person))
@require_POST
def confirmed(request: HttpRequest, pk: int) -> HttpResponse:
    """The organisation's own word that somebody's details still hold."""
    known = get_object_or_404(Person, pk=pk)
    confirm(known, on=localdate(), by=caller_of(request))
    messages.success(request, _("Thank you. The details are confirmed."))
    return redirect("person", pk=pk)


def on_behalf(caller: Caller, organisation: Organisation) -> bool:
    """Whether somebody enters for a municipality what it has not said itself."""
    speaks = speaks_for(Organisation).allows(caller, {"pk": organisation.pk})
    return organisation.is_municipality and not speaks


def at(organisation: Organisation) -> dict[str, Any]:
    """Where the forms about an organisation's people stand, and lead back to."""
    path = reverse("organisation", args=[organisation.pk])
    return {"back": path, "parent": organisation.name, "parent_path": path}


@transaction.atomic
def _enter(form: ContactForm, organisation: Organisation, caller: Caller) -> None:
    source = form.cleaned_data["source"]
    new = add_person(organisation, **form.of_person, source=source, by=caller)
    entered = on_behalf(caller, organisation)
    start_duty(new, **form.of_duty, source=source, on_behalf=entered, by=caller)


def _page(person: Person) -> str:
    return reverse("person", args=[person.pk])
