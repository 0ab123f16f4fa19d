"""Write about a question, take it, close it with what came of it, and take it up again."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, may
from taskforce.web.people.views.saving import done
from taskforce.web.sparring.actions import questions
from taskforce.web.sparring.actions.advice import log_hours
from taskforce.web.sparring.actions.mails import tell_of
from taskforce.web.sparring.forms.advice import HoursForm
from taskforce.web.sparring.forms.thread import CloseForm, EffectForm, ReopenForm, TakeForm
from taskforce.web.sparring.models import Effect, Message, Question
from taskforce.web.sparring.rules import sees_question
from taskforce.web.sparring.views.page import show, thread_form


@may(sees_question)
@require_POST
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """Write to the other side, and tell them by mail."""
    question, caller = get_object_or_404(Question, pk=pk), caller_of(request)
    if not question.is_open:
        messages.error(request, _("The question is closed. Take it up again to write in it."))
        return redirect("sparring-question", pk)
    form = thread_form(caller, request.POST, request.FILES)

    def act() -> Message:
        return questions.say(question, form.said(), by=caller, files=form.enclosed)

    return _told(request, question, "message", form, act, _("Your message has been sent."))


@may(consultants)
@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a question, and say by when it is answered."""
    question, caller = get_object_or_404(Question, pk=pk), caller_of(request)
    if not question.awaits_answer:
        return redirect("sparring-question", pk)  # somebody else was faster
    form = TakeForm(request.POST, auto_id="take_%s")
    if done(request, form, lambda: questions.take(question, **form.cleaned_data, by=caller)):
        messages.success(request, _("The question is yours."))
        return redirect("sparring-question", pk)
    return show(request, question, take=form)


@may(consultants)
@require_POST
def hours(request: HttpRequest, pk: int) -> HttpResponse:
    """Log time spent on a question."""
    question, caller = get_object_or_404(Question, pk=pk), caller_of(request)
    form = HoursForm(request.POST, auto_id="hours_%s")
    if done(request, form, lambda: log_hours(question, **form.told(), by=caller)):
        messages.success(request, _("The time has been logged."))
        return redirect("sparring-question", pk)
    return show(request, question, hours=form)


@may(sees_question)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a question, and say what came of it."""
    question, caller = get_object_or_404(Question, pk=pk), caller_of(request)
    if not question.is_open:
        return redirect("sparring-question", pk)  # somebody else was faster
    form = CloseForm(request.POST, auto_id="close_%s")

    def act() -> Message:
        given = form.cleaned_data
        return questions.close(question, Effect(given["effect"]), given["text"], by=caller)

    return _told(request, question, "close", form, act, _("The question has been closed."))


@may(sees_question)
@require_POST
def effect(request: HttpRequest, pk: int) -> HttpResponse:
    """Say later what came of it after all."""
    question, caller = get_object_or_404(Question, pk=pk), caller_of(request)
    if question.is_open:
        return redirect("sparring-question", pk)
    form = EffectForm(request.POST, auto_id="effect_%s")

    def act() -> None:
        questions.tell_effect(question, Effect(form.cleaned_data["effect"]), by=caller)

    if done(request, form, act):
        messages.success(request, _("Your changes have been saved."))
        return redirect("sparring-question", pk)
    return show(request, question, effect=form)


@may(sees_question)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a closed question up again."""
    question, caller = get_object_or_404(Question, pk=pk), caller_of(request)
    if question.is_open or question.forgotten_on is not None:
        return redirect("sparring-question", pk)
    form = ReopenForm(request.POST, auto_id="reopen_%s")

    def act() -> Message:
        return questions.reopen(question, form.cleaned_data["text"], by=caller)

    return _told(request, question, "reopen", form, act, _("The question is open again."))


def _told(
    request: HttpRequest,
    question: Question,
    name: str,
    form: BaseForm,
    act: Callable[[], Message],
    well: str,
) -> HttpResponse:
    made: list[Message] = []
    if done(request, form, lambda: made.append(act())):
        tell_of(made[0])
        messages.success(request, well)
        return redirect("sparring-question", question.pk)
    return show(request, question, **{name: form})
