"""The materials that somebody asks for: by words, kind, topic, reader and phase."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.library.models import Facet, Material
from taskforce.web.library.queries.access import open_to
from taskforce.web.library.queries.words import materials_with
from taskforce.web.people.caller import Caller


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; "" asks for all."""

    q: str = ""
    kind: str = ""
    topic: str = ""
    reader: str = ""
    phase: str = ""

    @property
    def is_narrowed(self) -> bool:
        return self != Asked()


def rows(caller: Caller, asked: Asked) -> list[Material]:
    """The materials that fit: by rank where words were given, else by title."""
    found = open_to(caller).prefetch_related("marks")
    if asked.kind:
        found = found.filter(kind=asked.kind)
    for facet in Facet.values:
        word = getattr(asked, facet)
        if word:
            found = found.filter(marks__facet=facet, marks__word=word)
    if not asked.q.strip():
        return sorted(found, key=lambda one: in_danish_order(one.title))
    by_number = {one.pk: one for one in found}
    ranked = materials_with(asked.q, (get_language() or "da")[:2])
    return [by_number[number] for number in ranked if number in by_number]


def way_to_begin(caller: Caller) -> list[Material]:
    """The materials that a municipality begins with, in their order."""
    return list(open_to(caller).filter(start_step__isnull=False).order_by("start_step"))


def newest(caller: Caller, most: int) -> list[Material]:
    """Those that came last."""
    return list(open_to(caller).order_by("-published_on", "-pk")[:most])
