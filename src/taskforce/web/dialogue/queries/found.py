"""Search among dialogues, and find only what the caller may read."""

from __future__ import annotations

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext

from taskforce.vocabulary.places import plain
from taskforce.web.dialogue.queries.listing import Asked, Row, rows
from taskforce.web.frame.found import Found
from taskforce.web.people.caller import Caller

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The dialogues that have all the words in their subject, parties or readable messages."""
    if not plain(text).split():
        return []
    return [_found(one) for one in rows(caller, Asked(text=text), localdate())[:_MOST]]


def _found(row: Row) -> Found:
    one = row.dialogue
    detail = gettext("%(kind)s %(number)s, %(place)s") % {
        "kind": one.get_kind_display(),
        "number": one.number,
        "place": one.where,
    }
    return Found(str(one), detail, reverse("dialogue", args=[one.pk]))
