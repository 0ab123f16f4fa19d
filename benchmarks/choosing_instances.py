"""Made-up regions to choose sites in: towns, homes on a grid of cells, masts, candidates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.sets import Coverage, coverage

WIDTH_M, HEIGHT_M = 90_000.0, 80_000.0
SITES, CELLS, UNSERVED = 300, 78_000, 39_000
BLUR = 0.17


@dataclass(frozen=True, slots=True)
class Instance:
    """One question: candidates with their reach, and how many may be chosen."""

    seed: int
    reach_km: tuple[float, float]
    k: int


INSTANCES = (
    Instance(1, (3, 8), 10),
    Instance(2, (3, 8), 10),
    Instance(3, (6, 14), 10),
    Instance(4, (3, 8), 25),
    Instance(5, (6, 14), 10),
    Instance(6, (6, 14), 10),
    Instance(7, (8, 16), 10),
    Instance(8, (6, 14), 25),
)


def made(instance: Instance) -> Coverage:
    """Homes thin out around towns, masts serve the towns, and candidates see in uneven circles."""
    chance = np.random.default_rng(instance.seed)
    size = np.array([WIDTH_M, HEIGHT_M])
    towns = chance.uniform(0, 1, (60, 2)) * size
    cells = _cells(chance, towns, size)
    weights = np.minimum(1 + chance.geometric(0.35, len(cells)), 60)
    lonely = _distance_to_nearest(cells, chance.uniform(0, 1, (45, 2)) * size)
    unserved = np.argsort(-lonely, kind="stable")[:UNSERVED]
    sites = np.concatenate(
        [
            chance.uniform(0, 1, (SITES // 2, 2)) * size,
            cells[chance.choice(len(cells), SITES - SITES // 2, replace=False)],
        ]
    )
    reach_m = chance.uniform(*instance.reach_km, SITES) * 1000
    sets = [
        np.flatnonzero(_seen(chance, cells[unserved] - site, reach))
        for site, reach in zip(sites, reach_m, strict=True)
    ]
    starts = np.cumsum([0, *map(len, sets)])
    return coverage(starts, np.concatenate(sets), weights[unserved])


def _cells(
    chance: np.random.Generator, towns: NDArray[np.float64], size: NDArray[np.float64]
) -> NDArray[np.float64]:
    """One of three cells with homes lies near a town, the others anywhere."""
    near = towns[chance.integers(0, len(towns), CELLS // 3)]
    near = near + chance.normal(0, 5_000, near.shape)
    anywhere = chance.uniform(0, 1, (CELLS - len(near), 2)) * size
    return np.clip(np.concatenate([near, anywhere]), 0, size)


def _seen(
    chance: np.random.Generator, offset: NDArray[np.float64], reach_m: float
) -> NDArray[np.bool_]:
    """A circle that hills push in, differently in each of 36 directions, and a blurred edge."""
    edge = reach_m * np.clip(chance.normal(1.0, 0.15, 36), 0.5, 1.3)
    angle = np.arctan2(offset[:, 1], offset[:, 0])
    sector = ((angle + np.pi) / (2 * np.pi) * 36).astype(int) % 36
    blur = np.exp(chance.normal(0, BLUR, len(offset)))
    return np.hypot(offset[:, 0], offset[:, 1]) * blur <= edge[sector]


def _distance_to_nearest(
    cells: NDArray[np.float64], masts: NDArray[np.float64]
) -> NDArray[np.float64]:
    nearest = np.full(len(cells), np.inf)
    for mast in masts:
        nearest = np.minimum(nearest, np.hypot(*(cells - mast).T))
    return nearest
