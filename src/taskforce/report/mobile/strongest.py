"""The strongest signal that the masts in use would give each address; a long run can be resumed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taskforce.prediction.kept_levels import question
from taskforce.prediction.known_masts import KnownMast
from taskforce.prediction.radio import Points
from taskforce.report.ranking.reach import Work
from taskforce.report.ranking.standing_masts import near, radio_of

Decibels = NDArray[np.float64]

# Most addresses stand near a mast that is enough for them, and need not be asked about the others.
NEAR_M = 4_000.0
_SAVED_EACH = 50


def strongest(
    masts: Sequence[KnownMast], points: Points, work: Work, *, enough_dbm: float
) -> Decibels:
    """Predict the strongest signal of any mast, in its best band.

    Parameters
    ----------
    masts
        Those in use. One whose bands are not told is given the usual ones.
    points
        The places, EPSG:25832; NaN where it is unknown.
    work
        Ground, radio, threads, and the folder where the work is kept: a run that was stopped goes
        on from there, and one that was done is only read.
    enough_dbm
        A place that has this much is not asked about further masts.

    Returns
    -------
    array of float64
        RSRP outdoors, dBm. From `enough_dbm` up it may be less than the strongest. Minus infinite
        where no mast reaches: out of the radius, off the terrain, or without a place.
    """
    rings = ((-1.0, NEAR_M), (NEAR_M, work.radio.radius_m))
    steps = [(mast, ring) for ring in rings for mast in masts]
    file = _file(masts, points, work, enough_dbm) if work.keep else None
    best, done = _resumed(file, len(points))
    for number, (mast, ring) in enumerate(steps[done:], start=done + 1):
        if number % _SAVED_EACH == 1:
            work.tell(f"Predicting masts in use, {number:,} of {len(steps):,} steps")
        _improve(best, mast, points, work, ring=ring, enough_dbm=enough_dbm)
        if file and (number % _SAVED_EACH == 0 or number == len(steps)):
            _save(file, best, number)
    return best


def _improve(
    best: Decibels,
    mast: KnownMast,
    points: Points,
    work: Work,
    *,
    ring: tuple[float, float],
    enough_dbm: float,
) -> None:
    from taskforce.prediction.p1812.fan import losses

    radio = radio_of(mast, work.radio)
    inner_m, outer_m = ring
    within = near(mast, points, outer_m) & (best < enough_dbm)
    if inner_m > 0:
        within &= ~near(mast, points, inner_m)
    at = np.flatnonzero(within)
    if not radio.bands or not len(at):
        return
    places = Points(points.easting_m[at], points.northing_m[at])
    loss = losses(work.terrain, mast.transmitter, places, radio, threads=work.threads)
    # NaN, off the terrain, is no signal.
    signal = np.nan_to_num(radio.eirp_dbm_per_re - loss, nan=-np.inf).max(axis=1)
    best[at] = np.maximum(best[at], signal)


def _file(masts: Sequence[KnownMast], points: Points, work: Work, enough_dbm: float) -> Path | None:
    if work.keep is None:
        return None
    work.keep.mkdir(parents=True, exist_ok=True)
    asked = hashlib.sha256(question(work.terrain, points, work.radio, enough_dbm))
    asked.update(repr((NEAR_M, tuple(masts))).encode())
    return work.keep / f"{asked.hexdigest()[:40]}.npy"


def _resumed(file: Path | None, places: int) -> tuple[Decibels, int]:
    """What was worked out before; a file that is not whole counts as none."""
    nothing = np.full(places, -np.inf), 0
    if file is None:
        return nothing
    try:
        kept = np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return nothing
    if kept.dtype != np.float64 or kept.shape != (places + 1,):
        return nothing
    return kept[:-1].copy(), int(kept[-1])


def _save(file: Path, best: Decibels, done: int) -> None:
    """Keep the signals, and after them the number of steps that are done; whole or not at all."""
    aside = file.with_name(f".{file.stem}.{os.getpid()}.part")
    with aside.open("wb") as out:
        np.save(out, np.append(best, float(done)), allow_pickle=False)
    aside.replace(file)
