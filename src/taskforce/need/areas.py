"""The areas that need is counted by: regions, municipalities, postcodes and hexagons."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from taskforce.tables.coverage import USES_PER_PLACE
from taskforce.vocabulary.places import country_register

if TYPE_CHECKING:
    import ibis.expr.types as ir

# Addresses whose area nobody knows are one area of their own, so that the parts make the whole.
NOWHERE = ""
NOWHERE_NAME = "unknown"


class AreaKind(StrEnum):
    """A way of dividing the country; the value is the column of the table `place`."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    POSTCODE = "postcode"
    HEX = "hex"


def places(place: ir.Table, *, kind: AreaKind, home: str, within: str | None = None) -> ir.Table:
    """Reduce the table of places to what dividing by area needs.

    Parameters
    ----------
    place
        The snapshot's table `place`.
    kind
        The division asked for.
    home
        Code of the taskforce's own region; its areas come first in every answer.
    within
        Code of a region or a municipality, to leave out all others.

    Returns
    -------
    ir.Table
        One row per place: `place_id`, `area` (code, "" unknown), `area_name`, `away`
        (0 in the home region, 1 elsewhere).
    """
    if within is not None:
        place = place.filter((place.region == within) | (place.municipality == within))
    name = place.municipality_name if kind is AreaKind.MUNICIPALITY else place[kind.value]
    return place.select(
        place_id=place.place_id,
        area=place[kind.value].fill_null(NOWHERE),
        area_name=name.fill_null(NOWHERE),
        away=(place.region != home).fill_null(True).cast("int8"),
    )


def at_place(counts: ir.Table, places_: ir.Table) -> ir.Table:
    """Put counts by `place_use` into their areas, the use beside them.

    Parameters
    ----------
    counts
        Any table with `place_use`.
    places_
        What `places` returned; rows of `counts` outside of it fall away.

    Returns
    -------
    ir.Table
        The rows of `counts` with `use`, `area`, `area_name` and `away`.
    """
    placed = counts.mutate(
        place_id=(counts.place_use // USES_PER_PLACE).cast("int32"),
        use=(counts.place_use % USES_PER_PLACE).cast("int8"),
    )
    return placed.inner_join(places_, "place_id")


def name_of(kind: AreaKind) -> Callable[[str, str], str]:
    """Find how areas of a kind are called.

    Parameters
    ----------
    kind
        The division asked for.

    Returns
    -------
    Callable
        From an area's code and its name in the snapshot ("" where it has none) to the name to
        show; "unknown" for the area "".
    """
    register = country_register() if kind is AreaKind.REGION else None
    regions = register.regions if register else {}
    return lambda area, name: (
        NOWHERE_NAME if area == NOWHERE else regions.get(area, name) or name or area
    )


def reading_order(area: str, away: int) -> tuple[bool, int, str]:
    """Put the home region first, then the others by code, the unknown last.

    Parameters
    ----------
    area, away
        Code of the area, "" unknown; 0 in the home region, 1 elsewhere.

    Returns
    -------
    tuple
        A key to sort by.
    """
    return (area == NOWHERE, away, area)
