"""Where people live: towns, villages, summer-house areas and scattered farms, with their sizes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.areas import Areas

PEOPLE_PER_ADDRESS = 2.4
RURAL_SHARE = (0.05, 0.40)
VILLAGE_PART_OF_RURAL = 0.6
VILLAGE_ADDRESSES = 70
FARMS_ON_A_ROAD = 7


class Kind(IntEnum):
    """What sort of place an address belongs to."""

    TOWN = 0
    VILLAGE = 1
    HOLIDAY = 2
    FARM = 3


@dataclass(frozen=True, slots=True)
class Settlements:
    """One value per settlement in each column; a farm road counts as a settlement of its own."""

    municipality: NDArray[np.int16]
    kind: NDArray[np.int8]
    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]
    addresses: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.kind)


def settle(areas: Areas, addresses: int, rng: np.random.Generator) -> Settlements:
    """Spread a number of addresses over the settlements of the region.

    Parameters
    ----------
    areas
        Municipality code to polygon, EPSG:25832.
    addresses
        How many access addresses the region has.
    rng
        Source of chance; the same seed gives the same region.

    Returns
    -------
    Settlements
        `municipality` is the position of the municipality in the order of codes.
    """
    known = facts.municipalities()
    holiday = facts.holiday_areas()
    houses = np.array([holiday.size[holiday.municipality == place.code].sum() for place in known])
    homes = np.array([place.population for place in known]) / PEOPLE_PER_ADDRESS
    counts = _apportioned(homes + houses, addresses)
    parts = []
    for number, place in enumerate(known):
        at_the_coast = round(counts[number] * houses[number] / (homes[number] + houses[number]))
        here = [_coast(place.code, at_the_coast, areas[place.code])]
        here += _inhabited(place, counts[number] - at_the_coast, areas[place.code], rng)
        parts += [(number, *part) for part in here if len(part[1])]
    return _joined(parts)


Part = tuple[Kind, NDArray[np.float64], NDArray[np.int64]]


def _coast(code: str, addresses: int, area: BaseGeometry) -> Part:
    holiday = facts.holiday_areas()
    here = holiday.municipality == code
    return (
        Kind.HOLIDAY,
        _ashore(holiday.positions[here], area),
        _apportioned(holiday.size[here], addresses),
    )


def _inhabited(
    place: facts.MunicipalityFacts, addresses: int, area: BaseGeometry, rng: np.random.Generator
) -> list[Part]:
    towns = facts.towns()
    here = towns.municipality == place.code
    in_towns = towns.size[here].sum() / place.population
    rural = round(addresses * float(np.clip(1 - in_towns, *RURAL_SHARE)))
    in_villages = round(rural * VILLAGE_PART_OF_RURAL)
    return [
        (
            Kind.TOWN,
            _ashore(towns.positions[here], area),
            _apportioned(towns.size[here], addresses - rural),
        ),
        _villages(place.code, in_villages, area, rng),
        _farms(rural - in_villages, area, rng),
    ]


def _villages(code: str, addresses: int, area: BaseGeometry, rng: np.random.Generator) -> Part:
    anchors = facts.anchors()
    named = _ashore(anchors.positions[(anchors.municipality == code) & (anchors.size == 0)], area)
    unnamed = _scattered(-(-addresses // VILLAGE_ADDRESSES), area, rng)
    weights = np.concatenate([np.full(len(named), 3.0), rng.lognormal(0, 0.7, len(unnamed))])
    return Kind.VILLAGE, np.concatenate([named, unnamed]), _apportioned(weights, addresses)


def _farms(addresses: int, area: BaseGeometry, rng: np.random.Generator) -> Part:
    roads = _scattered(-(-addresses // FARMS_ON_A_ROAD), area, rng)
    return Kind.FARM, roads, _apportioned(np.ones(len(roads)), addresses)


def _scattered(count: int, area: BaseGeometry, rng: np.random.Generator) -> NDArray[np.float64]:
    """Draw points inside the area: twice as many as the box needs, then the first that fit."""
    west, south, east, north = area.bounds
    tries = 50 + int(3 * count * (east - west) * (north - south) / area.area)
    points = rng.uniform((west, south), (east, north), (tries, 2))
    return points[shapely.contains_xy(area, points)][:count]


def _ashore(points: NDArray[np.float64], area: BaseGeometry) -> NDArray[np.float64]:
    """Move a place that the coarse coastline leaves in the sea to the nearest land."""
    line = shapely.shortest_line(area, shapely.points(points))
    return shapely.get_coordinates(shapely.get_point(line, 0)).reshape(-1, 2)


def _apportioned(weights: NDArray[np.float64], total: int) -> NDArray[np.int64]:
    """Share a whole number out by weight; the largest remainders get what is left over."""
    if not len(weights):
        return np.zeros(0, dtype=np.int64)
    exact = weights / weights.sum() * total
    whole = np.floor(exact).astype(np.int64)
    left = np.argsort(-(exact - whole), kind="stable")[: total - whole.sum()]
    whole[left] += 1
    return whole


def _joined(parts: list[tuple[int, Kind, NDArray[np.float64], NDArray[np.int64]]]) -> Settlements:
    lengths = [len(counts) for _, _, _, counts in parts]
    positions = np.concatenate([points for _, _, points, _ in parts])
    return Settlements(
        municipality=np.repeat(np.array([part[0] for part in parts], np.int16), lengths),
        kind=np.repeat(np.array([part[1] for part in parts], np.int8), lengths),
        easting_m=positions[:, 0],
        northing_m=positions[:, 1],
        addresses=np.concatenate([counts for _, _, _, counts in parts]),
    )
