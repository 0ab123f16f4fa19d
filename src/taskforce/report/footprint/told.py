"""What a footprint amounts to: square kilometres for each tier, and all that it rests on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from taskforce import __version__
from taskforce.prediction.budget import Budget
from taskforce.prediction.footprint import Footprint
from taskforce.prediction.radio import Radio, Transmitter
from taskforce.prediction.terrain import Terrain, TerrainMode
from taskforce.report.codec import plain
from taskforce.report.mobile.asked import Spread
from taskforce.report.ranking.grounds import assumptions_of_one
from taskforce.report.ranking.question import STRONGEST_DBM, WEAKEST_DBM
from taskforce.report.ranking.ranking import Assumption, Input
from taskforce.snapshot.checksum import fingerprint
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.signal import Service, Tier


@dataclass(frozen=True, slots=True)
class Asked:
    """One mast, and when its signal is enough.

    `inputs` are what mast, terrain and spread were read from; `height_assumed` where nobody told
    it. `budget` is the account that the strength of the bands was reckoned by.
    """

    transmitter: Transmitter
    name: str
    radio: Radio
    height_assumed: bool
    spread: Spread
    budget: Budget = field(default_factory=Budget)
    service: Service = Service.DATA
    threshold_dbm: float = Service.DATA.threshold_dbm
    cell_m: float = 100.0
    inputs: tuple[Input, ...] = ()
    demonstration: bool = False

    def __post_init__(self) -> None:
        if not WEAKEST_DBM <= self.threshold_dbm <= STRONGEST_DBM:
            raise WrongUse(
                f"{self.threshold_dbm:g} dBm is no signal that a telephone reports.",
                remedy="Give a threshold such as -100: RSRP in dBm, below zero.",
            )


@dataclass(frozen=True, slots=True)
class Area:
    """The ground of one tier; `farthest_km` is None where there is none."""

    tier: Tier
    km2: float
    farthest_km: float | None


@dataclass(frozen=True, slots=True)
class Told:
    """A footprint in figures. `terrain` is a `TerrainMode`; `print` knows the same question again.

    `off_terrain_km2` lies within the radius, but nothing is known of the ground there.
    """

    id: str
    name: str
    easting_m: float
    northing_m: float
    antenna_m: float
    antenna_assumed: bool
    service: Service
    threshold_dbm: float
    spread_db: float
    calibrated: bool
    terrain: TerrainMode
    terrain_label: str
    radius_m: float
    cell_m: float
    areas: tuple[Area, ...]
    off_terrain_km2: float
    assumptions: tuple[Assumption, ...]
    inputs: tuple[Input, ...]
    demonstration: bool
    software: str
    print: str


def told(footprint: Footprint, asked: Asked, terrain: Terrain) -> Told:
    """Sum a footprint up.

    Parameters
    ----------
    footprint
        Signal cell by cell.
    asked
        What was asked of it.
    terrain
        The ground it was predicted on.

    Returns
    -------
    Told
        Square kilometres with water, by tier.

    References
    ----------
    docs/figures/prediction.md
    """
    mast = asked.transmitter
    return Told(
        id=mast.id,
        name=asked.name,
        easting_m=mast.easting_m,
        northing_m=mast.northing_m,
        antenna_m=mast.height_m,
        antenna_assumed=asked.height_assumed,
        service=asked.service,
        threshold_dbm=asked.threshold_dbm,
        spread_db=asked.spread.db,
        calibrated=asked.spread.calibrated,
        terrain=terrain.mode,
        terrain_label=terrain.mode.label.en,
        radius_m=asked.radio.radius_m,
        cell_m=footprint.cell_m,
        areas=tuple(_area(footprint, asked, tier) for tier in Tier),
        off_terrain_km2=footprint.off_terrain_km2,
        assumptions=assumptions_of_one(asked.radio, asked.budget),
        inputs=asked.inputs,
        demonstration=asked.demonstration,
        software=__version__,
        print=print_of(asked, terrain),
    )


def print_of(asked: Asked, terrain: Terrain) -> str:
    """Letters that are the same for the same question to the same ground.

    Parameters
    ----------
    asked, terrain
        All that a footprint depends on, beside the software, whose version counts too.

    Returns
    -------
    str
        Sixteen letters.
    """
    ground: Sequence[object] = (terrain.mode, terrain.layer, terrain.step_m)
    return fingerprint(
        json.dumps(plain((asked, ground)), sort_keys=True, default=sorted), __version__
    )[:16]


def _area(footprint: Footprint, asked: Asked, tier: Tier) -> Area:
    cells = footprint.of_tier(tier, asked.threshold_dbm, asked.spread.db)
    km2 = footprint.km2_of(tier, asked.threshold_dbm, asked.spread.db)
    return Area(tier, km2, footprint.farthest_km(cells))
