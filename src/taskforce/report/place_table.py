"""Tells of the region and its municipalities what is the same at every threshold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely

from taskforce.report.counting import ADDRESSES
from taskforce.report.day import Day
from taskforce.report.figures import Area, Bounds, RegionPlace
from taskforce.report.shapes import degrees
from taskforce.vocabulary.places import Region

_M2_PER_KM2 = 1_000_000


def area_table(region: Region, now: Day, outlines: Mapping[str, Any]) -> tuple[Area, ...]:
    """List every municipality of the region, whether the snapshot knows it or not.

    Parameters
    ----------
    region
        Names, codes and neighbours.
    now
        The newest day.
    outlines
        By code, EPSG:25832; gives the box on the map.

    Returns
    -------
    tuple of Area
        By code.
    """
    return tuple(
        Area(
            code=place.code,
            slug=place.slug,
            name=place.name,
            addresses=now.areas[place.code][ADDRESSES] if place.code in now.areas else 0,
            neighbours=place.neighbours,
            bounds=_bounds([outlines[place.code]]) if place.code in outlines else None,
            area_km2=_area_km2(outlines[place.code]) if place.code in outlines else None,
        )
        for place in sorted(region.municipalities, key=lambda place: place.code)
    )


def region_place(region: Region, now: Day, outlines: Mapping[str, Any]) -> RegionPlace:
    """Describe the region, and how many addresses of the snapshot lie outside of it.

    Parameters
    ----------
    region, now, outlines
        See `area_table`.
    """
    return RegionPlace(
        code=region.code,
        slug=region.slug,
        name=region.name,
        language=region.language,
        default_threshold=region.default_threshold.label,
        addresses=now.addresses,
        outside=now.outside,
        bounds=_bounds(list(outlines.values())) if outlines else None,
    )


def _area_km2(outline: Any) -> float:
    # Where the border is drawn in the sea, the sea is in it; the page says so.
    return round(float(shapely.area(outline)) / _M2_PER_KM2, 1)


def _bounds(shapes: list[Any]) -> Bounds:
    box = shapely.total_bounds(degrees(np.array(shapes, dtype=object)))
    return Bounds(*(round(float(edge), 5) for edge in box))
