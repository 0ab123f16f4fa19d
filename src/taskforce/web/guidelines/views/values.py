"""A municipality's own values: proposed by its coordinator, confirmed by the taskforce."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.commitments.views.carrying_out import carried_out
from taskforce.web.guidelines.actions import local_values
from taskforce.web.guidelines.forms.values import AboutForm, EndForm, ReturnForm, ValueForm
from taskforce.web.guidelines.models import LocalValue
from taskforce.web.guidelines.queries.values import proposed, values_of
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import consultants, keeps, keeps_municipality, may


@may(keeps_municipality)
@require_safe
def of_municipality(request: HttpRequest, code: str) -> HttpResponse:
    """Every value of the municipality, in force or not, with what can be done."""
    municipality = get_object_or_404(Organisation, code=code)
    shown = {"municipality": municipality, "values": values_of(code), "about": AboutForm()}
    return render(request, "guidelines/values.html", shown)


@may(keeps_municipality)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, code: str) -> HttpResponse:
    """Propose a value; which one it is about stands in the address."""
    municipality, caller = get_object_or_404(Organisation, code=code), caller_of(request)
    about = AboutForm(request.GET)
    if not about.is_valid():
        return redirect("guidelines-values", code)
    which = about.rule_and_parameter
    parameter = the_rulebook().rule(which[0]).parameters[which[1]]
    form = ValueForm(request.POST or None, parameter=parameter)
    if carried_out(form, lambda given: local_values.propose(municipality, which, given, by=caller)):
        messages.success(request, _("The value is noted. It counts when the taskforce confirms."))
        return redirect("guidelines-values", code)
    shown = {"form": form, "municipality": municipality, "heading": _("Propose an own value")}
    return render(request, "guidelines/form.html", shown, status=422 if form.errors else 200)


@may(keeps(LocalValue))
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend a value that does not count yet."""
    value, caller = get_object_or_404(LocalValue, pk=pk), caller_of(request)
    if not value.is_open:
        return redirect("guidelines-values", value.municipality.code)
    parameter = the_rulebook().rule(value.rule).parameters[value.parameter]
    form = ValueForm(request.POST or None, instance=value, parameter=parameter)
    fresh = get_object_or_404(LocalValue, pk=pk)
    if carried_out(form, lambda given: local_values.propose_again(fresh, given, by=caller)):
        messages.success(request, _("The value is noted. It counts when the taskforce confirms."))
        return redirect("guidelines-values", value.municipality.code)
    shown = {"form": form, "municipality": value.municipality, "heading": _("Change the value")}
    return render(request, "guidelines/form.html", shown, status=422 if form.errors else 200)


@may(consultants)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Every value that awaits the taskforce's word."""
    return render(request, "guidelines/waiting.html", {"values": proposed()})


@may(consultants)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The value counts from its first day."""
    value, caller = get_object_or_404(LocalValue, pk=pk), caller_of(request)
    said = _("The value is confirmed and counts.")
    return _done(request, said, lambda: local_values.confirm(value, by=caller), "values-waiting")


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is to be mended first."""
    value, caller = get_object_or_404(LocalValue, pk=pk), caller_of(request)
    form = ReturnForm(request.POST or None)
    if carried_out(
        form,
        lambda given: local_values.send_back(value, because=given["returned_because"], by=caller),
    ):
        messages.success(request, _("The value is returned."))
        return redirect("values-waiting")
    shown = {"form": form, "municipality": value.municipality, "heading": _("Return the value")}
    return render(request, "guidelines/form.html", shown, status=422 if form.errors else 200)


@may(keeps(LocalValue))
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Go back to the common value after a day."""
    value, caller = get_object_or_404(LocalValue, pk=pk), caller_of(request)
    form = EndForm(request.POST or None)
    if carried_out(
        form, lambda given: local_values.end(value, last_day=given["last_day"], by=caller)
    ):
        messages.success(request, _("The last day is noted."))
        return redirect("guidelines-values", value.municipality.code)
    shown = {"form": form, "municipality": value.municipality, "heading": _("End the value")}
    return render(request, "guidelines/form.html", shown, status=422 if form.errors else 200)


@may(keeps(LocalValue))
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a value that never counted."""
    value, caller = get_object_or_404(LocalValue, pk=pk), caller_of(request)
    code = value.municipality.code
    if not value.is_open:
        messages.error(request, _("A value that counts cannot be withdrawn. End it instead."))
        return redirect("guidelines-values", code)
    local_values.withdraw(value, by=caller)
    messages.success(request, _("The value is withdrawn."))
    return redirect("guidelines-values", code)


def _done(request: HttpRequest, said: str, act: Callable[[], object], page: str) -> HttpResponse:
    try:
        act()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, said)
    return redirect(page)
