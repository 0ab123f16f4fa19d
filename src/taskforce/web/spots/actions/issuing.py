"""Ask all operators about the same white spots: freeze a list, on its day or at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.commitments.months import months_after
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.spots.models import Reading, Schedule, Spot, SpotKind, SpotList
from taskforce.web.spots.queries.readings import newest_reading
from taskforce.web.spots.queries.size import large, schedule

# The first list waits until municipalities have had the time to find owners.
FIRST_AFTER = timedelta(days=30)


def issue_when_due(*, on: date, by: Actor) -> SpotList | None:
    """Issue the list of the day; the first one is planned once a mapping has been read."""
    plan = schedule()
    if plan.pk is None and Reading.objects.exists():
        add(Schedule(next_on=on + FIRST_AFTER), by=by)
        return None
    due = plan.next_on is not None and plan.next_on <= on
    return issue(on=on, by=by) if due and _found() else None


@transaction.atomic
def issue(*, on: date, by: Actor) -> SpotList:
    """Freeze the list of all white spots and mobile holes of the least size, and plan the next.

    Raises
    ------
    ValidationError
        There is no white spot of that size, or a list was issued on the same day.
    """
    reading, spots, plan = newest_reading(), _found(), schedule()
    if reading is None or not spots:
        raise ValidationError(_("There is no white spot to ask about."))
    if SpotList.objects.filter(issued_on=on).exists():
        raise ValidationError(_("A list has been issued today already."))
    content = [frozen(one) for one in spots]
    issued = SpotList(
        issued_on=on,
        answer_by=on + timedelta(days=plan.answer_days),
        as_of=reading.as_of,
        publisher=reading.publisher,
        threshold=reading.threshold,
        mobile=_mobile_sources(spots),
        smallest=plan.smallest,
        spots=len(content),
        content=content,
        sha256=checksum(content),
    )
    add(issued, by=by)
    set_schedule({"next_on": months_after(on, plan.months)}, by=by)
    return issued


@transaction.atomic
def set_schedule(new: Mapping[str, Any], *, by: Actor) -> None:
    """Keep when operators are asked, and about which white spots; issued lists stay as they are."""
    plan = Schedule.objects.select_for_update().first()
    if plan is None:
        add(Schedule(**new), by=by)
    else:
        change(plan, new, by=by)


def frozen(spot: Spot) -> dict[str, Any]:
    """A white spot or mobile hole as it stands in a list: what everybody may know of it."""
    return {
        "spot": spot.spot_id,
        "kind": spot.kind,
        "municipality": spot.municipality.code,
        "municipality_name": spot.municipality.name,
        "addresses": spot.addresses,
        "is_reported": spot.is_reported,
        "hexagons": len(spot.cells) or None,
        "measured_cells": spot.measured_cells,
        "weak_cells": spot.weak_cells,
        "weak_addresses": spot.weak_addresses,
        "area_km2": spot.area_km2,
        "longitude": spot.longitude,
        "latitude": spot.latitude,
        "nearest_served_m": spot.nearest_served_m,
        "nearest_served_technology": spot.nearest_served_technology or None,
    }


def checksum(content: list[dict[str, Any]]) -> str:
    """The fingerprint of a list, by which a changed one shows."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _mobile_sources(spots: list[Spot]) -> dict[str, Any] | None:
    reading = newest_reading(SpotKind.MOBILE)
    if reading is None or not any(one.is_mobile for one in spots):
        return None
    names = ("threshold", "threshold_dbm", "sources")
    return {name: getattr(reading, name) for name in names}


def _found() -> list[Spot]:
    there = Spot.objects.filter(gone_on__isnull=True).select_related("municipality")
    return list(large(there).order_by("municipality__code", "kind", "spot_id"))
