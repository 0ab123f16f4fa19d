"""Many sites at once: how strong each would be, only where a signal is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taskforce.prediction.kept_levels import Keep, SiteLevels, question
from taskforce.prediction.radio import Points, Radio, Transmitter
from taskforce.prediction.terrain import Terrain, TerrainMode
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.signal import TYPICAL_SPREAD_DB, Service

# Two spreads below the weakest signal that is enough, nothing changes a decision any more.
FLOOR_DBM = min(each.threshold_dbm for each in Service) - 2 * TYPICAL_SPREAD_DB
# Water is level, and no higher than the sea; land won from the sea is low too, but never level.
_SHORE_M = 500.0
_LEVEL_M = 0.05


@dataclass(frozen=True, slots=True)
class Levels:
    """Signals of many sites at the same places; sparse, since no site reaches them all.

    Site s holds the rows `starts[s]` up to `starts[s + 1]`, by rising number of the place.
    """

    site_ids: tuple[str, ...]
    starts: NDArray[np.int64]
    point: NDArray[np.int32]
    signal_dbm: NDArray[np.float32]
    """A row for each site and place, a column for each band; RSRP outdoors, median, dBm."""
    off_terrain: int
    """Places that no signal was predicted for, since they lie off the terrain or nowhere."""

    def of(self, site: int) -> SiteLevels:
        """The rows of one site."""
        rows = slice(self.starts[site], self.starts[site + 1])
        return SiteLevels(self.point[rows], self.signal_dbm[rows])


def predict(  # noqa: PLR0913 - what is asked, and apart from it how the work is done
    terrain: Terrain,
    transmitters: Sequence[Transmitter],
    points: Points,
    radio: Radio,
    *,
    threads: int = 1,
    keep: Path | None = None,
    tell: Callable[[str], object] | None = None,
    floor_dbm: float = FLOOR_DBM,
) -> Levels:
    """Predict the signal of many sites at the places where one is wanted.

    Parameters
    ----------
    terrain
        The ground, or none.
    transmitters
        The sites; coordinates in EPSG:25832, heights in metres.
    points
        The places, EPSG:25832. NaN and places off the terrain are left out and counted.
    radio
        Bands, receiver and radius in metres; the signal is EIRP per resource element less the
        loss of ITU-R P.1812-8.
    threads
        How many threads share the work; the answer is the same, bit by bit.
    keep
        A folder where each site's answer is kept; a run that was stopped goes on from there.
    tell
        Called with one line for each site.
    floor_dbm
        Places where no band reaches this, dBm, are left out.

    Returns
    -------
    Levels

    Raises
    ------
    Refused
        A site lies off the terrain or in the sea; nothing was predicted.
    """
    for site in transmitters:
        refuse_impossible(terrain, site)
    near = _Nearby(points)
    kept = Keep(keep, question(terrain, points, radio, floor_dbm)) if keep is not None else None
    parts: list[SiteLevels] = []
    for number, site in enumerate(transmitters, start=1):
        found = kept.find(site, bands=len(radio.bands)) if kept else None
        fresh = found is None
        if found is None:
            reached = near.within(site, radio.radius_m)
            found = _one(terrain, site, points, radio, reached=reached, threads=threads)
            found = _above(found, floor_dbm)
            if kept:
                kept.put(site, found)
        parts.append(found)
        if tell:
            known = "" if fresh else " (kept from before)"
            tell(f"{number} of {len(transmitters)}: {site.id}, {len(found.point)} places{known}")
    return _joined(terrain, transmitters, points, radio, parts)


def refuse_impossible(terrain: Terrain, site: Transmitter) -> None:
    """Refuse a site where no mast can stand or be reckoned with.

    Parameters
    ----------
    terrain, site
        The ground, and the site.

    Raises
    ------
    Refused
        Naming the site: it has no place, lies off the terrain, or in the sea.
    """
    place = np.array([site.easting_m]), np.array([site.northing_m])
    if not np.isfinite(place).all():
        raise Refused(f"{site.id} has no coordinates.", remedy="Fill in easting and northing.")
    if not terrain.holds(*place)[0]:
        raise Refused(
            f"{site.id} lies off the terrain, at {site.easting_m:.0f}, {site.northing_m:.0f}.",
            remedy="Mend its coordinates (EPSG:25832), or collect terrain that reaches it.",
        )
    if terrain.mode is not TerrainMode.NONE and _in_the_sea(terrain, site):
        raise Refused(
            f"{site.id} lies in the sea, at {site.easting_m:.0f}, {site.northing_m:.0f}.",
            remedy="Mend its coordinates (EPSG:25832: easting first, then northing).",
        )


def _in_the_sea(terrain: Terrain, site: Transmitter) -> bool:
    around = terrain.heights_m[
        _window(site.northing_m - terrain.south_m, terrain.step_m),
        _window(site.easting_m - terrain.west_m, terrain.step_m),
    ]
    return bool(around.max() <= 0.0 and np.ptp(around) <= _LEVEL_M)


def _window(offset_m: float, step_m: float) -> slice:
    first = int(np.floor((offset_m - _SHORE_M) / step_m))
    last = int(np.ceil((offset_m + _SHORE_M) / step_m))
    return slice(max(first, 0), last + 1)


class _Nearby:
    """The places sorted from west to east, so that a site looks at few of them."""

    def __init__(self, points: Points) -> None:
        self._points = points
        self._order = np.argsort(points.easting_m, kind="stable")
        self._easting_m = points.easting_m[self._order]

    def within(self, site: Transmitter, radius_m: float) -> NDArray[np.int32]:
        """The numbers of the places inside the radius, rising."""
        first = np.searchsorted(self._easting_m, site.easting_m - radius_m, "left")
        last = np.searchsorted(self._easting_m, site.easting_m + radius_m, "right")
        strip = self._order[first:last]
        east = self._points.easting_m[strip] - site.easting_m
        north = self._points.northing_m[strip] - site.northing_m
        return np.sort(strip[east**2 + north**2 <= radius_m**2]).astype(np.int32)


def _one(
    terrain: Terrain,
    site: Transmitter,
    points: Points,
    radio: Radio,
    *,
    reached: NDArray[np.int32],
    threads: int,
) -> SiteLevels:
    from taskforce.prediction.p1812.fan import losses

    places = Points(points.easting_m[reached], points.northing_m[reached])
    loss = losses(terrain, site, places, radio, threads=threads)
    return SiteLevels(reached, (radio.eirp_dbm_per_re - loss).astype(np.float32))


def _above(levels: SiteLevels, floor_dbm: float) -> SiteLevels:
    # NaN, off the terrain, is above nothing.
    strong = (levels.signal_dbm >= floor_dbm).any(axis=1)
    return SiteLevels(levels.point[strong], levels.signal_dbm[strong])


def _joined(
    terrain: Terrain,
    sites: Sequence[Transmitter],
    points: Points,
    radio: Radio,
    parts: Sequence[SiteLevels],
) -> Levels:
    none = SiteLevels(np.empty(0, np.int32), np.empty((0, len(radio.bands)), np.float32))
    placed = np.isfinite(points.easting_m) & np.isfinite(points.northing_m)
    held = placed & terrain.holds(points.easting_m, points.northing_m)
    return Levels(
        site_ids=tuple(site.id for site in sites),
        starts=np.cumsum([0, *(len(part.point) for part in parts)], dtype=np.int64),
        point=np.concatenate([none.point, *(part.point for part in parts)]),
        signal_dbm=np.concatenate([none.signal_dbm, *(part.signal_dbm for part in parts)]),
        off_terrain=int(len(points) - held.sum()),
    )
