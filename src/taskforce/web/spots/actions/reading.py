"""Take over the white spots of a new mapping: new ones come, those that are gone are closed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from taskforce.report.bundle import Bundle, slug_of
from taskforce.report.figures import WhiteSpotFigures
from taskforce.web.frame.edition import history, origin
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add
from taskforce.web.spots.actions.taking_over import Day, Taken, municipalities, take_over
from taskforce.web.spots.actions.withdrawing import withdraw
from taskforce.web.spots.models import Reading, Spot, SpotKind
from taskforce.web.spots.queries.readings import newest_reading

_DRAWN = "white_spots.geojson"


@dataclass(frozen=True, slots=True)
class Read:
    """How many mappings were read or taken back, and what became of the white spots."""

    mappings: int = 0
    new: int = 0
    gone: int = 0
    taken_back: int = 0


def summed(read: Iterable[Reading]) -> Read:
    """What became of them over several mappings."""
    every = list(read)
    return Read(len(every), sum(one.new for one in every), sum(one.gone for one in every))


@transaction.atomic
def read_mappings(*, on: date, by: Actor) -> Read:
    """Read every mapping that is newer than the last one read, the oldest first.

    Where everybody has gone back to earlier figures, white spots go back to those too.
    """
    standing = _one_for_each_day()
    taken_back = withdraw(standing, on=on, by=by)
    last = newest_reading()
    newer = [one for day, one in standing.items() if last is None or day > last.as_of]
    if taken_back and not newer and last is not None and last.as_of in standing:
        taken = _take_over(_found(standing[last.as_of]), Day(last.as_of, on, by))
        return Read(new=taken.new, gone=taken.gone, taken_back=taken_back)
    read = summed(read_mapping(bundle, on=on, by=by) for bundle in newer)
    return replace(read, taken_back=taken_back)


@transaction.atomic
def read_mapping(bundle: Bundle, *, on: date, by: Actor) -> Reading:
    """Take over the white spots of one mapping; nothing is ever deleted."""
    found = _found(bundle)
    taken = _take_over(found, Day(bundle.label.as_of, on, by))
    reading = Reading(
        as_of=bundle.label.as_of,
        snapshot=bundle.label.snapshot,
        edition=bundle.edition,
        threshold=bundle.region().default_threshold,
        publisher=origin(bundle).publisher,
        read_on=on,
        spots=len(found),
        new=taken.new,
        gone=taken.gone,
        sizes={name: facts["addresses"] for name, facts in found.items()},
    )
    return add(reading, by=by)


def _found(bundle: Bundle) -> dict[str, dict[str, Any]]:
    table = bundle.white_spots(bundle.region().default_threshold)
    places, shapes = municipalities(), _shapes(bundle, table.threshold)
    return {
        one.id: _facts(one)
        | {"municipality": places[one.municipality], "shape": shapes.get(one.id)}
        for one in table.spots
        if one.municipality in places
    }


def _take_over(found: Mapping[str, Mapping[str, Any]], day: Day) -> Taken:
    known = Spot.objects.filter(kind=SpotKind.FIXED).select_related("municipality")
    return take_over(found, known, day)


def _one_for_each_day() -> dict[date, Bundle]:
    # Of several bundles of the same day the last one made counts, as on the public pages.
    return {bundle.label.as_of: bundle for bundle in history()}


def _facts(one: WhiteSpotFigures) -> dict[str, Any]:
    technology = one.nearest_served_technology
    return {
        "addresses": one.addresses.value,
        "area_km2": one.area_km2,
        "longitude": one.longitude,
        "latitude": one.latitude,
        "nearest_served_m": one.nearest_served_m,
        "nearest_served_technology": technology.value if technology else "",
    }


def _shapes(bundle: Bundle, threshold: str) -> dict[str, Any]:
    """The outlines as everyone can fetch them, by the name of the spot."""
    file = bundle.download(_DRAWN)
    if file is None:
        return {}
    drawn = json.loads(file.read_text(encoding="utf-8"))["features"]
    asked = slug_of(threshold)
    mine = (one for one in drawn if one["properties"]["threshold"] == asked)
    return {one["properties"]["id"]: one["geometry"] for one in mine}
