"""The roles people hold: give one, change it, let somebody take over, end it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from taskforce.web.people.actions.duties import change_duty, end_duty, hand_over_duty, start_duty
from taskforce.web.people.caller import caller_of
from taskforce.web.people.forms.duties import ChangedDutyForm, DayForm, DutyForm, HandOverForm
from taskforce.web.people.models import Duty, Organisation, Person
from taskforce.web.people.rights import keeps, may
from taskforce.web.people.views.persons import at, on_behalf
from taskforce.web.people.views.saving import ask, done

_METHODS = ["GET", "HEAD", "POST"]


@may(keeps(Person))
@require_http_methods(_METHODS)
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody one more role."""
    person, caller = get_object_or_404(Person, pk=pk), caller_of(request)
    form = DutyForm(request.POST or None, initial={"since": localdate(), "source": person.source})
    entered = on_behalf(caller, person.organisation)
    facts: dict[str, Any] = {"on_behalf": entered, "by": caller}
    if done(request, form, lambda: start_duty(person, **form.cleaned_data, **facts)):
        messages.success(request, _("The role has been given."))
        return redirect("person", pk=pk)
    heading = _("Give %(name)s a role") % {"name": person.name}
    return ask(request, form, heading, **_by_person(person))


@may(keeps(Duty))
@require_http_methods(_METHODS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """What the role lets somebody decide, and who may see it."""
    duty, by = get_object_or_404(Duty, pk=pk), caller_of(request)
    form = ChangedDutyForm(request.POST or None, of=duty)
    if done(request, form, lambda: change_duty(duty, form.cleaned_data, by=by)):
        messages.success(request, _("The role has been changed."))
        return redirect("organisation", pk=duty.organisation_id)
    heading = _("Change the role: %(role)s") % {"role": duty.get_kind_display()}
    return ask(request, form, heading, **at(duty.organisation))


@may(keeps(Duty))
@require_http_methods(_METHODS)
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """One hands over, another takes over, on the same day."""
    duty, caller = get_object_or_404(Duty, pk=pk), caller_of(request)
    form = HandOverForm(
        request.POST or None,
        people=_colleagues(duty.organisation).exclude(pk=duty.person_id),
        initial={"on": localdate()},
    )
    facts: dict[str, Any] = {"on_behalf": on_behalf(caller, duty.organisation), "by": caller}
    if done(request, form, lambda: hand_over_duty(duty, **form.cleaned_data, **facts)):
        messages.success(request, _("The role has been handed over. The history is kept."))
        return redirect("organisation", pk=duty.organisation_id)
    heading = _("Change of person: %(role)s") % {"role": duty.get_kind_display()}
    return ask(request, form, heading, **at(duty.organisation), submit=_("Hand over"))


@may(keeps(Duty))
@require_http_methods(_METHODS)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a role without anybody taking over."""
    duty, by = get_object_or_404(Duty, pk=pk), caller_of(request)
    form = DayForm(request.POST or None, initial={"on": localdate()})
    if done(request, form, lambda: end_duty(duty, on=form.cleaned_data["on"], by=by)):
        messages.success(request, _("The role has ended. It stays in the history."))
        return redirect("organisation", pk=duty.organisation_id)
    heading = _("End the role: %(role)s") % {"role": duty.get_kind_display()}
    more = {**at(duty.organisation), "submit": _("End the role"), "warns": True}
    return ask(request, form, heading, **more)


def _colleagues(organisation: Organisation) -> Any:
    return organisation.people.filter(left_on__isnull=True)


def _by_person(person: Person) -> dict[str, Any]:
    return {**at(person.organisation), "back": reverse("person", args=[person.pk])}
