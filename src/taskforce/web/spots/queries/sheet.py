"""The white spots as a table for a spreadsheet: exactly the rows that the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext

from taskforce.web.commitments.queries.sheet import Sheet, Value
from taskforce.web.spots.models import Reading
from taskforce.web.spots.queries.listing import Row


def sheet(rows: Iterable[Row], *, on: date) -> Sheet:
    """The rows in words."""
    reading = Reading.objects.first()
    told = {
        "publisher": reading.publisher if reading else gettext("unknown"),
        "as_of": reading.as_of.isoformat() if reading else gettext("unknown"),
        "day": on.isoformat(),
    }
    source = gettext(
        "Source: %(publisher)s, %(as_of)s; calculated. Follow-up: Digital Taskforce, %(day)s."
    )
    values = tuple(_values(row) for row in rows)
    return Sheet(gettext("White spots"), source % told, _heads(), values)


def _heads() -> tuple[str, ...]:
    return (
        gettext("Number"),
        gettext("White spot"),
        gettext("Municipality"),
        gettext("Addresses"),
        gettext("Area (km²)"),
        gettext("First seen"),
        gettext("No longer in the mapping since"),
        gettext("Who follows it up"),
        gettext("Nobody since"),
        gettext("Next step"),
        gettext("By when"),
        gettext("Overdue"),
        gettext("Operators that have answered"),
        gettext("Longitude"),
        gettext("Latitude"),
    )


def _values(row: Row) -> tuple[Value, ...]:
    spot = row.spot
    return (
        spot.number,
        spot.spot_id,
        spot.municipality.name,
        gettext("not shown") if spot.addresses is None else spot.addresses,
        str(spot.area_km2),
        spot.first_seen.isoformat(),
        _day(spot.gone_on),
        spot.owner.name if spot.owner else None,
        _day(spot.unowned_since),
        spot.next_step,
        _day(spot.next_step_on),
        gettext("Yes") if row.overdue else gettext("No"),
        row.answers,
        str(spot.longitude),
        str(spot.latitude),
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
