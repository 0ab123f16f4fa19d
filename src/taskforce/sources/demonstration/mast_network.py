"""The made-up masts: where they stand, which operators are on them, and where none was built."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.areas import Areas

OPERATORS = ("Demonet", "Demomobil", "Demofon", "Demolink")

PEOPLE_PER_MAST, MOST_IN_A_TOWN = 5_000, 8
# Where nobody has built: holes in the countryside, as wide as this.
HOLES, HOLE_M = 26, 5_200.0
# In the open country a mast stands no nearer to another than this.
APART_M, PLACES_TRIED = 6_500.0, 900
# Chance that an operator is on a mast, in a town and in the country.
IN_TOWN, IN_COUNTRY = 0.8, 0.5
PLANNED = 6

_SALT = 61


@dataclass(frozen=True, slots=True)
class Masts:
    """One value per mast in each column; `carries` has a column for each operator.

    `town` masts have the bands of towns too; `planned` ones do not stand yet.
    """

    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]
    town: NDArray[np.bool_]
    carries: NDArray[np.bool_]
    planned: NDArray[np.bool_]
    municipality: NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.easting_m)


def plan_masts(areas: Areas, seed: int) -> Masts:
    """Build masts in the towns and, thinly, in the country between.

    Parameters
    ----------
    areas
        Municipality code to polygon, EPSG:25832; masts stand inside.
    seed
        The same seed gives the same masts.

    Returns
    -------
    Masts
        On whole metres, by rising easting. Some stretches of country have none: there coverage is
        lacking.
    """
    rng = np.random.default_rng([seed, _SALT])
    region = shapely.union_all(list(areas.values()))
    shapely.prepare(region)
    in_towns = _in_towns(rng)
    west, south, east, north = region.bounds
    tries = rng.uniform((west, south), (east, north), (PLACES_TRIED, 2))
    tries = tries[shapely.contains_xy(region, tries)]
    holes = _far_from_towns(tries, rng)
    in_towns = in_towns[shapely.contains_xy(region, in_towns)]
    in_country = _spaced(tries, in_towns, holes)
    planned = holes[:PLANNED]
    places = np.rint(np.concatenate([in_towns, in_country, planned]))
    kind = np.repeat([0, 1, 2], [len(in_towns), len(in_country), len(planned)])
    order = np.lexsort((places[:, 1], places[:, 0]))
    places, kind = places[order], kind[order]
    return Masts(
        easting_m=places[:, 0],
        northing_m=places[:, 1],
        town=kind == 0,
        carries=_carried(kind == 0, rng),
        planned=kind == 2,
        municipality=_municipality(places, areas),
    )


def _in_towns(rng: np.random.Generator) -> NDArray[np.float64]:
    towns = facts.towns()
    # Half of the smallest towns have no mast of their own.
    count = np.minimum(
        np.rint(towns.size / PEOPLE_PER_MAST + rng.random(len(towns.size)) - 0.1), MOST_IN_A_TOWN
    )
    of = np.repeat(np.arange(len(count)), np.maximum(count, 0).astype(np.int64))
    away_m = 25 * np.sqrt(towns.size[of] * rng.random(len(of)) / np.pi)
    bearing = rng.uniform(0, 2 * np.pi, len(of))
    return towns.positions[of] + away_m[:, None] * np.column_stack(
        [np.cos(bearing), np.sin(bearing)]
    )


def _far_from_towns(places: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """Places in the country, apart from each other, where nothing gets built."""
    large = facts.towns().positions[facts.towns().size > 4_000]
    country = places[_away(places, large).min(axis=1) > HOLE_M]
    return _apart(rng.permutation(country), 2 * HOLE_M)[:HOLES]


def _spaced(
    tries: NDArray[np.float64], towns: NDArray[np.float64], holes: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Places far enough from masts in towns and from holes, and from each other."""
    free = (_away(tries, towns).min(axis=1) > APART_M / 1.5) & (
        _away(tries, holes).min(axis=1) > HOLE_M
    )
    return _apart(tries[free], APART_M)


def _apart(places: NDArray[np.float64], metres: float) -> NDArray[np.float64]:
    """Those that are no nearer than this to one before them."""
    kept: list[int] = []
    away = _away(places, places)
    for number in range(len(places)):
        if not kept or away[number, kept].min() > metres:
            kept.append(number)
    return places[kept]


def _away(places: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.hypot(
        places[:, :1] - others[:, 0],
        places[:, 1:] - others[:, 1],
    )


def _carried(town: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.bool_]:
    chance = np.where(town, IN_TOWN, IN_COUNTRY)[:, None]
    carries = rng.random((len(town), len(OPERATORS))) < chance
    # No mast stands without an operator.
    carries[np.arange(len(town)), rng.integers(0, len(OPERATORS), len(town))] = True
    return carries


def _municipality(places: NDArray[np.float64], areas: Areas) -> NDArray[np.str_]:
    tree = shapely.STRtree(list(areas.values()))
    nearest = tree.nearest(shapely.points(places))
    return np.array(list(areas))[nearest]
