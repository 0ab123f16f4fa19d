"""Other choices that are nearly as good, for whoever has reasons the figures do not know."""

from __future__ import annotations

from dataclasses import replace

from taskforce.siting.choice import TIME_LIMIT_S, Choice, choose
from taskforce.siting.clock import Clock
from taskforce.siting.limits import Limits
from taskforce.siting.sets import Coverage


def alternatives(
    coverage: Coverage,
    limits: Limits,
    choice: Choice,
    *,
    within: float = 0.005,
    most: int = 3,
    time_limit_s: float = TIME_LIMIT_S,
) -> tuple[Choice, ...]:
    """Find the next best choices that cover nearly as much.

    Parameters
    ----------
    coverage
        Sites and demand points.
    limits
        What every choice keeps to.
    choice
        The choice that others are wanted for.
    within
        How much less they may cover, as a part of the value of the choice.
    most
        The largest number of alternatives.
    time_limit_s
        Seconds for all of them together.

    Returns
    -------
    tuple of Choice
        The best first. None has all the sites of the choice or of one before it; the bound of
        each says how good any further one could be.
    """
    clock = Clock(time_limit_s)
    least = choice.value * (1.0 - within)
    found = [choice]
    while len(found) <= most and not clock.over:
        # A choice of forced sites alone has no other beside it.
        if set(found[-1].chosen) <= set(limits.forced):
            break
        again = tuple(tuple(sorted(each.chosen)) for each in found)
        other = choose(
            coverage,
            replace(limits, not_again=(*limits.not_again, *again)),
            time_limit_s=clock.left_s / (most + 1 - len(found)),
            start=found[-1].chosen,
        )
        if other.value < least:
            break
        found.append(other)
    return tuple(found[1:])
