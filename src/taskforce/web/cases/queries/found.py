"""Search among cases, and find only what the caller may see; a rent is never searched."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.vocabulary.places import plain
from taskforce.web.cases.models import Case
from taskforce.web.cases.queries.access import open_to
from taskforce.web.frame.found import Found
from taskforce.web.people.caller import Caller

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The cases that have all the words in their title, place, number or municipality."""
    words = plain(text).split()
    hits = [one for one in open_to(caller) if words and _has(words, one)]
    return [_found(one) for one in hits[:_MOST]]


def _has(words: list[str], case: Case) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    parts = (case.title, case.whereabouts, case.reference, case.number, case.municipality.name)
    said = plain(" ".join(parts))
    return all(word in said for word in words)


def _found(case: Case) -> Found:
    detail = gettext("%(kind)s %(number)s, %(place)s") % {
        "kind": case.get_kind_display(),
        "number": case.number,
        "place": case.municipality.name,
    }
    return Found(case.title, detail, reverse("case", args=[case.pk]))
