"""The state of a question, in words and in a colour."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext

from taskforce.web.sparring.models import Question, State
from taskforce.web.sparring.queries.clock import is_urgent

register = template.Library()
_COLOURS = {
    State.NEW: "going",
    State.TAKEN: "going",
    State.ANSWERED: "done",
    State.CLOSED: "done",
}


@register.filter
def question_state(question: Question) -> SafeString:
    """How far it is; a day that has passed, or is about to, is said before anything else."""
    today = localdate()
    if question.is_overdue(today):
        return _said(gettext("Overdue"), "overdue")
    if is_urgent(question, today):
        return _said(gettext("To be answered soon"), "waiting")
    return _said(str(question.state.label), _COLOURS[question.state])


def _said(words: str, colour: str) -> SafeString:
    return format_html('<span class="state {}">{}</span>', colour, words)
