"""The public materials that fit the page of a municipality: what tells of itself comes first."""

from __future__ import annotations

from datetime import date

from taskforce.web.library.models import Facet, Material, Reader
from taskforce.web.library.models.material import ELSEWHERE
from taskforce.web.library.queries.access import open_to
from taskforce.web.people.caller import NOBODY

# Who reads the page of a municipality; those who work for it find the whole library inside.
_READERS = (Reader.CITIZENS, Reader.INDUSTRY, Reader.POLITICS)
_SAID = ("title_da", "title_en", "summary_da", "summary_en", "source")


def for_place(name: str, on: date, most: int) -> list[Material]:
    """The few that fit best; what should have been looked at again by now is left out.

    First what tells of the municipality itself, then what helps its citizens, then firms and
    politicians; of equals, what can be read here before what lies elsewhere, and the newest first.
    """
    every = open_to(NOBODY).order_by("-published_on", "-pk").prefetch_related("marks")
    fresh = [one for one in every if not one.is_expired(on)]
    places = [((_distance(one, name), one.kind in ELSEWHERE), one) for one in fresh]
    ranked = sorted(places, key=lambda pair: pair[0])
    return [one for (distance, _), one in ranked if distance <= len(_READERS)][:most]


def _distance(one: Material, name: str) -> int:
    """0 for what names the municipality, then one step for each kind of reader."""
    if any(name.lower() in getattr(one, field).lower() for field in _SAID):
        return 0
    words = {mark.word for mark in one.marks.all() if mark.facet == Facet.READER}
    steps = (step for step, reader in enumerate(_READERS, start=1) if reader in words)
    return next(steps, len(_READERS) + 1)
