"""The way of the made-up drive test: from place to place, along the longest road of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.addresses import Register
from taskforce.sources.demonstration.ground import Ground
from taskforce.sources.demonstration.settlements import Kind

# One place every so many metres: 2.5 seconds at 72 km/h.
STEP_M, STEP_S = 50.0, 2.5
# How long the car waits on each road, in steps.
WAITS = 12
VILLAGES = 6
# The way between two places bends to one side and to the other.
BEND_M, BENDS_PER_M = 350.0, 1 / 2_500


@dataclass(frozen=True, slots=True)
class Route:
    """One value per step: where the car is, in which municipality's drive, and seconds since."""

    drive: NDArray[np.int64]
    second: NDArray[np.float64]
    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.drive)


def plan_route(register: Register, ground: Ground) -> Route:
    """Drive through the towns and the largest villages of every municipality, one day each.

    Parameters
    ----------
    register
        One row per address.
    ground
        What would lie in the sea is left out: there the car is on a bridge, without a signal.

    Returns
    -------
    Route
        In the order of driving.
    """
    drives = [_driven(register, number) for number in range(len(facts.municipalities()))]
    steps = [len(one) for one in drives]
    places = np.concatenate(drives)
    second = np.concatenate([np.arange(count) * STEP_S for count in steps])
    drive = np.repeat(np.arange(len(drives)), steps)
    dry = ground.heights(places[:, 0], places[:, 1]) > 0
    return Route(drive[dry], second[dry], places[dry, 0], places[dry, 1])


def _driven(register: Register, municipality: int) -> NDArray[np.float64]:
    ends = _in_order([_longest_road(register, one) for one in _visited(register, municipality)])
    parts = []
    for before, after in pairwise(ends):
        parts += [_street(before), _way(before[1], after[0])]
    if ends:
        parts.append(_street(ends[-1]))
    return np.concatenate(parts) if parts else np.empty((0, 2))


def _visited(register: Register, municipality: int) -> list[int]:
    places = register.settlements
    here = np.flatnonzero((places.municipality == municipality) & (places.addresses > 2))
    here = here[np.isin(here, register.settlement)]
    towns = here[places.kind[here] == Kind.TOWN]
    villages = here[places.kind[here] == Kind.VILLAGE]
    largest = villages[np.argsort(-places.addresses[villages], kind="stable")][:VILLAGES]
    return [*towns.tolist(), *largest.tolist()]


def _longest_road(register: Register, settlement: int) -> NDArray[np.float64]:
    """Its first and its last house."""
    houses = np.flatnonzero(register.settlement == settlement)
    roads, count = np.unique(register.road[houses], return_counts=True)
    on_it = houses[register.road[houses] == roads[count.argmax()]][[0, -1]]
    return np.column_stack([register.easting_m[on_it], register.northing_m[on_it]])


def _in_order(ends: list[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
    """Always on to the place that is nearest."""
    left = list(ends)
    order: list[NDArray[np.float64]] = []
    while left:
        at = order[-1][1] if order else left[0][0]
        nearest = int(np.argmin([np.hypot(*(one[0] - at)) for one in left]))
        order.append(left.pop(nearest))
    return order


def _street(ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """Along the road, and a while at its end: a car that stands must not count many times."""
    return np.concatenate([_line(*ends), np.repeat(ends[1:], WAITS, axis=0)])


def _way(start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    line = _line(start, end)
    length_m = float(np.hypot(*(end - start)))
    along_m = np.linspace(0, length_m, len(line))
    # Begins and ends on the line.
    bends = max(1, round(length_m * BENDS_PER_M))
    aside_m = min(BEND_M, length_m / 8) * np.sin(np.pi * bends * along_m / max(length_m, 1))
    across = np.array([start[1] - end[1], end[0] - start[0]]) / max(length_m, 1)
    return line + aside_m[:, None] * across


def _line(start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    steps = max(1, round(float(np.hypot(*(end - start))) / STEP_M))
    share = np.arange(steps)[:, None] / steps
    return start + share * (end - start)
