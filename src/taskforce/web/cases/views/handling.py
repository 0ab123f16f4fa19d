"""What the authority does with a case: events, statements, conditions, the decision."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.cases.actions import deciding
from taskforce.web.cases.actions.events import take_back, write_event
from taskforce.web.cases.actions.statements import ask_statement, receive_statement
from taskforce.web.cases.forms.deciding import DecisionForm
from taskforce.web.cases.forms.people import AnswerForm, StatementForm
from taskforce.web.cases.forms.steps import EventForm
from taskforce.web.cases.models import Case, Event, Statement
from taskforce.web.cases.queries.access import handles
from taskforce.web.cases.rules import handles_case, on, prepares_decision
from taskforce.web.cases.texts import routes_for
from taskforce.web.cases.views.page import show
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done


@may(handles_case)
@require_POST
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down the next step."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    form = EventForm(request.POST, case=case, auto_id="event_%s")
    if done(request, form, lambda: write_event(case, **form.event(), by=caller)):
        messages.success(request, _("It has been written down."))
        return redirect("case", pk)
    return show(request, case, event=form)


@may(on(handles, Event))
@require_POST
def event_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was written by mistake."""
    written = get_object_or_404(Event, pk=pk)
    case_pk = written.case_id
    try:
        take_back(written, by=caller_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("It has been taken back."))
    return redirect("case", case_pk)


@may(handles_case)
@require_POST
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask somebody for a statement."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    form = StatementForm(request.POST, auto_id="statement_%s")
    if done(request, form, lambda: ask_statement(case, form.cleaned_data, by=caller)):
        messages.success(request, _("The statement has been asked for."))
        return redirect("case", pk)
    return show(request, case, statement=form)


@may(on(handles, Statement))
@require_http_methods(["GET", "HEAD", "POST"])
def statement_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what was answered."""
    asked, caller = get_object_or_404(Statement, pk=pk), caller_of(request)
    form = AnswerForm(request.POST or None)
    if done(request, form, lambda: receive_statement(asked, **form.cleaned_data, by=caller)):
        messages.success(request, _("The statement has been written down."))
        return redirect("case", asked.case_id)
    heading = _("Statement from %(name)s") % {"name": asked.asked_from}
    shown = {"form": form, "case": asked.case, "heading": heading}
    return render(request, "cases/form.html", shown, status=422 if form.errors else 200)


@may(prepares_decision)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down the decision that was given in the municipality's own system."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    form = DecisionForm(request.POST or None, case=case)

    def act() -> None:
        reference = form.cleaned_data["reference"]
        deciding.decide(case, form.facts(), reference=reference, by=caller)

    if done(request, form, act):
        messages.success(request, _("The decision has been written down."))
        return redirect("case", pk)
    shown = {"form": form, "case": case, "routes": routes_for(case.kind)}
    return render(request, "cases/decide.html", shown, status=422 if form.errors else 200)
