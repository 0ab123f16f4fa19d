"""Where the chosen sites are, for the map: only those whose place the reader may know."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.rankings.queries.told import ToldRanking, ToldSite, ToldStage
from taskforce.web.sites.views.map_content import map_of_places

Places = list[list[Any]]


def map_of(told: ToldRanking, stage: ToldStage) -> dict[str, Any] | None:
    """The map of the chosen sites; None where no map has been published.

    It reaches around the sites of every number, so that none comes to lie outside when the
    slider moves.
    """
    found = map_of_places([place for one in told.stages for place in places_of(one)])
    shown = {"sites": places_of(stage), "namesFrom": 0, "numbered": True}
    return found and {**found, **shown}


def places_of(stage: ToldStage) -> Places:
    """Each site with its place in the order, and what it newly covers."""
    return [_place(one) for one in stage.sites if one.place.at]


def _place(one: ToldSite) -> list[Any]:
    place = one.place
    words = gettext("Newly covers %(number)s homes and firms")
    page = reverse("site", args=[place.pk]) if place.pk else ""
    told = words % {"number": number(one.why.newly_covered)}
    return [*(place.at or ()), place.name, told, page, one.why.rank]
