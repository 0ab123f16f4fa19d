"""Holds predictions against measurements: reads, predicts where it was measured, and compares."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from taskforce import __version__
from taskforce.prediction.calibration import Compared, calibrated
from taskforce.prediction.radio import Points, Radio
from taskforce.prediction.terrain_layer import KIND as TERRAIN
from taskforce.prediction.terrain_layer import terrain_on
from taskforce.report.calibration.found import Fit, RegionCalibration, Residual, Skipped
from taskforce.report.calibration.networks import Network, networks_of
from taskforce.report.codec import plain
from taskforce.report.mobile.strongest import strongest
from taskforce.report.ranking.grounds import assumptions_of_masts, input_of
from taskforce.report.ranking.ranking import Input
from taskforce.report.ranking.reach import Tell, Work
from taskforce.snapshot.checksum import fingerprint
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.shelf import Shelf

_KINDS = ("measurements", "masts", TERRAIN)


def calibrate(
    shelf: Shelf, *, threads: int = 1, tell: Tell = lambda _: None
) -> tuple[RegionCalibration, tuple[Residual, ...]]:
    """Say how far predictions of the masts in use lie from what was measured.

    Parameters
    ----------
    shelf
        With measurements and masts; terrain is used where it is.
    threads
        For the prediction; the answer does not depend on it.
    tell
        Called with a word on what is being done.

    Returns
    -------
    RegionCalibration, tuple of Residual
        In dB, measured less predicted: median RSRP of a square of 100 m less the strongest signal
        predicted in its middle, outdoors. To be kept with
        `taskforce.report.calibration_file.keep`. A run that was stopped goes on where it was.

    Raises
    ------
    NotOnShelf
        There are no measurements or no masts.

    References
    ----------
    docs/figures/prediction.md
    """
    measurements = shelf.needed("measurements")
    masts = shelf.needed("masts")
    tell("Summing up what was measured")
    networks = networks_of(masts, measurements)
    terrain = terrain_on(shelf)
    work = Work(terrain, Radio(), threads, shelf.root / "derived" / "calibration", tell)
    joined = [_joined(network, work) for network in networks]
    residuals = [one for each in joined for one in each.residuals]
    now, inputs = datetime.now(UTC), inputs_on(shelf)
    found = RegionCalibration(
        id=f"{now:%Y%m%d}-{print_of(inputs)}",
        made_at=now,
        software=__version__,
        demonstration=any(one.manifest.demonstration for one in _layers(shelf)),
        terrain=terrain.mode.value,
        inputs=inputs,
        overall=calibrated(compared(residuals)),
        fits=tuple(each.fit for each in joined),
        skipped=Skipped(
            no_masts=sum(each.no_masts for each in joined),
            off_terrain=sum(each.off_terrain for each in joined),
            out_of_reach=sum(each.out_of_reach for each in joined),
        ),
        assumptions=assumptions_of_masts(work.radio),
    )
    return found, tuple(residuals)


def compared(residuals: Sequence[Residual]) -> Compared:
    """The same as arrays, one row per square and network.

    Parameters
    ----------
    residuals
        Squares that were both predicted and measured.

    Returns
    -------
    Compared
    """
    return Compared(
        predicted_dbm=np.array([one.predicted_dbm for one in residuals], np.float64),
        measured_dbm=np.array([one.measured_dbm for one in residuals], np.float64),
        measurements=np.array([one.measurements for one in residuals], np.int64),
    )


def inputs_on(shelf: Shelf) -> tuple[Input, ...]:
    """What a calibration would be made from now.

    Parameters
    ----------
    shelf
        Where layers lie.

    Returns
    -------
    tuple of Input
        Measurements, masts and terrain, those that are there.
    """
    return tuple(input_of(one) for one in _layers(shelf))


def print_of(inputs: Sequence[Input]) -> str:
    """The same data have the same eight letters on any day.

    Parameters
    ----------
    inputs
        All that a calibration depends on, beside the software.

    Returns
    -------
    str
        The end of its id.
    """
    return fingerprint(json.dumps(plain(tuple(inputs)), sort_keys=True), __version__)[:8]


@dataclass(frozen=True, slots=True)
class _Joined:
    fit: Fit
    residuals: tuple[Residual, ...]
    no_masts: int
    off_terrain: int
    out_of_reach: int


def _joined(network: Network, work: Work) -> _Joined:
    from taskforce.need.measured_places import square_centre

    middles = np.array([square_centre(one.cell) for one in network.squares]).reshape(-1, 2)
    points = Points(middles[:, 0].copy(), middles[:, 1].copy())
    held = work.terrain.holds(points.easting_m, points.northing_m)
    signal = np.full(len(points), -np.inf)
    if network.masts:
        # Strong signals are compared as well as weak ones: nothing is enough.
        signal = strongest(network.masts, points, work, enough_dbm=np.inf)
    residuals = tuple(
        Residual(
            one.cell,
            network.operator,
            network.generation,
            float(points.easting_m[at]),
            float(points.northing_m[at]),
            float(signal[at]),
            one.median_dbm,
            one.measurements,
        )
        for at, one in enumerate(network.squares)
        if np.isfinite(signal[at])
    )
    missing, silent = int((~held).sum()), int((held & ~np.isfinite(signal)).sum())
    return _Joined(
        Fit(
            network.operator,
            network.generation,
            len(network.masts),
            calibrated(compared(residuals)),
        ),
        residuals,
        no_masts=0 if network.masts else len(points),
        off_terrain=missing if network.masts else 0,
        out_of_reach=silent if network.masts else 0,
    )


def _layers(shelf: Shelf) -> tuple[Layer, ...]:
    found = (shelf.layer(kind) for kind in _KINDS)
    return tuple(one for one in found if one is not None)
