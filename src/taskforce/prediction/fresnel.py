"""The room that a signal needs around the line of sight, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Series = NDArray[np.float64]

# 0.6 of the first zone clear: the obstacle costs next to nothing.
CLEAR_SHARE = 0.6
SPEED_OF_LIGHT_KM_GHZ = 0.299792458  # metres × GHz


def bulge_m(distance_km: Series, effective_radius_km: float) -> Series:
    """How far the earth's curve rises between the two ends.

    Parameters
    ----------
    distance_km
        Along the path from 0 to its length, km.
    effective_radius_km
        The earth's radius as the bent ray sees it, km.

    Returns
    -------
    array of float64
        Metres over the chord; 0 at both ends.
    """
    whole = distance_km[-1]
    return 500.0 * distance_km * (whole - distance_km) / effective_radius_km


def sight_line_m(distance_km: Series, from_m: float, to_m: float) -> Series:
    """The straight line between the antennas.

    Parameters
    ----------
    distance_km
        Along the path, km.
    from_m, to_m
        The heights of the two antennas over the sea, metres.

    Returns
    -------
    array of float64
        Metres over the sea.
    """
    return from_m + (to_m - from_m) * distance_km / distance_km[-1]


def first_zone_m(distance_km: Series, frequency_ghz: float) -> Series:
    """The radius of the first Fresnel zone.

    Parameters
    ----------
    distance_km
        Along the path, km.
    frequency_ghz
        The band, GHz.

    Returns
    -------
    array of float64
        Metres; 0 at both ends. Source: ITU-R P.526, equation (2).
    """
    whole = distance_km[-1]
    wavelength_m = SPEED_OF_LIGHT_KM_GHZ / frequency_ghz
    return np.sqrt(1000.0 * wavelength_m * distance_km * (whole - distance_km) / whole)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A stretch of ground that stands in the way, told at its highest place."""

    distance_km: float
    """From the mast."""
    above_sight_m: float
    """Over the line of sight; below 0 where it only narrows the room around it."""
    into_zone_m: float
    """Over the lower edge of the room that should be clear."""

    @property
    def blocks_sight(self) -> bool:
        return self.above_sight_m > 0


def obstacles(
    distance_km: Series, top_m: Series, sight_m: Series, zone_m: Series
) -> list[Obstacle]:
    """Find what stands in the signal's way.

    Parameters
    ----------
    distance_km
        Along the path, km.
    top_m
        Ground, what grows on it, and the earth's curve; metres over the sea.
    sight_m
        The line of sight, metres over the sea.
    zone_m
        The radius of the first Fresnel zone, metres.

    Returns
    -------
    list of Obstacle
        One for each unbroken stretch that reaches into 0.6 of the zone, from the mast outwards;
        the two ends themselves are no obstacles.
    """
    above = top_m - sight_m
    into = above + CLEAR_SHARE * zone_m
    within = into > 0
    within[[0, -1]] = False
    edges = np.flatnonzero(np.diff(within.astype(np.int8)))
    found = []
    for begin, end in zip(edges[::2] + 1, edges[1::2] + 1, strict=True):
        # Near an end, where the room is narrow, a metre weighs more.
        highest = int(begin + np.argmax(above[begin:end] / np.maximum(zone_m[begin:end], 1e-9)))
        found.append(
            Obstacle(float(distance_km[highest]), float(above[highest]), float(into[highest]))
        )
    return found
