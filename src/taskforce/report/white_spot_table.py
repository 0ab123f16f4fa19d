"""Lists the white spots that are large enough to be shown, and counts what lies scattered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from taskforce.need.cuts import Grouping
from taskforce.need.white_spots import WhiteSpot, white_spots
from taskforce.report.cells import SCATTERED, Cell
from taskforce.report.count import Count
from taskforce.report.day import Day
from taskforce.report.disclosure import LIMIT
from taskforce.report.figures import Scattered, WhiteSpotFigures, WhiteSpotTable
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.coordinates import to_lonlat
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Snapshot

METHOD = "white-spots"


@dataclass(frozen=True, slots=True)
class DrawnSpot:
    """A white spot with its hull (EPSG:25832)."""

    threshold: Threshold
    figures: WhiteSpotFigures
    hull: shapely.Geometry


def spots_to_show(
    snapshot: Snapshot, threshold: Threshold, municipalities: Collection[str]
) -> tuple[WhiteSpot, ...]:
    """Find the white spots of the region that are no smaller than the disclosure limit.

    Parameters
    ----------
    snapshot
        A frozen snapshot on its shelf.
    threshold
        Fixed technologies are counted.
    municipalities
        Codes of the region's municipalities.

    Returns
    -------
    tuple of WhiteSpot
        The largest first.
    """
    return tuple(
        spot
        for spot in white_spots(snapshot, threshold=threshold)
        if spot.municipality in municipalities and spot.addresses >= LIMIT
    )


def drawn_spots(
    spots: Sequence[WhiteSpot], threshold: Threshold, withheld: Collection[Cell]
) -> tuple[DrawnSpot, ...]:
    """Turn white spots into what may be shown of them.

    Parameters
    ----------
    spots
        See `spots_to_show`.
    threshold
        The threshold they were found at.
    withheld
        The numbers to withhold. A spot whose number is withheld is still drawn.

    Returns
    -------
    tuple of DrawnSpot
        In the order of `spots`.
    """
    east = np.array([spot.centre_easting_m for spot in spots], dtype=float)
    north = np.array([spot.centre_northing_m for spot in spots], dtype=float)
    longitude, latitude = to_lonlat(east, north)
    return tuple(
        DrawnSpot(threshold, _figures(spot, withheld, (lon, lat)), spot.hull)
        for spot, lon, lat in zip(spots, longitude.tolist(), latitude.tolist(), strict=True)
    )


def white_spot_table(
    day: Day,
    threshold: Threshold,
    drawn: Sequence[DrawnSpot],
    withheld: Collection[Cell],
    scattered: dict[str, int],
) -> WhiteSpotTable:
    """Write the table of white spots at one threshold.

    Parameters
    ----------
    day
        The day the white spots were found on.
    threshold
        The threshold they were found at.
    drawn
        See `drawn_spots`.
    withheld
        The numbers to withhold.
    scattered
        By municipality, the addresses below the threshold outside of these white spots.

    Returns
    -------
    WhiteSpotTable
        The largest spot first.

    References
    ----------
    docs/figures/white-spots.md, docs/figures/disclosure.md
    """
    return WhiteSpotTable(
        threshold=threshold.label,
        counting=Counting.FIXED,
        origin=day.origin(METHOD, Certainty.CALCULATED),
        distance_m=Grouping().distance_m,
        spots=tuple(spot.figures for spot in drawn),
        scattered=tuple(
            Scattered(code, _count(count, Cell("spot", day.when, code, SCATTERED), withheld))
            for code, count in sorted(scattered.items())
        ),
    )


def _figures(
    spot: WhiteSpot, withheld: Collection[Cell], place: tuple[float, float]
) -> WhiteSpotFigures:
    code = spot.municipality or ""
    return WhiteSpotFigures(
        id=spot.id,
        municipality=code,
        addresses=_count(spot.addresses, Cell("spot", "now", code, spot.id), withheld),
        longitude=round(place[0], 5),
        latitude=round(place[1], 5),
        area_km2=round(spot.area_km2, 3),
        nearest_served_m=None if spot.nearest_served_m is None else round(spot.nearest_served_m, 1),
        nearest_served_technology=spot.nearest_served_technology,
        offered_today=tuple(sorted(spot.offered_today)),
    )


def _count(count: int, cell: Cell, withheld: Collection[Cell]) -> Count:
    return Count.WITHHELD if cell in withheld else Count(count)
