"""Take over the mobile holes of a new overview; a hole keeps its name while it keeps a hexagon."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction

from taskforce.report.mobile.holes import Hole, holes, outline
from taskforce.report.mobile.keeping import cells_of, kept
from taskforce.report.mobile.overview import MobileOverview
from taskforce.report.mobile.truths import Truth
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.signal import Service
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add
from taskforce.web.spots.actions.reading import Read, summed
from taskforce.web.spots.actions.taking_over import Day, municipalities, take_over
from taskforce.web.spots.models import Reading, Spot, SpotKind
from taskforce.web.spots.queries.readings import newest_reading

# What a hole rests on; what is predicted makes none.
_TRUTHS = (Truth.REPORTED, Truth.MEASURED)


def read_overviews(*, on: date, by: Actor) -> Read:
    """Read every overview that is newer than the last one read, the oldest first."""
    last = newest_reading(SpotKind.MOBILE)
    return summed(
        read_overview(one, on=on, by=by)
        for day, one in sorted(_one_for_each_day().items())
        if last is None or day > last.as_of
    )


@transaction.atomic
def read_overview(overview: MobileOverview, *, on: date, by: Actor) -> Reading:
    """Take over the holes of one overview; nothing is ever deleted."""
    places = municipalities()
    cells = cells_of(Shelf(settings.SHELF), overview.id)
    every = [one for one in holes(overview, cells) if one.municipality in places]
    known = list(Spot.objects.filter(kind=SpotKind.MOBILE).select_related("municipality"))
    found = {
        name: _facts(one) | {"municipality": places[one.municipality]}
        for name, one in named(every, known).items()
    }
    as_of = _day(overview)
    taken = take_over(found, known, Day(as_of, on, by))
    reading = Reading(
        kind=SpotKind.MOBILE,
        as_of=as_of,
        snapshot=overview.id,
        threshold=overview.reported_mbps,
        threshold_dbm=overview.threshold_dbm,
        sources=_sources(overview),
        read_on=on,
        spots=len(found),
        new=taken.new,
        gone=taken.gone,
        sizes={name: facts["addresses"] for name, facts in found.items()},
        hexagons={name: len(facts["cells"]) for name, facts in found.items()},
    )
    return add(reading, by=by)


def named(found: Sequence[Hole], known: Iterable[Spot]) -> dict[str, Hole]:
    """Give each hole the name of the one it shares most hexagons with, or else a new name."""
    taken = {spot.spot_id for spot in known}
    given: dict[str, Hole] = {}
    nameless = {(one.municipality, one.cells): one for one in found}
    for name, hole in _kinships(found, known):
        if name not in given and (hole.municipality, hole.cells) in nameless:
            given[name] = nameless.pop((hole.municipality, hole.cells))
    for hole in nameless.values():
        given[_new_name(hole, taken | given.keys())] = hole
    return given


def _kinships(found: Sequence[Hole], known: Iterable[Spot]) -> list[tuple[str, Hole]]:
    """The pairs of a name and a hole that share a hexagon, the closest first."""
    by_cell: dict[tuple[str, str], list[Spot]] = {}
    for spot in known:
        for cell in spot.cells:
            by_cell.setdefault((spot.municipality.code, cell), []).append(spot)
    pairs = []
    for hole in found:
        shared: dict[int, tuple[int, Spot]] = {}
        for cell in hole.cells:
            for spot in by_cell.get((hole.municipality, cell), ()):
                shared[spot.pk] = (shared.get(spot.pk, (0, spot))[0] + 1, spot)
        # One that still stands goes before one that was closed, and an older one before a newer.
        pairs += [
            ((not spot.is_open, -count, spot.pk, hole.cells), spot.spot_id, hole)
            for count, spot in shared.values()
        ]
    return [(name, hole) for _, name, hole in sorted(pairs, key=lambda pair: pair[0])]


def _new_name(hole: Hole, taken: set[str]) -> str:
    name = f"M-{hole.municipality}-{hole.cells[0]}"
    later = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (name, *later) if one not in taken)


def _one_for_each_day() -> dict[date, MobileOverview]:
    # Of several of the same day the last one made counts; they come the newest first.
    every = [one for one in kept(Shelf(settings.SHELF)) if one.service is Service.DATA]
    return {_day(one): one for one in reversed(every) if one.inputs}


def _day(overview: MobileOverview) -> date:
    """As new as the newest that it rests on."""
    days = [date.fromisoformat(one["as_of"]) for one in _sources(overview)]
    return max(days, default=overview.made_at.date())


def _sources(overview: MobileOverview) -> list[dict[str, str]]:
    return [
        {"truth": truth.value, "publisher": one.publisher, "as_of": one.as_of}
        for truth in _TRUTHS
        for one in overview.inputs_of(truth)
    ]


def _facts(hole: Hole) -> dict[str, Any]:
    import shapely

    return {
        "kind": SpotKind.MOBILE,
        "addresses": hole.addresses.value,
        "is_reported": not hole.addresses.unknown,
        "cells": list(hole.cells),
        "measured_cells": hole.measured_cells,
        "weak_cells": hole.weak_cells,
        "weak_addresses": hole.weak_addresses,
        "area_km2": hole.area_km2,
        "longitude": hole.longitude,
        "latitude": hole.latitude,
        "shape": json.loads(shapely.to_geojson(outline(hole.cells))),
    }
