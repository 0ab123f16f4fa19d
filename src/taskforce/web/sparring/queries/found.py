"""Search among questions, and find only what the caller may read."""

from __future__ import annotations

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext

from taskforce.vocabulary.places import plain
from taskforce.web.frame.found import Found
from taskforce.web.people.caller import Caller
from taskforce.web.sparring.models import Question
from taskforce.web.sparring.queries.listing import Asked, rows

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The questions that have all the words in their subject or in what was written."""
    if not plain(text).split():
        return []
    return [_found(row.question) for row in rows(caller, Asked(text=text), localdate())[:_MOST]]


def _found(one: Question) -> Found:
    told = {"number": one.number, "place": one.municipality.name}
    detail = gettext("Question %(number)s, %(place)s") % told
    return Found(str(one), detail, reverse("sparring-question", args=[one.pk]))
