"""Begin a case, and change what it is called and where it lies."""

from __future__ import annotations

from copy import copy

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from taskforce.web.cases.actions.cases import change_case, register
from taskforce.web.cases.forms.registering import ChangeCaseForm, NewCaseForm
from taskforce.web.cases.models import Case, CaseKind
from taskforce.web.cases.queries.access import handles, registers_for
from taskforce.web.cases.rules import edits_case, members_of_cases, registers
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done


@may(members_of_cases)
@require_safe
def new(request: HttpRequest) -> HttpResponse:
    """Choose what the case is about."""
    caller = caller_of(request)
    kinds = [kind for kind in CaseKind if registers_for(caller, kind)]
    return render(request, "cases/new.html", {"kinds": kinds})


@may(registers)
@require_http_methods(["GET", "HEAD", "POST"])
def new_of_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """Name the case; the rest follows on its own pages, one thing at a time."""
    if kind not in CaseKind.values:
        raise Http404
    caller, asked = caller_of(request), CaseKind(kind)
    form = NewCaseForm(request.POST or None, kind=asked, registrars=registers_for(caller, asked))
    made: list[Case] = []
    if done(request, form, lambda: made.append(register(form.case(), by=caller))):
        return redirect("case-facts", made[0].pk)
    shown = {"form": form, "kind": asked}
    return render(request, "cases/new_of_kind.html", shown, status=422 if form.errors else 200)


@may(edits_case)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the title, the place in words, or the municipality's own case number."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    form = ChangeCaseForm(request.POST or None, kind=CaseKind(case.kind), instance=copy(case))
    if not case.is_draft:
        form.without("municipality", "landlord", "applicant")
    if not handles(caller, case):
        form.without("reference", "applicant", "landlord")
    if done(request, form, lambda: change_case(case, form.cleaned_data, by=caller)):
        messages.success(request, _("Your changes have been saved."))
        return redirect("case", pk)
    shown = {"form": form, "case": case, "heading": _("Change the case")}
    return render(request, "cases/form.html", shown, status=422 if form.errors else 200)
