"""What each technology offers at each address, in the year of the older and the newer survey."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration.addresses import Register
from taskforce.sources.demonstration.calibration import Ground, survey_ground, well_served
from taskforce.sources.demonstration.settlements import Kind
from taskforce.vocabulary.technology import Technology

THEN, NOW = date(2016, 6, 30), date(2023, 6, 30)

# A few roads are missing from every survey.
MISSING_ROADS = {2016: 0.002, 2023: 0.003}
CABLE_TOWNS, CABLE_ROADS = 0.6, 0.85

# xDSL by line length: 90 Mbit/s at the exchange, half of that 1.1 km away; sold in steps.
XDSL_AT_EXCHANGE_MBPS, XDSL_HALVED_KM = 90, 1.1
XDSL_DOWNLOAD_KBPS = [0, 2_000, 5_000, 10_000, 20_000, 30_000, 50_000, 60_000, 80_000]
XDSL_UPLOAD_KBPS = [0, 512, 1_024, 1_024, 2_048, 5_120, 10_240, 12_288, 20_480]
MOBILE_THEN_MBPS = [(0, 0), (5, 1), (10, 2), (30, 5), (60, 15), (80, 30)]
# Mobile speeds of 2023 follow the signal: each bound in dBm begins the next pair.
MOBILE_NOW_MBPS = [(0, 0), (10, 1), (20, 3), (30, 5), (100, 10), (200, 20), (300, 25), (600, 50)]
MOBILE_NOW_DBM = [-112, -109, -105, -99, -92, -86, -79]

Speeds = NDArray[np.int32]  # two columns: download and upload in kbit/s; 0 is "not offered"


@dataclass(frozen=True, slots=True)
class Survey:
    """The answer of all operators in one year, one row per address of the register."""

    as_of: date
    listed: NDArray[np.bool_]
    speeds: dict[Technology, Speeds]


def conduct_surveys(
    register: Register, signal_dbm: NDArray[np.float64], rng: np.random.Generator
) -> tuple[Survey, Survey]:
    """Ask all operators in 2016 and in 2023.

    Parameters
    ----------
    register, signal_dbm
        One row per address: what it is, and the mobile signal there in 2023.
    rng
        Source of chance.

    Returns
    -------
    tuple of Survey
        Then and now. Roads that are missing from a survey are unknown there, not unserved.
    """
    ground = survey_ground(register, rng)
    then = _listed(register, 2016, rng) & ~register.new
    now = _listed(register, 2023, rng) & ~register.gone
    served_then = well_served(register, ground, then, 2016, rng)
    served_now = well_served(register, ground, now, 2023, rng)
    return (
        Survey(THEN, then, _offers_2016(register, ground, served_then, rng)),
        Survey(
            NOW, now, _offers_2023(register, ground, served_now, signal_dbm + _luck(register, rng))
        ),
    )


def _listed(register: Register, year: int, rng: np.random.Generator) -> NDArray[np.bool_]:
    roads = np.unique(register.road)
    count = max(1, round(len(roads) * MISSING_ROADS[year]))
    return ~np.isin(register.road, rng.choice(roads, count, replace=False))


def _offers_2016(
    register: Register, ground: Ground, served: NDArray[np.bool_], rng: np.random.Generator
) -> dict[Technology, Speeds]:
    cable = _cable(register, ground)
    fast_copper = served & ~cable & (ground.exchange_km < 1) & (ground.road_luck < 0.35)
    fibre = served & ~fast_copper & (~cable | (ground.settlement_luck < 0.3))
    wireless = ~served & (ground.road_luck > 0.8)
    return {
        Technology.FIBRE: _steps(
            fibre, [(300, 300), (100, 100), (500, 500)], ground.settlement_luck
        ),
        Technology.CABLE: _either(cable & served, (300, 60), cable & ~served, (100, 10)),
        Technology.XDSL: _xdsl(ground, ground.road_luck < 0.95, fast_copper),
        Technology.FIXED_WIRELESS: _steps(wireless, [(30, 5), (50, 10)], ground.settlement_luck),
        Technology.MOBILE: _mobile_then(register, ground, rng),
    }


def _offers_2023(
    register: Register,
    ground: Ground,
    served: NDArray[np.bool_],
    signal_dbm: NDArray[np.float64],
) -> dict[Technology, Speeds]:
    cable = _cable(register, ground)
    by_air = served & ~cable & (register.kind == Kind.FARM) & (ground.road_luck > 0.97)
    fibre = served & ~by_air & ~(cable & (ground.road_luck > 0.8))
    some_air = ~served & (ground.road_luck > 0.6)
    steps = [(1000, 1000)] * 21 + [(500, 500), (2500, 2500)]
    return {
        Technology.FIBRE: _steps(fibre, steps, ground.settlement_luck * 7 % 1),
        Technology.CABLE: _either(cable & served, (1000, 100), cable & ~served, (200, 20)),
        Technology.XDSL: _xdsl(ground, ground.road_luck < 0.6, np.zeros(len(served), dtype=bool)),
        Technology.FIXED_WIRELESS: _either(by_air, (200, 50), some_air, (50, 10)),
        Technology.MOBILE: _mobile_now(signal_dbm),
    }


def _cable(register: Register, ground: Ground) -> NDArray[np.bool_]:
    in_town = (register.kind == Kind.TOWN) & (ground.settlement_luck < CABLE_TOWNS)
    return in_town & (ground.road_luck < CABLE_ROADS)


def _xdsl(ground: Ground, line: NDArray[np.bool_], fast: NDArray[np.bool_]) -> Speeds:
    reached_kbps = 1_000 * XDSL_AT_EXCHANGE_MBPS * 0.5 ** (ground.exchange_km / XDSL_HALVED_KM)
    steps = np.column_stack([XDSL_DOWNLOAD_KBPS, XDSL_UPLOAD_KBPS]).astype(np.int32)
    step = np.searchsorted(XDSL_DOWNLOAD_KBPS, reached_kbps, side="right") - 1
    speeds = np.where(line[:, None], steps[step], np.int32(0))
    speeds[fast] = (100_000, 30_000)
    return speeds


def _luck(register: Register, rng: np.random.Generator) -> NDArray[np.float64]:
    """What makes a signal differ from door to door, dB."""
    return rng.normal(0, 1.5, len(register))


def _mobile_now(signal_dbm: NDArray[np.float64]) -> Speeds:
    steps = np.array(MOBILE_NOW_MBPS, dtype=np.int32) * 1_000
    return steps[np.searchsorted(MOBILE_NOW_DBM, signal_dbm, side="right")]


def _mobile_then(register: Register, ground: Ground, rng: np.random.Generator) -> Speeds:
    steps = np.array(MOBILE_THEN_MBPS, dtype=np.int32) * 1_000
    level = 4.2 - 0.6 * ground.exchange_km - 0.8 * (register.kind == Kind.FARM)
    level += 1.2 * (ground.settlement_luck - 0.5) + rng.normal(0, 0.6, len(level))
    return steps[np.clip(np.rint(level), 0, len(steps) - 1).astype(np.int64)]


def _steps(
    offered: NDArray[np.bool_], steps_mbps: list[tuple[int, int]], luck: NDArray[np.float64]
) -> Speeds:
    """Offer one of several products, the same wherever the luck is the same."""
    steps = np.array(steps_mbps, dtype=np.int32) * 1_000
    return np.where(offered[:, None], steps[(luck * len(steps)).astype(np.int64)], np.int32(0))


def _either(
    first: NDArray[np.bool_],
    first_mbps: tuple[int, int],
    second: NDArray[np.bool_],
    second_mbps: tuple[int, int],
) -> Speeds:
    speeds = np.zeros((len(first), 2), dtype=np.int32)
    speeds[second] = np.array(second_mbps) * 1_000
    speeds[first] = np.array(first_mbps) * 1_000
    return speeds
