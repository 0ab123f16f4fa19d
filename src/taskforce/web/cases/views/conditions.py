"""Set the conditions of a decision, from the library or in one's own words."""

from __future__ import annotations

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.cases.actions import deciding
from taskforce.web.cases.forms.deciding import ConditionForm, TakeConditionForm
from taskforce.web.cases.models import Case, Condition
from taskforce.web.cases.queries.access import prepares
from taskforce.web.cases.rules import on, prepares_decision
from taskforce.web.cases.views.page import show
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done


@may(prepares_decision)
@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a condition from the library."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    form = TakeConditionForm(request.POST, case=case, auto_id="take_%s")
    if done(request, form, lambda: deciding.take_condition(case, form.condition(), by=caller)):
        messages.success(request, _("The condition has been added. Fit it to the case."))
        return redirect("case", pk)
    return show(request, case, take=form)


@may(prepares_decision)
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a condition in one's own words."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    form = ConditionForm(request.POST, auto_id="condition_%s")
    if done(request, form, lambda: deciding.add_condition(case, **form.cleaned_data, by=caller)):
        messages.success(request, _("The condition has been added."))
        return redirect("case", pk)
    return show(request, case, condition=form)


@may(on(prepares, Condition))
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Fit a condition to the case."""
    told, caller = get_object_or_404(Condition, pk=pk), caller_of(request)
    form = ConditionForm(request.POST or None, instance=copy(told))
    if done(request, form, lambda: deciding.change_condition(told, form.cleaned_data, by=caller)):
        messages.success(request, _("Your changes have been saved."))
        return redirect("case", told.case_id)
    shown = {"form": form, "case": told.case, "heading": _("Change the condition")}
    return render(request, "cases/form.html", shown, status=422 if form.errors else 200)


@may(on(prepares, Condition))
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a condition away."""
    told = get_object_or_404(Condition, pk=pk)
    deciding.remove_condition(told, by=caller_of(request))
    messages.success(request, _("The condition has been removed."))
    return redirect("case", told.case_id)
