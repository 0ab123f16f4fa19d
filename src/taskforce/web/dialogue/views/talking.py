"""Write in a dialogue, close it, and take it up again."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from taskforce.web.dialogue.actions import dialogues
from taskforce.web.dialogue.actions.messages import write_message
from taskforce.web.dialogue.forms.messages import WordsForm
from taskforce.web.dialogue.mail.outgoing import send_letters_about
from taskforce.web.dialogue.models import Dialogue, Message
from taskforce.web.dialogue.rules import leads_dialogue, sees_dialogue
from taskforce.web.dialogue.views.page import message_form, show
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done

Words = Callable[[Dialogue, str, Caller], Message]


@may(sees_dialogue)
@require_POST
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """Write to the others, and tell them by mail."""
    dialogue, caller = get_object_or_404(Dialogue, pk=pk), caller_of(request)
    if not dialogue.is_open:
        messages.error(request, _("The dialogue is closed. Take it up again to write in it."))
        return redirect("dialogue", pk)
    form = message_form(dialogue, caller, request.POST, request.FILES)
    made: list[Message] = []

    def act() -> None:
        made.append(write_message(dialogue, form.said(), by=caller, files=form.enclosed))

    if done(request, form, act):
        send_letters_about(made[0])
        messages.success(request, _("Your message has been sent."))
        return redirect("dialogue", pk)
    return show(request, dialogue, message=form)


@may(leads_dialogue)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a dialogue with a word on what came of it."""

    def act(dialogue: Dialogue, text: str, caller: Caller) -> Message:
        return dialogues.close(dialogue, text, by=caller)

    return _told(request, pk, "close", act, _("The dialogue has been closed."))


@may(sees_dialogue)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a closed dialogue up again."""

    def act(dialogue: Dialogue, text: str, caller: Caller) -> Message:
        return dialogues.reopen(dialogue, text, by=caller)

    return _told(request, pk, "reopen", act, _("The dialogue has been taken up again."))


def _told(request: HttpRequest, pk: int, name: str, act: Words, well: str) -> HttpResponse:
    dialogue, caller = get_object_or_404(Dialogue, pk=pk), caller_of(request)
    if dialogue.is_open != (name == "close") or dialogue.forgotten_on is not None:
        return redirect("dialogue", pk)  # somebody else was faster
    form = WordsForm(request.POST, auto_id=f"{name}_%s")
    made: list[Message] = []
    if done(request, form, lambda: made.append(act(dialogue, form.cleaned_data["text"], caller))):
        send_letters_about(made[0])
        messages.success(request, well)
        return redirect("dialogue", pk)
    return show(request, dialogue, **{name: form})
