"""Take over the white spots of a new mapping: new ones come, those that are gone are closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction

from taskforce.report.bundle import Bundle, Bundles
from taskforce.report.figures import WhiteSpotFigures, WhiteSpotTable
from taskforce.web.frame.edition import origin
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.spots.models import Reading, Spot


@dataclass(frozen=True, slots=True)
class Read:
    """How many mappings were read, and what became of the white spots."""

    mappings: int = 0
    new: int = 0
    gone: int = 0


def read_mappings(*, on: date, by: Actor) -> Read:
    """Read every mapping on the shelf that is newer than the last one read, the oldest first."""
    last = Reading.objects.first()
    read = [
        read_mapping(bundle, on=on, by=by)
        for bundle in _one_for_each_day()
        if last is None or bundle.label.as_of > last.as_of
    ]
    return Read(len(read), sum(one.new for one in read), sum(one.gone for one in read))


@transaction.atomic
def read_mapping(bundle: Bundle, *, on: date, by: Actor) -> Reading:
    """Take over the white spots of one mapping; nothing is ever deleted."""
    table = bundle.white_spots(bundle.region().default_threshold)
    known = {spot.spot_id: spot for spot in Spot.objects.select_related("municipality")}
    places = {
        one.code: one for one in Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    }
    found = [one for one in table.spots if one.municipality in places]
    as_of, new = bundle.label.as_of, 0
    for one in found:
        facts = _facts(one) | {"municipality": places[one.municipality]}
        if one.id in known:
            _seen_again(known.pop(one.id), facts, on=on, by=by)
        else:
            fresh = {"spot_id": one.id, "first_seen": as_of, "unowned_since": on}
            add(Spot(**fresh, **facts), by=by)
            new += 1
    gone = [_close(spot, as_of, by=by) for spot in known.values() if spot.is_open]
    return _note(bundle, table, found, {"new": new, "gone": len(gone), "read_on": on}, by=by)


def _one_for_each_day() -> list[Bundle]:
    # Of several bundles of the same day the last one made counts, as on the public pages.
    by_day = {bundle.label.as_of: bundle for bundle in Bundles(settings.SHELF).all()}
    return list(by_day.values())


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


def _seen_again(spot: Spot, facts: dict[str, Any], *, on: date, by: Actor) -> None:
    back: dict[str, Any] = {"gone_on": None}
    if not spot.is_open and spot.owner_id is None:
        back["unowned_since"] = on
    change(spot, facts | back, by=by)


def _close(spot: Spot, as_of: date, *, by: Actor) -> bool:
    return change(spot, {"gone_on": as_of}, by=by, what="spot.gone_from_mapping")


def _note(
    bundle: Bundle,
    table: WhiteSpotTable,
    found: list[WhiteSpotFigures],
    counts: dict[str, Any],
    *,
    by: Actor,
) -> Reading:
    reading = Reading(
        as_of=bundle.label.as_of,
        snapshot=bundle.label.snapshot,
        threshold=table.threshold,
        publisher=origin(bundle).publisher,
        spots=len(found),
        sizes={one.id: one.addresses.value for one in found},
        **counts,
    )
    return add(reading, by=by)
