"""The place of each site of a table: on the grid, on the map, in a municipality, or at fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.site_list.faults import Fault
from taskforce.siting.site_list.municipalities import NOWHERE, Areas, area_of, fits_the_other_zone
from taskforce.siting.site_list.placing import Grid, Numbers, placed
from taskforce.vocabulary.coordinates import METRIC_CRS, to_lonlat


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site lies; `near` where it lies just outside its municipality's boundary."""

    easting_m: float
    northing_m: float
    longitude: float
    latitude: float
    municipality: str | None
    near: bool
    fault: Fault | None


def places(
    x: Numbers, y: Numbers, grid: Grid, *, told: Sequence[str | None], areas: Areas | None
) -> Iterator[Place]:
    """Find the places of a table.

    Parameters
    ----------
    x, y
        The two coordinates as they stand; NaN where there is none.
    grid
        What they are counted in.
    told
        For each place the code of the municipality that the list tells, or None.
    areas
        The municipalities; None where there are no boundaries, and nothing is known of the sea.

    Yields
    ------
    Place
        One for each, in their order.
    """
    east, north, faults = placed(x, y, grid)
    codes, near = list[str | None]([None] * len(x)), np.zeros(len(x), dtype=np.bool_)
    if areas is not None:
        sound = np.array([fault is None for fault in faults], dtype=np.bool_)
        found, near = area_of(np.where(sound, east, np.nan), north, areas)
        codes = [areas.codes[at] if at != NOWHERE else None for at in found]
        other = _in_the_other_zone(x, y, grid, told=told, areas=areas)
        faults = [_fault(*one) for one in zip(faults, told, codes, other, strict=True)]
    lon, lat = to_lonlat(east, north)
    metres, degrees = zip(east, north, strict=True), zip(lon, lat, strict=True)
    for (e, n), (lo, la), code, close, fault in zip(
        metres, degrees, codes, near, faults, strict=True
    ):
        yield Place(float(e), float(n), float(lo), float(la), code, bool(close), fault)


def _fault(
    fault: Fault | None, told: str | None, code: str | None, in_other_zone: np.bool_
) -> Fault | None:
    """Tell a place in the sea, and one that only another zone puts where the list says."""
    if fault is None and told != code and in_other_zone:
        return Fault.OTHER_ZONE
    return Fault.IN_THE_SEA if fault is None and code is None else fault


def _in_the_other_zone(
    x: Numbers, y: Numbers, grid: Grid, *, told: Sequence[str | None], areas: Areas
) -> NDArray[np.bool_]:
    if grid.crs != METRIC_CRS:
        return np.zeros(len(x), dtype=np.bool_)
    return fits_the_other_zone(x, y, told, areas)
