"""All that the rows of an overview are counted from, truth by truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from taskforce.report.mobile.homes import Homes
from taskforce.report.mobile.networks import MeasuredHex
from taskforce.report.mobile.overview import Absent
from taskforce.report.mobile.strongest import Decibels
from taskforce.report.mobile.verdicts import NO, NOTHING, YES, Flags, Said, Verdicts
from taskforce.vocabulary.signal import Service


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """The tier of each address: YES likely, NOTHING uncertain, NO unlikely; `held` on terrain.

    What is not held is NOTHING, and is counted apart.
    """

    tier: Verdicts
    held: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Addresses, measured hexagons and predictions; None where there is no such truth.

    `absent` says why, for the whole region.
    """

    service: Service
    threshold_dbm: float
    homes: Homes
    hexes: Mapping[str, MeasuredHex] | None
    prediction: Prediction | None
    absent: tuple[Absent, ...]

    @property
    def said(self) -> Said:
        """The verdict of each truth on each address."""
        return Said(
            reported=self.homes.reported,
            measured=None if self.hexes is None else self._measured(self.hexes),
            predicted=None if self.prediction is None else self.prediction.tier,
        )

    def weak(self, measured: MeasuredHex) -> bool | None:
        """Whether a hexagon's signal is too weak; None where it was measured too little."""
        return None if measured.median_dbm is None else measured.median_dbm < self.threshold_dbm

    def _measured(self, hexes: Mapping[str, MeasuredHex]) -> Verdicts:
        verdict = {True: NO, False: YES, None: NOTHING}
        of_cell = {cell: verdict[self.weak(one)] for cell, one in hexes.items()}
        return _each(self.homes.cell, of_cell)


def tiers(signal_dbm: Decibels, held: Flags, *, threshold_dbm: float, spread_db: float) -> Verdicts:
    """Say for many signals what `taskforce.vocabulary.signal.tier_of` says for one.

    Parameters
    ----------
    signal_dbm
        The strongest predicted signal of each address; minus infinite where there is none.
    held
        Which addresses have a place on the terrain.
    threshold_dbm, spread_db
        What is enough, and the spread of the prediction.

    Returns
    -------
    array of int8
        See `Prediction`.
    """
    margin_db = signal_dbm - threshold_dbm
    tier = np.where(margin_db >= spread_db, YES, np.where(margin_db >= -spread_db, NOTHING, NO))
    return np.where(held, tier, NOTHING).astype(np.int8)


def _each(cells: Sequence[str], of_cell: Mapping[str, int]) -> Verdicts:
    return np.fromiter((of_cell.get(cell, NOTHING) for cell in cells), np.int8, count=len(cells))
