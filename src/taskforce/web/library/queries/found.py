"""Search among the materials, and find only what the caller may see."""

from __future__ import annotations

from django.urls import reverse

from taskforce.web.frame.found import Found
from taskforce.web.library.models import Material
from taskforce.web.library.queries.listing import Asked, rows
from taskforce.web.people.caller import Caller

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The materials with all the words, best first."""
    return [_found(one) for one in rows(caller, Asked(q=text))[:_MOST]]


def _found(one: Material) -> Found:
    return Found(
        one.title, f"{one.get_kind_display()}: {one.summary}", reverse("material", args=[one.slug])
    )
