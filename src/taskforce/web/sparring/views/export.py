"""Take a question along, as a document for machines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.frame.journal.record import seen
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.sparring.models import Question
from taskforce.web.sparring.queries.export import question_document
from taskforce.web.sparring.rules import sees_question


@may(sees_question)
@require_safe
def as_json(request: HttpRequest, pk: int) -> HttpResponse:
    """The question as static/sparring/question-schema.json describes it."""
    question = get_object_or_404(Question, pk=pk)
    seen(question, by=caller_of(request), what="question.exported")
    content = question_document(question, on=localdate()).model_dump_json(indent=2).encode()
    headers = {
        "Content-Disposition": f'attachment; filename="{question.number}.json"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type="application/json", headers=headers)
