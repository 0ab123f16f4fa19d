"""The page of one question, with every form that stands on it."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.rights import may
from taskforce.web.sparring.forms.advice import HoursForm
from taskforce.web.sparring.forms.thread import (
    AnswerForm,
    CloseForm,
    EffectForm,
    FurtherForm,
    ReopenForm,
    TakeForm,
)
from taskforce.web.sparring.models import Question
from taskforce.web.sparring.models.message import SETTLED
from taskforce.web.sparring.queries.clock import is_urgent
from taskforce.web.sparring.queries.page import about, hours_on, told_in
from taskforce.web.sparring.queries.sharing import can_be_shared, peers_of, proposal_of
from taskforce.web.sparring.rules import sees_question


@may(sees_question)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about a question."""
    return show(request, get_object_or_404(Question, pk=pk))


def show(request: HttpRequest, question: Question, **tried: BaseForm) -> HttpResponse:
    """The page; a form that could not be carried out says why, where it stands."""
    caller, today = caller_of(request), localdate()
    shown = {
        "question": question,
        "told": told_in(question),
        "settled": SETTLED,
        "about": about(question),
        "hours": hours_on(question),
        "peers": peers_of(question) if question.is_open else [],
        "proposal": proposal_of(question),
        "can_be_shared": can_be_shared(question),
        "speaks": caller.speaks_for(question.place),
        "overdue": question.is_overdue(today),
        "urgent": is_urgent(question, today),
        "taskforce": caller.is_consultant,
        "own": question.taken_by_id == caller.account_id,
        "forms": _forms(question, caller) | tried,
        "form": next(iter(tried.values()), None),
    }
    return render(request, "sparring/question.html", shown, status=422 if tried else 200)


def thread_form(caller: Caller, *given: Any) -> AnswerForm | FurtherForm:
    """The form in which the caller's side writes."""
    kind = AnswerForm if caller.is_consultant else FurtherForm
    return kind(*given, auto_id="message_%s")


def _forms(question: Question, caller: Caller) -> dict[str, BaseForm]:
    """The forms of the page, not filled in."""
    return {
        "message": thread_form(caller),
        "take": TakeForm(initial={"due_on": question.due_on}, auto_id="take_%s"),
        "hours": HoursForm(initial={"given_on": localdate()}, auto_id="hours_%s"),
        "close": CloseForm(auto_id="close_%s"),
        "effect": EffectForm(initial={"effect": question.effect}, auto_id="effect_%s"),
        "reopen": ReopenForm(auto_id="reopen_%s"),
    }
