"""What the operators offered a year before the older survey: the same networks, less built."""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration.addresses import Register
from taskforce.sources.demonstration.networks import Speeds, Survey
from taskforce.vocabulary.technology import Technology

FIRST = date(2015, 6, 30)
# Share of the region's homes and firms with 100/30 Mbit/s; 2015 as Energistyrelsen counted it.
SHARE, SHARE_A_YEAR_LATER = 0.66, 0.77
_ENOUGH_KBPS = (100_000, 30_000)
# What stood there before the line was made fast; nothing where fibre was new.
_BEFORE_KBPS = {Technology.CABLE: (100_000, 10_000), Technology.XDSL: (60_000, 12_288)}


def first_survey(register: Register, later: Survey, rng: np.random.Generator) -> Survey:
    """Take away what was built in the year before the older survey, road by road.

    Parameters
    ----------
    register, later
        One row per address: what it is, and what it was offered a year later.
    rng
        Source of chance, apart from that of the other surveys, which stay as they are.
    """
    fast = {technology: _enough(speeds) for technology, speeds in later.speeds.items()}
    served = np.logical_or.reduce(list(fast.values())) & later.listed
    unbuilt = _unbuilt(register, served, rng)
    speeds = {
        technology: _before(technology, later.speeds[technology], unbuilt & fast[technology])
        for technology in later.speeds
    }
    return Survey(FIRST, later.listed, speeds)


def _unbuilt(
    register: Register, served: NDArray[np.bool_], rng: np.random.Generator
) -> NDArray[np.bool_]:
    """Whole roads, until as many addresses are without as the official share says."""
    roads = register.road.max() + 1
    order = rng.permutation(roads)
    counts = np.bincount(register.road[served], minlength=roads)[order]
    missing = round(served.sum() * (1 - SHARE / SHARE_A_YEAR_LATER))
    chosen = np.zeros(roads, dtype=bool)
    chosen[order[np.cumsum(counts) <= missing]] = True
    return served & chosen[register.road]


def _enough(speeds: Speeds) -> NDArray[np.bool_]:
    download, upload = _ENOUGH_KBPS
    return (speeds[:, 0] >= download) & (speeds[:, 1] >= upload)


def _before(technology: Technology, speeds: Speeds, where: NDArray[np.bool_]) -> Speeds:
    earlier = speeds.copy()
    earlier[where] = _BEFORE_KBPS.get(technology, (0, 0))
    return earlier
