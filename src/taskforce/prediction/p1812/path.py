"""The loss along one path, with every step of the Recommendation to show: the plain way."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce.prediction.p1812.compiling import announce
from taskforce.prediction.p1812.per_path import Terms, terms_of
from taskforce.prediction.p1812.wave import wave_of
from taskforce.prediction.p1812.zones import COASTAL, INLAND, SEA
from taskforce.prediction.radio import USUAL_DELTA_N, USUAL_N0
from taskforce.vocabulary.errors import Refused

EDITION = "ITU-R P.1812-8"
HORIZONTAL, VERTICAL = 1, 2
# The middle of Region Sjælland.
MIDDLE_LATITUDE = 55.4
FEWEST_POINTS = 5

Line = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Path:
    """The ground between two places, point by point from the transmitter."""

    distance_km: Line
    ground_m: Line
    """Over the sea."""
    cover_m: Line
    """Trees and houses over the ground; what stands at both ends is not counted."""
    zone: NDArray[np.int64]
    """1 sea, 3 coastal land, 4 inland."""

    def __post_init__(self) -> None:
        count = len(self.distance_km)
        if count < FEWEST_POINTS:
            raise Refused(f"A path of {count} points; P.1812 needs at least {FEWEST_POINTS}.")
        if {len(self.ground_m), len(self.cover_m), len(self.zone)} != {count}:
            raise Refused("Distance, ground, cover and zone of a path differ in length.")
        if self.distance_km[0] != 0.0 or not np.all(np.diff(self.distance_km) > 0.0):
            raise Refused("The distances of a path must begin at 0 and rise from point to point.")
        if not (np.isfinite(self.ground_m).all() and np.isfinite(self.cover_m).all()):
            raise Refused("A height of the path is missing.")
        if not np.isin(self.zone, (SEA, COASTAL, INLAND)).all():
            raise Refused("A zone of a path is 1 (sea), 3 (coastal land) or 4 (inland).")


@dataclass(frozen=True, slots=True)
class Link:
    """What is sent along a path, and in which air."""

    frequency_ghz: float
    tx_height_m: float
    """Of the antennas over the ground."""
    rx_height_m: float
    time_percent: float = 50.0
    """The loss is not exceeded for this share of an average year."""
    polarisation: int = VERTICAL
    delta_n: float = USUAL_DELTA_N
    n0: float = USUAL_N0
    tx_coast_km: float = 500.0
    rx_coast_km: float = 500.0
    middle_latitude: float = MIDDLE_LATITUDE

    def __post_init__(self) -> None:
        _within("The frequency", self.frequency_ghz, (0.03, 6.0), "GHz")
        _within("The transmitter's height", self.tx_height_m, (1.0, 3000.0), "m")
        _within("The receiver's height", self.rx_height_m, (1.0, 3000.0), "m")
        _within("The time percentage", self.time_percent, (1.0, 50.0), "%")
        if self.polarisation not in (HORIZONTAL, VERTICAL):
            raise Refused("Polarisation is 1 (horizontal) or 2 (vertical).")


def _within(what: str, value: float, limits: tuple[float, float], unit: str) -> None:
    low, high = limits
    if not low <= value <= high:
        raise Refused(f"{what} is {value:g} {unit}; P.1812 holds from {low:g} to {high:g} {unit}.")


@dataclass(frozen=True, slots=True)
class PathLoss:
    """The loss along a path at half of the places, and every step towards it."""

    loss_db: float = field(metadata={"sign": "Lb", "equation": "69"})
    free_space_db: float = field(metadata={"sign": "Lbfs", "equation": "8"})
    in_sight_db: float = field(metadata={"sign": "Lb0p", "equation": "10"})
    in_sight_beta0_db: float = field(metadata={"sign": "Lb0b", "equation": "11"})
    bullington_db: float = field(metadata={"sign": "Lbulla50", "equation": "21"})
    smooth_bullington_db: float = field(metadata={"sign": "Lbulls50", "equation": "21"})
    spherical_db: float = field(metadata={"sign": "Ldsph50", "equation": "27"})
    bullington_beta0_db: float = field(metadata={"sign": "Lbulla", "equation": "21"})
    smooth_bullington_beta0_db: float = field(metadata={"sign": "Lbulls", "equation": "21"})
    spherical_beta0_db: float = field(metadata={"sign": "Ldsph", "equation": "27"})
    diffraction_median_db: float = field(metadata={"sign": "Ld50", "equation": "39"})
    diffraction_beta0_db: float = field(metadata={"sign": "Ldb", "equation": "39"})
    diffraction_db: float = field(metadata={"sign": "Ldp", "equation": "41"})
    ducting_db: float = field(metadata={"sign": "Lba", "equation": "46"})
    troposcatter_db: float = field(metadata={"sign": "Lbs", "equation": "44"})
    with_diffraction_median_db: float = field(metadata={"sign": "Lbd50", "equation": "42"})
    with_diffraction_db: float = field(metadata={"sign": "Lbd", "equation": "43"})
    least_in_sight_db: float = field(metadata={"sign": "Lminb0p", "equation": "59"})
    least_ducting_db: float = field(metadata={"sign": "Lminbap", "equation": "60"})
    diffraction_ducting_db: float = field(metadata={"sign": "Lbda", "equation": "61"})
    modified_db: float = field(metadata={"sign": "Lbam", "equation": "62"})
    before_places_db: float = field(metadata={"sign": "Lbc", "equation": "63"})
    median_weight: float = field(metadata={"sign": "Fi", "equation": "40"})
    angle_weight: float = field(metadata={"sign": "Fj", "equation": "57"})
    distance_weight: float = field(metadata={"sign": "Fk", "equation": "58"})
    distance_km: float = field(metadata={"sign": "d"})
    beyond_horizon: bool = field(metadata={"sign": ""})
    tx_horizon_km: float = field(metadata={"sign": "dlt", "equation": "80"})
    rx_horizon_km: float = field(metadata={"sign": "dlr", "equation": "83"})
    tx_horizon_mrad: float = field(metadata={"sign": "th_t", "equation": "79"})
    rx_horizon_mrad: float = field(metadata={"sign": "th_r", "equation": "82"})
    angle_mrad: float = field(metadata={"sign": "th", "equation": "84"})
    effective_radius_km: float = field(metadata={"sign": "ae", "equation": "7a"})
    beta0_percent: float = field(metadata={"sign": "b0", "equation": "5"})
    sea_share: float = field(metadata={"sign": "w", "equation": "1"})
    longest_land_km: float = field(metadata={"sign": "dtm"})
    longest_inland_km: float = field(metadata={"sign": "dlm"})
    tx_smooth_m: float = field(metadata={"sign": "hst", "equation": "87"})
    rx_smooth_m: float = field(metadata={"sign": "hsr", "equation": "88"})
    tx_smooth_diffraction_m: float = field(metadata={"sign": "hstd", "equation": "91"})
    rx_smooth_diffraction_m: float = field(metadata={"sign": "hsrd", "equation": "91"})
    tx_effective_m: float = field(metadata={"sign": "hte", "equation": "94a"})
    rx_effective_m: float = field(metadata={"sign": "hre", "equation": "94b"})
    roughness_m: float = field(metadata={"sign": "hm", "equation": "95"})


SIGNS = {each.metadata["sign"]: each.name for each in fields(PathLoss) if each.metadata["sign"]}
"""The Recommendation's signs, and what they are called here."""


def path_loss(path: Path, link: Link) -> PathLoss:
    """The basic transmission loss of ITU-R P.1812-8 along one path, outdoors, at half the places.

    Parameters
    ----------
    path
        The ground between both ends.
    link
        Frequency, antennas, time percentage and air.

    Returns
    -------
    PathLoss
        The loss in dB and every intermediate of the Recommendation.

    Raises
    ------
    Refused
        By `Path` and `Link`, where a value lies outside what the Recommendation holds for.
    """
    announce(terms_of)
    terms = terms_of(
        (_line(path.distance_km), _line(path.ground_m), _line(path.cover_m)),
        np.ascontiguousarray(path.zone, np.int64),
        (float(link.tx_height_m), float(link.rx_height_m)),
        _coasts(path, link),
        (
            float(link.time_percent),
            float(link.delta_n),
            float(link.n0),
            float(link.middle_latitude),
        ),
        wave_of(float(link.frequency_ghz), link.polarisation == VERTICAL),
    )
    return PathLoss(*_losses(terms), *_geometry(terms))


def _line(values: Line) -> Line:
    return np.ascontiguousarray(values, np.float64)


def _coasts(path: Path, link: Link) -> tuple[float, float]:
    """An end at sea has no land before its coast."""
    tx = 0.0 if path.zone[0] == SEA else float(link.tx_coast_km)
    return tx, 0.0 if path.zone[-1] == SEA else float(link.rx_coast_km)


def _losses(terms: Terms) -> tuple[Any, ...]:
    ways, combined, weights = terms.ways, terms.combined, terms.weights
    return (
        combined.loss,
        *ways[:3],
        *terms.median[:3],
        *terms.beta0[:3],
        *(ways.diffraction_median, terms.beta0.total_db, ways.diffraction),
        *(ways.ducting, ways.troposcatter),
        *combined[:-1],
        *weights[:3],
    )


def _geometry(terms: Terms) -> tuple[Any, ...]:
    air, shape, horizon = terms.air, terms.shape, terms.shape.horizon
    return (
        shape.distance_km,
        *horizon[:5],
        shape.angle_mrad,
        *(air.radius_km, air.beta0_percent, air.sea_share, terms.land_km, air.inland_km),
        *shape.smooth[:6],
        shape.roughness_m,
    )
