"""The line of sight between a mast and a telephone, the room around it, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from taskforce.prediction.fresnel import (
    Series,
    bulge_m,
    first_zone_m,
    obstacles,
    sight_line_m,
)
from taskforce.prediction.p1812.path import Path
from taskforce.prediction.radio import Radio, Transmitter
from taskforce.prediction.terrain import TerrainMode

# So far over the straight line between both feet ground is called a hill.
_HILL_M = 5.0


class InTheWay(StrEnum):
    """What an obstruction consists of, as far as the terrain tells."""

    CURVE = "curve"
    GROUND = "ground"
    HILL = "hill"
    COVER = "cover"
    SURFACE = "surface"


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The ground between both ends, point by point from the mast; all in metres.

    Heights are over the sea, cover is over the ground. `bulge_m` is how far the earth's curve
    rises, as the bent ray sees it; the line of sight is straight, so ground and bulge together
    stand under it. `zone_m` is the radius of the first Fresnel zone.
    """

    distance_m: Series
    ground_m: Series
    cover_m: Series
    bulge_m: Series
    sight_m: Series
    zone_m: Series

    @property
    def length_m(self) -> float:
        """The length of the way."""
        return float(self.distance_m[-1])

    @property
    def top_m(self) -> Series:
        """Ground, what grows and stands on it, and the earth's curve; over the sea."""
        return self.ground_m + self.cover_m + self.bulge_m


@dataclass(frozen=True, slots=True)
class Obstruction:
    """The worst thing in the signal's way, told at its worst point.

    `above_sight_m` is over the line of sight, below 0 where it only narrows the room around it.
    `zone_share` is how much of the first Fresnel zone's height is filled there, 0 to 1: 0.5 is
    up to the line of sight.
    """

    what: InTheWay
    distance_m: float
    to_place_m: float
    above_sight_m: float
    zone_share: float

    @property
    def blocks_sight(self) -> bool:
        """Whether the line of sight itself is cut."""
        return self.above_sight_m > 0


def profile_of(
    path: Path, transmitter: Transmitter, radio: Radio, band: int, *, radius_km: float
) -> Profile:
    """Lay the line of sight and the first Fresnel zone over a path.

    Parameters
    ----------
    path
        The ground, from the mast.
    transmitter, radio
        With the heights of both ends, metres over the ground.
    band
        The position of the band in `radio.bands`.
    radius_km
        The earth's radius as the bent ray sees it, km.

    Returns
    -------
    Profile
        In metres, one value for each point of the path.
    """
    km = path.distance_km
    return Profile(
        distance_m=km * 1000.0,
        ground_m=path.ground_m,
        cover_m=path.cover_m,
        bulge_m=bulge_m(km, radius_km),
        sight_m=sight_line_m(
            km,
            float(path.ground_m[0]) + transmitter.height_m,
            float(path.ground_m[-1]) + radio.receiver_m,
        ),
        zone_m=first_zone_m(km, radio.bands[band].frequency_mhz / 1000.0),
    )


def obstruction_of(profile: Profile, mode: TerrainMode) -> Obstruction | None:
    """Find the worst thing in the signal's way.

    Parameters
    ----------
    profile
        The ground and the room around the line of sight.
    mode
        What the terrain knows.

    Returns
    -------
    Obstruction or None
        The one that fills most of the zone; None where 0.6 of the zone's radius is free all the
        way. The two ends themselves are no obstructions.
    """
    km, top = profile.distance_m / 1000.0, profile.top_m
    found = obstacles(km, top, profile.sight_m, profile.zone_m)
    if not found:
        return None
    at = [int(np.searchsorted(km, one.distance_km)) for one in found]
    above = top - profile.sight_m
    worst = max(at, key=lambda point: float(above[point] / profile.zone_m[point]))
    filled = (above[worst] + profile.zone_m[worst]) / (2.0 * profile.zone_m[worst])
    return Obstruction(
        what=_what(profile, mode, worst),
        distance_m=float(profile.distance_m[worst]),
        to_place_m=float(profile.length_m - profile.distance_m[worst]),
        above_sight_m=float(above[worst]),
        zone_share=float(np.clip(filled, 0.0, 1.0)),
    )


def _what(profile: Profile, mode: TerrainMode, point: int) -> InTheWay:
    if mode is TerrainMode.NONE:
        return InTheWay.CURVE
    if mode is TerrainMode.SURFACE:
        return InTheWay.SURFACE
    bare = profile.ground_m[point] + profile.bulge_m[point] - profile.sight_m[point]
    # Ground that is enough of an obstruction by itself is named before the trees on it.
    if profile.cover_m[point] > 0 and bare <= 0:
        return InTheWay.COVER
    share = profile.distance_m[point] / profile.length_m
    chord = profile.ground_m[0] + share * (profile.ground_m[-1] - profile.ground_m[0])
    return InTheWay.HILL if profile.ground_m[point] - chord > _HILL_M else InTheWay.GROUND
