"""Open a dialogue, and say what stops an operator."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from taskforce.web.dialogue.actions.dialogues import open_dialogue
from taskforce.web.dialogue.forms.opening import DialogueForm, ObstacleForm
from taskforce.web.dialogue.mail.outgoing import send_letters_about
from taskforce.web.dialogue.models import Message
from taskforce.web.dialogue.rules import meets_obstacles, opens
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done


@may(opens)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Choose the parties, and write the first message."""
    form = DialogueForm(request.POST or None, request.FILES or None, caller=caller_of(request))
    lead = _("All parties read the first message. After that you choose who reads what.")
    return _opened(request, form, heading=_("Begin a dialogue"), lead=lead)


@may(meets_obstacles)
@require_http_methods(["GET", "HEAD", "POST"])
def new_obstacle(request: HttpRequest) -> HttpResponse:
    """Say what stops one's company in a municipality."""
    form = ObstacleForm(request.POST or None, request.FILES or None, caller=caller_of(request))
    lead = _("The municipality and the taskforce read it. No other operator ever sees it.")
    return _opened(request, form, heading=_("What stops you in a municipality?"), lead=lead)


def _opened(
    request: HttpRequest, form: DialogueForm | ObstacleForm, *, heading: str, lead: str
) -> HttpResponse:
    made: list[Message] = []

    def act() -> None:
        text, files = form.text_and_files
        others = form.cleaned_data.get("others", ())
        told = form.facts(), text
        made.append(open_dialogue(*told, by=caller_of(request), others=others, files=files))

    if done(request, form, act):
        send_letters_about(made[0])
        messages.success(request, _("The dialogue has begun, and the parties are told by mail."))
        return redirect("dialogue", made[0].dialogue_id)
    shown = {"form": form, "heading": heading, "lead": lead}
    return render(request, "dialogue/new.html", shown, status=422 if form.errors else 200)
