"""Fill in the application: the facts, the place, the papers; then check it and send it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.rules.fact import Case as RuleCase
from taskforce.rules.facts import facts_from
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.vocabulary.errors import Refused
from taskforce.web.cases.actions.cases import change_case, freeze_check, set_facts
from taskforce.web.cases.actions.sending import send as send_case
from taskforce.web.cases.forms.facts import CaseFactsForm
from taskforce.web.cases.forms.place import PlaceForm
from taskforce.web.cases.forms.steps import PapersForm, SendForm
from taskforce.web.cases.models import Case
from taskforce.web.cases.places.written import as_text
from taskforce.web.cases.queries.frozen import latest_check, told
from taskforce.web.cases.queries.needed import still_needed
from taskforce.web.cases.rules import edits_case
from taskforce.web.cases.views.map_content import map_content
from taskforce.web.cases.views.page import show
from taskforce.web.checks.forms.facts import shown_in_fields
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done


@may(edits_case)
@require_http_methods(["GET", "HEAD", "POST"])
def facts(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is known; saving it asks the rules of today as well."""
    case, caller, today = get_object_or_404(Case, pk=pk), caller_of(request), localdate()
    needed = still_needed(case, today)
    form = CaseFactsForm(
        request.POST or None, case=RuleCase(case.kind), needed=needed, initial=_said(case)
    )
    if request.method == "POST" and form.is_valid():
        set_facts(case, form.facts().given, by=caller)
        freeze_check(case, on=today, by=caller)
        return _after_facts(request, case, needed)
    shown = {"form": form, "case": case}
    return render(request, "cases/facts.html", shown, status=422 if form.errors else 200)


def _after_facts(request: HttpRequest, case: Case, asked: Iterable[str]) -> HttpResponse:
    """On to the next questions that the new answers raise; then to the place."""
    if set(still_needed(case, localdate())) - set(asked):
        messages.info(request, _("The facts are saved. Your answers raise further questions."))
        return redirect("case-facts", case.pk)
    messages.success(request, _("The facts are saved, and checked against the rules of today."))
    return redirect("case-place" if case.shape is None else "case", case.pk)


@may(edits_case)
@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the rules of today once more; the answers of before are kept."""
    case = get_object_or_404(Case, pk=pk)
    try:
        freeze_check(case, on=localdate(), by=caller_of(request))
    except Refused:
        messages.error(request, _("The rules have changed what they ask. Look at the facts again."))
        return redirect("case-facts", pk)
    messages.success(request, _("The case has been checked against the rules of today."))
    return redirect("case", pk)


@may(edits_case)
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Say where it is: on the map, as coordinates, or with a file."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    form = PlaceForm(
        request.POST or None, request.FILES or None, initial={"coordinates": as_text(case.shape)}
    )
    if done(request, form, lambda: change_case(case, {"shape": form.shape}, by=caller)):
        messages.success(request, _("The place has been saved."))
        return redirect("case", pk)
    shown = {"form": form, "case": case, "map": map_content(case, draws=True)}
    return render(request, "cases/place.html", shown, status=422 if form.errors else 200)


@may(edits_case)
@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick the papers that are enclosed."""
    case, found = get_object_or_404(Case, pk=pk), latest_check(get_object_or_404(Case, pk=pk))
    asked = told(found).papers if found else []
    form = PapersForm(request.POST or None, papers=asked, initial={"papers": case.papers})
    if request.method == "POST" and form.is_valid():
        change_case(case, {"papers": form.cleaned_data["papers"]}, by=caller_of(request))
        messages.success(request, _("Your changes have been saved."))
        return redirect("case", pk)
    shown = {"form": form, "case": case, "heading": _("Papers"), "asked": asked}
    return render(request, "cases/papers.html", shown, status=422 if form.errors else 200)


@may(edits_case)
@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the application to the municipality."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    form = SendForm(request.POST, case=case, auto_id="send_%s")
    if done(request, form, lambda: send_case(case, on=form.day(), by=caller)):
        messages.success(request, _("The application has been sent, and the first clock runs."))
        return redirect("case", pk)
    return show(request, case, send=form)


def _said(case: Case) -> dict[str, Any]:
    """What the case says, as the fields of the form show it; what no longer fits is left out."""
    book = the_rulebook()
    try:
        known = facts_from(case.said, book=book)
    except Refused:
        return {}
    return shown_in_fields(known.given, book.facts)
