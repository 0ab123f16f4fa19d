"""The white spots as a table for a spreadsheet: exactly the rows that the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext

from taskforce.web.commitments.queries.sheet import Sheet, Value
from taskforce.web.spots.queries.listing import Row
from taskforce.web.spots.queries.origin import counted_in_words, origins, weak_in_words


def sheet(rows: Iterable[Row], *, on: date) -> Sheet:
    """The rows in words."""
    followed = gettext("Follow-up: Digital Taskforce, %(day)s.") % {"day": on.isoformat()}
    source = " ".join([*origins(), followed])
    values = tuple(_values(row) for row in rows)
    return Sheet(gettext("White spots"), source, _heads(), values)


def _heads() -> tuple[str, ...]:
    return (
        gettext("Number"),
        gettext("Kind"),
        gettext("Name in files"),
        gettext("Municipality"),
        gettext("Addresses"),
        gettext("Hexagons"),
        gettext("Hexagons with weak signal"),
        gettext("Addresses in them"),
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
        str(spot.get_kind_display()),
        spot.spot_id,
        spot.municipality.name,
        counted_in_words(spot.addresses, is_reported=spot.is_reported),
        len(spot.cells) or None,
        weak_in_words(spot.weak_cells, measured=spot.measured_cells),
        weak_in_words(spot.weak_addresses, measured=spot.measured_cells),
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
