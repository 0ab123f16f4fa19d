"""Take a dialogue along: as a paper, and as a document for machines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.report.paper.paper import pdf
from taskforce.web.dialogue.models import Dialogue
from taskforce.web.dialogue.queries.export import dialogue_document, paper_of
from taskforce.web.dialogue.rules import sees_dialogue
from taskforce.web.frame.downloads import download
from taskforce.web.frame.journal.record import seen
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may


@may(sees_dialogue)
@require_safe
def as_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The dialogue as a tagged PDF, with the messages that the reader may read."""
    dialogue, caller, today = get_object_or_404(Dialogue, pk=pk), caller_of(request), localdate()
    seen(dialogue, by=caller, what="dialogue.exported")
    content = pdf("case", paper_of(caller, dialogue, on=today), on=today)
    return download(content, "application/pdf", f"{dialogue.number}.pdf")


@may(sees_dialogue)
@require_safe
def as_json(request: HttpRequest, pk: int) -> HttpResponse:
    """The dialogue as static/dialogue/dialogue-schema.json describes it."""
    dialogue, caller, today = get_object_or_404(Dialogue, pk=pk), caller_of(request), localdate()
    seen(dialogue, by=caller, what="dialogue.exported")
    content = dialogue_document(caller, dialogue, on=today).model_dump_json(indent=2).encode()
    return download(content, "application/json", f"{dialogue.number}.json")
