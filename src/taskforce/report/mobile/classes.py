"""Sorts the cells of an overview of mobile need into the classes that a map shows."""

from __future__ import annotations

from taskforce.report.mobile.overview import LEAST_MEASUREMENTS
from taskforce.report.mobile.shown import ShownCell, ShownPredicted, ShownReported
from taskforce.vocabulary.signal import Tier

# Shares of the addresses that operators tell of, and that lack coverage.
LACKING_EDGES = (0.10, 0.50)
# From the threshold: well above it, just above it, below it, and far below it.
SIGNAL_STEP_DB = 10.0
_PARTS = ((Tier.UNLIKELY, "unlikely"), (Tier.UNCERTAIN, "uncertain"), (Tier.LIKELY, "likely"))


def reported_class(told: ShownReported | None) -> int | None:
    """How many lack coverage: 0 none, 1 few, 2 many, 3 most; None where it is not to be told."""
    share = told.lacking_share if told else None
    if share is None:
        return None
    return 0 if share == 0 else 1 + sum(share >= edge for edge in LACKING_EDGES)


def measured_class(cell: ShownCell, threshold_dbm: float) -> int | None:
    """How strong the signal is: 0 strong, 1 enough, 2 weak, 3 very weak; None if not measured."""
    level = cell.median_dbm
    if level is None or cell.measurements < LEAST_MEASUREMENTS:
        return None
    edges = (threshold_dbm + SIGNAL_STEP_DB, threshold_dbm, threshold_dbm - SIGNAL_STEP_DB)
    return sum(level < edge for edge in edges)


def predicted_tier(told: ShownPredicted | None) -> Tier | None:
    """What the masts make of most addresses, the worse where two are as many; None if untold."""
    if told is None or not told.predicted or not told.unlikely.shown:
        return None
    counts = {tier: getattr(told, name).value or 0 for tier, name in _PARTS}
    return max(counts, key=lambda tier: counts[tier])
