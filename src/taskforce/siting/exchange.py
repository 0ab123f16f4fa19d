"""Make a choice better: exchange one site for another as long as that covers more."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.clock import Clock
from taskforce.siting.greedy import gains, greedy
from taskforce.siting.limits import Rows
from taskforce.siting.sets import Coverage


def exchanged(
    coverage: Coverage,
    rows: Rows,
    chosen: tuple[int, ...],
    *,
    allowed: NDArray[np.bool_],
    clock: Clock,
) -> tuple[int, ...]:
    """Exchange chosen sites, one at a time, until no exchange covers more.

    Parameters
    ----------
    coverage
        Sites and demand points.
    rows
        The limits; forced sites stay.
    chosen
        Where to start; keeps to the limits.
    allowed
        The sites that may come in.
    clock
        Exchanging stops when the time is up.

    Returns
    -------
    tuple of int
        A choice that keeps to the limits and covers at least as much.
    """
    current = list(greedy(coverage, rows, start=chosen, allowed=allowed))
    times = coverage.times_covered(current)
    tried_in_vain, turn = 0, 0
    while tried_in_vain < len(current) and not clock.over:
        turn %= len(current)
        better = _instead_of(coverage, rows, current, times, allowed, turn)
        tried_in_vain += 1
        if better is not None:
            times[coverage.of(current[turn])] -= 1
            times[coverage.of(better)] += 1
            current[turn] = better
            tried_in_vain = 0
        turn += 1
    return greedy(coverage, rows, start=current, allowed=allowed)


def _instead_of(
    coverage: Coverage,
    rows: Rows,
    current: list[int],
    times: NDArray[np.int64],
    allowed: NDArray[np.bool_],
    turn: int,
) -> int | None:
    """The site that covers most in place of one of the chosen, if it covers more."""
    leaving = current[turn]
    if rows.state[leaving] == 1:
        return None
    taken = np.zeros(coverage.sites, np.bool_)
    taken[current] = True
    taken[leaving] = False
    without = times.copy()
    without[coverage.of(leaving)] -= 1
    gain = gains(coverage, without)
    may = rows.fits(taken) & allowed & (rows.state != 0)
    gain[~may] = -1
    best = int(gain.argmax())
    return best if gain[best] > _gain_of(coverage, without, leaving) else None


def _gain_of(coverage: Coverage, times: NDArray[np.int64], site: int) -> int:
    covered = coverage.of(site)
    return int(coverage.weights[covered[times[covered] == 0]].sum())
