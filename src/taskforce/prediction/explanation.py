"""Why a signal is as strong as it is at one place: the ground between, and the whole account."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from taskforce.prediction.budget import Budget, Term, Use, refuse_double_clutter, total
from taskforce.prediction.budget_terms import all_terms
from taskforce.prediction.hindrance import hindrance
from taskforce.prediction.p1812.path import Path, PathLoss, path_loss
from taskforce.prediction.path_terms import on_the_way
from taskforce.prediction.radio import Band, Points, Radio, Transmitter
from taskforce.prediction.sight import Obstruction, Profile, obstruction_of, profile_of
from taskforce.prediction.terrain import Terrain, TerrainMode
from taskforce.vocabulary.errors import Refused, WrongUse
from taskforce.vocabulary.signal import TYPICAL_SPREAD_DB, Service, Tier, tier_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of the signal; everything may be left as it is.

    `frequency_mhz` names the band to explain, None for the strongest. `threshold_dbm` None is
    what the service needs. `spread_db` is the spread of the prediction, and `calibrated` says
    whether it was measured in the region.
    """

    service: Service = Service.DATA
    threshold_dbm: float | None = None
    use: Use = Use.OUTDOOR
    frequency_mhz: float | None = None
    budget: Budget = field(default_factory=Budget)
    telephone_m: float = 1.5
    spread_db: float = TYPICAL_SPREAD_DB
    calibrated: bool = False

    @property
    def enough_dbm(self) -> float:
        """The signal that is enough, dBm."""
        return self.service.threshold_dbm if self.threshold_dbm is None else self.threshold_dbm


@dataclass(frozen=True, slots=True)
class BandSignal:
    """The signal in one band, where the telephone was asked to be."""

    band: Band
    signal_dbm: float
    tier: Tier


@dataclass(frozen=True, slots=True)
class UseSignal:
    """The signal in the band that is explained, outdoors, in a car or in a house."""

    use: Use
    signal_dbm: float
    tier: Tier


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """The signal of one mast at one place, and everything that it comes from.

    `place` is EPSG:25832; `distance_m` the way along the ground. `obstruction` is the worst
    thing in the way, None where the first Fresnel zone is free enough. The `terms` add up to
    `signal_dbm`, the median RSRP.
    """

    transmitter: Transmitter
    place: tuple[float, float]
    distance_m: float
    asked: Asked
    radio: Radio
    band: Band
    profile: Profile
    obstruction: Obstruction | None
    terms: tuple[Term, ...]
    signal_dbm: float
    by_band: tuple[BandSignal, ...]
    by_use: tuple[UseSignal, ...]
    terrain: TerrainMode
    layer: str
    demonstration: bool

    @property
    def margin_db(self) -> float:
        """How far the signal lies over what is enough; below 0 where it falls short."""
        return self.signal_dbm - self.asked.enough_dbm

    @property
    def knows_cover(self) -> bool:
        """Whether trees and houses are known apart from the ground."""
        return self.terrain is TerrainMode.GROUND_AND_CLUTTER

    @property
    def tier(self) -> Tier:
        """What that lets one say."""
        return tier_of(self.margin_db, self.asked.spread_db)


def explained(
    terrain: Terrain,
    transmitter: Transmitter,
    place: tuple[float, float],
    radio: Radio,
    *,
    asked: Asked | None = None,
) -> Explained:
    """Explain the signal of one mast at one place.

    Parameters
    ----------
    terrain
        The ground, or none.
    transmitter
        The mast; coordinates in EPSG:25832, height of the antennas in metres over the ground.
    place
        Easting and northing of the telephone, EPSG:25832.
    radio
        Bands, receiver and radius in metres.
    asked
        The band, the use and what is enough; see `Asked`.

    Returns
    -------
    Explained
        The signal is that of `levels.predict` for the same place and band, within 0.001 dB, less
        what the use takes; the terms add up to it within 0.01 dB. Source: ITU-R P.1812-8.

    Raises
    ------
    Refused
        The mast or the place lies off the terrain, too far apart or in the sea.
    WrongUse
        The band is not one of the radio's.
    """
    asked = asked or Asked()
    refuse_double_clutter(asked.budget, terrain)
    _refuse_hindered(terrain, transmitter, place, radio)
    by_band = _by_band(terrain, transmitter, place, radio, asked)
    number = _chosen(by_band, asked)
    path, lost = _plainly(terrain, transmitter, place, radio, number)
    profile = profile_of(path, transmitter, radio, number, radius_km=lost.effective_radius_km)
    band = radio.bands[number]
    way = on_the_way(terrain.mode, path, lost, transmitter=transmitter, radio=radio, band=number)
    return Explained(
        transmitter=transmitter,
        place=place,
        distance_m=profile.length_m,
        asked=asked,
        radio=radio,
        band=band,
        profile=profile,
        obstruction=obstruction_of(profile, terrain.mode),
        terms=all_terms(asked.budget, band, way, receiver_m=asked.telephone_m, use=asked.use),
        signal_dbm=by_band[number].signal_dbm,
        by_band=by_band,
        by_use=_by_use(band, by_band[number].signal_dbm, asked),
        terrain=terrain.mode,
        layer=terrain.layer,
        demonstration=terrain.demonstration,
    )


def _refuse_hindered(
    terrain: Terrain, transmitter: Transmitter, place: tuple[float, float], radio: Radio
) -> None:
    found = hindrance(terrain, transmitter, place, radio)
    if found is not None:
        raise Refused(f"{transmitter.id}: {found.label.en}", remedy=found.remedy.en)


def _by_band(
    terrain: Terrain,
    transmitter: Transmitter,
    place: tuple[float, float],
    radio: Radio,
    asked: Asked,
) -> tuple[BandSignal, ...]:
    from taskforce.prediction.p1812.fan import losses

    at = Points(np.array([place[0]], np.float64), np.array([place[1]], np.float64))
    found = losses(terrain, transmitter, at, radio)[0]
    signals = (
        _without_path(band, asked) - float(loss)
        for band, loss in zip(radio.bands, found, strict=True)
    )
    return tuple(
        BandSignal(band, signal, _tier(signal, asked))
        for band, signal in zip(radio.bands, signals, strict=True)
    )


def _without_path(band: Band, asked: Asked) -> float:
    """The account of a band, the way from the mast left out; dBm."""
    lines = all_terms(asked.budget, band, (), receiver_m=asked.telephone_m, use=asked.use)
    return total(lines)


def _chosen(by_band: tuple[BandSignal, ...], asked: Asked) -> int:
    if asked.frequency_mhz is None:
        return max(range(len(by_band)), key=lambda number: by_band[number].signal_dbm)
    for number, one in enumerate(by_band):
        if one.band.frequency_mhz == asked.frequency_mhz:
            return number
    names = ", ".join(one.band.name for one in by_band)
    raise WrongUse(
        f"{asked.frequency_mhz:g} MHz is not among the bands.", remedy=f"Ask for one of: {names}."
    )


def _plainly(
    terrain: Terrain,
    transmitter: Transmitter,
    place: tuple[float, float],
    radio: Radio,
    band: int,
) -> tuple[Path, PathLoss]:
    from taskforce.prediction.p1812.fan import link_for, profile_between

    path = profile_between(terrain, transmitter, place, radio)
    return path, path_loss(path, link_for(transmitter, radio, band))


def _by_use(band: Band, signal_dbm: float, asked: Asked) -> tuple[UseSignal, ...]:
    loss_db = _without_path(band, asked) - signal_dbm
    signals = {use: _without_path(band, replace(asked, use=use)) - loss_db for use in Use}
    return tuple(UseSignal(use, dbm, _tier(dbm, asked)) for use, dbm in signals.items())


def _tier(signal_dbm: float, asked: Asked) -> Tier:
    return tier_of(signal_dbm - asked.enough_dbm, asked.spread_db)
