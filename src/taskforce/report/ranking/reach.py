"""Which of the wanting places each site would reach, and how strongly; kept as it is worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taskforce.prediction.kept_levels import prune
from taskforce.prediction.levels import FLOOR_DBM, predict
from taskforce.prediction.radio import Points, Radio, Transmitter
from taskforce.prediction.terrain import Terrain
from taskforce.siting.sets import Coverage
from taskforce.vocabulary.errors import Refused

Tell = Callable[[str], object]

# A quarter of an hour or so on one core, and less than a gigabyte.
MOST_PATHS = 100_000_000
# What is predicted together: few enough paths that all bands of them fit in memory, and few
# enough sites that the user sees how far it is.
_BATCH_PATHS, _BATCH_SITES = 2_000_000, 2_000
_SQUARE_M = 1000.0


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """The signal of each site at the wanting places, in its best band.

    Site `s` reaches `point[starts[s]:starts[s + 1]]`, each place once and rising, with
    `signal_dbm`.
    """

    starts: NDArray[np.int64]
    point: NDArray[np.int32]
    signal_dbm: NDArray[np.float32]

    def at_least(self, dbm: float, weights: NDArray[np.int64]) -> Coverage:
        """What each site covers when a signal from `dbm` up is enough."""
        enough = self.signal_dbm >= dbm
        ends = np.append(0, np.cumsum(enough))
        return Coverage(ends[self.starts], self.point[enough], weights)

    def only(self, sites: Sequence[int]) -> Reach:
        """The same of some sites, given by rising number and numbered anew."""
        counts = np.diff(self.starts)
        chosen = np.zeros(len(counts), np.bool_)
        chosen[list(sites)] = True
        rows = np.repeat(chosen, counts)
        starts = np.append(0, np.cumsum(counts[chosen]))
        return Reach(starts.astype(np.int64), self.point[rows], self.signal_dbm[rows])


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """What is needed to predict: the ground, the radio, the threads, and where answers are kept."""

    terrain: Terrain
    radio: Radio
    threads: int
    keep: Path | None
    tell: Tell


def reach_of(
    sites: Sequence[Transmitter], points: Points, work: Work, *, weakest_dbm: float
) -> Reach:
    """Predict all sites at the wanting places, and keep the strongest band of each.

    Parameters
    ----------
    sites
        Those that can be predicted.
    points
        The wanting places, EPSG:25832.
    work
        Ground, radio, threads and folder. A run that was stopped goes on from the folder.
    weakest_dbm
        Signals below this are left out.

    Returns
    -------
    Reach
        One entry for each site, also for those that reach nothing.

    Raises
    ------
    Refused
        It is more than `MOST_PATHS`.
    """
    near = paths_at_most(sites, points, work.radio.radius_m)
    refuse_too_many(sites, points, int(near.sum()))
    # A site far from all of them is not asked, and leaves no file behind.
    asked = np.flatnonzero(near)
    found: dict[int, tuple[NDArray[np.int32], NDArray[np.float32]]] = {}
    for first, end in _batches(near[asked].tolist()):
        batch = asked[first:end]
        work.tell(f"Predicting sites {first + 1:,} to {end:,} of {len(asked):,}")
        levels = predict(
            work.terrain,
            [sites[at] for at in batch],
            points,
            work.radio,
            threads=work.threads,
            keep=work.keep,
            floor_dbm=min(FLOOR_DBM, weakest_dbm),
        )
        for number, at in enumerate(batch):
            rows = levels.of(number)
            best = rows.signal_dbm.max(axis=1)
            strong = best >= weakest_dbm
            found[int(at)] = rows.point[strong], best[strong]
    if work.keep is not None:
        prune(work.keep)
    return _joined(len(sites), found)


def _batches(paths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut sites, each with its number of paths, into batches: the first of each, and its end."""
    first, held = 0, 0
    for at, more in enumerate(paths):
        if at > first and (held + more > _BATCH_PATHS or at - first == _BATCH_SITES):
            yield first, at
            first, held = at, 0
        held += more
    if paths:
        yield first, len(paths)


def paths_at_most(
    sites: Sequence[Transmitter], points: Points, radius_m: float
) -> NDArray[np.int64]:
    """Count the places around each site, or a few more: whole squares of a kilometre count.

    Parameters
    ----------
    sites, points
        Where they stand, EPSG:25832.
    radius_m
        How far a site is predicted, metres.

    Returns
    -------
    array of int64
        One number for each site, and 0 only where no place is within the radius.
    """
    if not len(points) or not sites:
        return np.zeros(len(sites), np.int64)
    west, south = points.easting_m.min(), points.northing_m.min()
    column = ((points.easting_m - west) // _SQUARE_M).astype(np.int64)
    row = ((points.northing_m - south) // _SQUARE_M).astype(np.int64)
    counts = np.zeros((column.max() + 2, row.max() + 2), np.int64)
    np.add.at(counts, (column + 1, row + 1), 1)
    sums = counts.cumsum(axis=0).cumsum(axis=1)
    east = np.array([site.easting_m for site in sites]) - west
    north = np.array([site.northing_m for site in sites]) - south
    left, right = _edges(east, radius_m, len(counts) - 1)
    low, high = _edges(north, radius_m, counts.shape[1] - 1)
    return sums[right, high] - sums[left, high] - sums[right, low] + sums[left, low]


def refuse_too_many(sites: Sequence[Transmitter], points: Points, paths: int) -> None:
    """Refuse what would take hours and all the memory there is, with its counts.

    Parameters
    ----------
    sites, points
        What was asked for.
    paths
        How many pairs of a site and a place lie within the radius.

    Raises
    ------
    Refused
        More than `MOST_PATHS`.
    """
    if paths > MOST_PATHS:
        raise Refused(
            f"{len(sites):,} sites and {len(points):,} places without coverage make about "
            f"{paths:,} paths to predict; at most {MOST_PATHS:,} are taken on at a time.",
            remedy="Rank one municipality at a time (--municipality), or offer fewer sites.",
        )


def _edges(
    at_m: NDArray[np.float64], radius_m: float, most: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    first = np.floor((at_m - radius_m) / _SQUARE_M)
    last = np.floor((at_m + radius_m) / _SQUARE_M) + 1
    return (
        np.clip(first, 0, most).astype(np.int64),
        np.clip(last, 0, most).astype(np.int64),
    )


def _joined(sites: int, found: dict[int, tuple[NDArray[np.int32], NDArray[np.float32]]]) -> Reach:
    none = np.empty(0, np.int32), np.empty(0, np.float32)
    parts = [found.get(site, none) for site in range(sites)]
    return Reach(
        starts=np.cumsum([0, *(len(point) for point, _ in parts)], dtype=np.int64),
        point=np.concatenate([none[0], *(point for point, _ in parts)]),
        signal_dbm=np.concatenate([none[1], *(signal for _, signal in parts)]),
    )
