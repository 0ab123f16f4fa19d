"""Search among the white spots, and find only what the caller may see."""

from __future__ import annotations

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext

from taskforce.web.frame.found import Found
from taskforce.web.people.caller import Caller
from taskforce.web.spots.models import Spot
from taskforce.web.spots.queries.access import takes_part
from taskforce.web.spots.queries.listing import Asked, rows

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The white spots with all the words in their number, name, municipality or next step."""
    if not takes_part(caller):
        return []
    hits = rows(caller, Asked(q=text, state="all"), localdate())
    return [_found(row.spot) for row in hits[:_MOST]]


def _found(spot: Spot) -> Found:
    owner = spot.owner.name if spot.owner else gettext("no owner")
    detail = f"{spot.municipality.name}, {owner}"
    return Found(spot.title, detail, reverse("spot", args=[spot.pk]))
