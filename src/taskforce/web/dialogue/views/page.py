"""The page of one dialogue, with every form that stands on it."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.dialogue.forms.handling import AgreementForm, PartyForm
from taskforce.web.dialogue.forms.messages import MessageForm, WordsForm
from taskforce.web.dialogue.models import Dialogue
from taskforce.web.dialogue.queries import access
from taskforce.web.dialogue.queries.obstacles import clause
from taskforce.web.dialogue.queries.page import said_in, taking_part
from taskforce.web.dialogue.rules import sees_dialogue
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.rights import may


@may(sees_dialogue)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of a dialogue that the reader may read."""
    return show(request, get_object_or_404(Dialogue, pk=pk))


def show(request: HttpRequest, dialogue: Dialogue, **tried: BaseForm) -> HttpResponse:
    """The page; a form that could not be carried out says why, where it stands."""
    caller, today = caller_of(request), localdate()
    agreements = dialogue.agreements.select_related("owner", "dialogue")
    shown = {
        "dialogue": dialogue,
        "said": said_in(caller, dialogue),
        "parties": taking_part(caller, dialogue),
        "agreements": [
            (one, one.is_overdue(today), access.fulfils(caller, one)) for one in agreements
        ],
        "clause": clause(dialogue.rule),
        "leads": access.leads(caller, dialogue),
        "said_as": access.said_as(caller, dialogue),
        "forms": forms_of(dialogue, caller) | tried,
        "form": next(iter(tried.values()), None),
    }
    return render(request, "dialogue/dialogue.html", shown, status=422 if tried else 200)


def message_form(dialogue: Dialogue, caller: Caller, *given: Any) -> MessageForm:
    """The form of a message, with the readers that the caller can choose."""
    own = access.speaks_as(caller, dialogue) is not None
    others = access.others(caller, dialogue)
    return MessageForm(*given, others=others, own=own, auto_id="message_%s")


def forms_of(dialogue: Dialogue, caller: Caller) -> dict[str, BaseForm]:
    """The forms of the page, not filled in."""
    return {
        "message": message_form(dialogue, caller),
        "agreement": AgreementForm(dialogue=dialogue, auto_id="agreement_%s"),
        "party": PartyForm(dialogue=dialogue, caller=caller, auto_id="party_%s"),
        "close": WordsForm(auto_id="close_%s"),
        "reopen": WordsForm(auto_id="reopen_%s"),
    }
