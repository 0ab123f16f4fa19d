"""Roads through the settlements, and the houses that stand along them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from taskforce.sources.demonstration.areas import Areas
from taskforce.sources.demonstration.settlements import Kind, Settlements

# Per kind of settlement: town, village, holiday area, farms.
HOUSES_ON_A_ROAD = np.array([22, 10, 26, 7])
HOUSES_PER_KM2 = np.array([750, 350, 450, 1])
STEP_M = np.array([24, 32, 32, 190])
SETBACK_M = np.array([12, 14, 14, 40])
YARD_M = np.array([10, 15, 12, 140])
BEND_PER_M = np.array([1 / 500, 1 / 500, 1 / 900, 1 / 4_000])

# Houses that would stand in the sea or across the border are not built; so more are planned.
PLANNED = 2.3
SHORTEST_ROAD = 3


@dataclass(frozen=True, slots=True)
class Roads:
    """One value per road in each column."""

    settlement: NDArray[np.int32]
    houses: NDArray[np.int64]
    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]
    heading: NDArray[np.float64]
    bend_per_m: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.settlement)


@dataclass(frozen=True, slots=True)
class Houses:
    """One value per house in each column; `place` counts the houses of a road from 0."""

    road: NDArray[np.int32]
    place: NDArray[np.int64]
    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]


def plan_roads(settlements: Settlements, rng: np.random.Generator) -> Roads:
    """Lay roads through every settlement, with room for more houses than are needed.

    Parameters
    ----------
    settlements
        One row per settlement.
    rng
        Source of chance.

    Returns
    -------
    Roads
        One row per road, in the order of the settlements.
    """
    usual = HOUSES_ON_A_ROAD[settlements.kind]
    roads = np.ceil(settlements.addresses * PLANNED / usual).astype(np.int64)
    of = np.repeat(np.arange(len(settlements), dtype=np.int32), roads)
    kind = settlements.kind[of]
    radius_m = 1_000 * np.sqrt(settlements.addresses[of] / (HOUSES_PER_KM2[kind] * np.pi))
    # A farm road is its own settlement: it starts where that lies.
    radius_m = np.where(kind == Kind.FARM, 0, np.maximum(radius_m, 60))
    bearing = rng.uniform(0, 2 * np.pi, len(of))
    away_m = radius_m * _outline(bearing, of, rng) * rng.random(len(of)) ** 0.6
    grid = rng.uniform(0, 2 * np.pi, len(settlements))[of]
    along = np.where(kind == Kind.HOLIDAY, grid, bearing)
    turned = rng.integers(0, 2, len(of)) * np.pi / 2
    houses = rng.gamma(4, HOUSES_ON_A_ROAD[kind] / 4).astype(np.int64)
    return Roads(
        settlement=of,
        houses=np.maximum(houses, SHORTEST_ROAD),
        easting_m=settlements.easting_m[of] + away_m * np.cos(bearing),
        northing_m=settlements.northing_m[of] + away_m * np.sin(bearing),
        heading=along + turned + rng.normal(0, 0.12, len(of)),
        bend_per_m=rng.normal(0, 1, len(of)) * BEND_PER_M[kind],
    )


def build_houses(
    settlements: Settlements, roads: Roads, areas: Areas, rng: np.random.Generator
) -> Houses:
    """Build the houses that each municipality shall have, all of them inside its area.

    Parameters
    ----------
    settlements, roads
        As planned.
    areas
        Municipality code to polygon, EPSG:25832.
    rng
        Source of chance.

    Returns
    -------
    Houses
        As many as the settlements ask for. A settlement squeezed by the sea leaves its missing
        houses to the others of its municipality.
    """
    planned = _planned(settlements, roads, rng)
    municipality = settlements.municipality[roads.settlement[planned.road]]
    built = np.zeros(len(municipality), dtype=bool)
    for number, area in enumerate(areas.values()):
        wanted = int(settlements.addresses[settlements.municipality == number].sum())
        here = np.flatnonzero(municipality == number)
        shapely.prepare(area)
        dry = here[shapely.contains_xy(area, planned.easting_m[here], planned.northing_m[here])]
        built[_nearest_to_plan(dry, planned.road, settlements, roads)[:wanted]] = True
    return Houses(
        planned.road[built],
        planned.place[built],
        planned.easting_m[built],
        planned.northing_m[built],
    )


def _outline(
    bearing: NDArray[np.float64], settlement: NDArray[np.int32], rng: np.random.Generator
) -> NDArray[np.float64]:
    """Make towns long or lobed rather than round: the reach in each direction, around 1."""
    turn = rng.uniform(0, 2 * np.pi, (3, settlement[-1] + 1))[:, settlement]
    lobes = 0.28 * np.sin(2 * bearing + turn[0]) + 0.16 * np.sin(3 * bearing + turn[1])
    return 1.15 + lobes + 0.1 * np.sin(7 * bearing + turn[2])


def _planned(settlements: Settlements, roads: Roads, rng: np.random.Generator) -> Houses:
    road = np.repeat(np.arange(len(roads), dtype=np.int32), roads.houses)
    first = np.repeat(np.cumsum(roads.houses) - roads.houses, roads.houses)
    place = np.arange(len(road)) - first
    kind = settlements.kind[roads.settlement[road]]
    # Even and odd numbers face each other; the road's middle lies where the road was placed.
    along_m = (place // 2 - roads.houses[road] / 4) * STEP_M[kind] + rng.normal(0, 2, len(road))
    side = np.where(place % 2 == 0, -1, 1)
    aside_m = side * (SETBACK_M[kind] + YARD_M[kind] * rng.random(len(road)))
    aside_m += 0.5 * roads.bend_per_m[road] * along_m**2
    cosine, sine = np.cos(roads.heading[road]), np.sin(roads.heading[road])
    return Houses(
        road=road,
        place=place,
        easting_m=np.round(roads.easting_m[road] + along_m * cosine - aside_m * sine, 2),
        northing_m=np.round(roads.northing_m[road] + along_m * sine + aside_m * cosine, 2),
    )


def _nearest_to_plan(
    dry: NDArray[np.int64], road: NDArray[np.int32], settlements: Settlements, roads: Roads
) -> NDArray[np.int64]:
    """Order the possible houses so that every settlement fills up evenly."""
    settlement = roads.settlement[road[dry]]
    starts = np.r_[0, np.flatnonzero(np.diff(settlement)) + 1]
    rank = np.arange(len(dry)) - np.repeat(starts, np.diff(np.r_[starts, len(dry)]))
    return dry[np.argsort(rank / settlements.addresses[settlement], kind="stable")]
