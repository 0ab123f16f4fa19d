"""The towns of a region, so that a spot on the map can be called by the nearest of them."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from taskforce.vocabulary.places import DEFAULT_REGION, REGIONS

_EARTH_RADIUS_M = 6_371_000.0
# Whoever shows the names says where they come from.
PUBLISHER, LICENCE = "GeoNames", "CC BY 4.0"


@dataclass(frozen=True, slots=True)
class Town:
    """A town of 500 inhabitants or more, with the middle of it."""

    name: str
    municipality: str
    longitude: float
    latitude: float


def towns_file(region: str = DEFAULT_REGION) -> Path:
    """Where the towns of a region stand; nothing lies there for a region without such a file."""
    return REGIONS / f"{region}-towns.csv"


@lru_cache
def towns_of(region: str = DEFAULT_REGION) -> tuple[Town, ...]:
    """The towns of a region, in the order of the file; none where nobody has listed them."""
    file = towns_file(region)
    if not file.exists():
        return ()
    with file.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Town(
                row["town"],
                row["municipality_code"],
                float(row["longitude"]),
                float(row["latitude"]),
            )
            for row in csv.DictReader(rows)
        )


def nearest_town(
    longitude: float, latitude: float, *, municipality: str, region: str = DEFAULT_REGION
) -> tuple[Town, float] | None:
    """The nearest town of the same municipality, and how far away its middle is.

    Parameters
    ----------
    longitude, latitude
        In degrees.
    municipality
        Its code: a place is called by a town that answers for it.
    region
        Whose list of towns.

    Returns
    -------
    tuple of Town and metres, or None
        None where no town of the municipality is listed.
    """
    listed = [one for one in towns_of(region) if one.municipality == municipality]
    far = [(one, _metres(longitude, latitude, one)) for one in listed]
    return min(far, key=lambda one: one[1], default=None)


def _metres(longitude: float, latitude: float, town: Town) -> float:
    """On a globe: good to half a per cent, which is enough to call a place by a town."""
    south, north = math.radians(latitude), math.radians(town.latitude)
    across = math.sin((north - south) / 2) ** 2
    along = math.sin(math.radians(town.longitude - longitude) / 2) ** 2
    part = across + math.cos(south) * math.cos(north) * along
    return 2 * _EARTH_RADIUS_M * math.asin(math.sqrt(part))
