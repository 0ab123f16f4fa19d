"""How much more homes and firms each further site would cover: the best choice for every number."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from taskforce.siting.choice import TIME_LIMIT_S, Choice, choose
from taskforce.siting.clock import Clock
from taskforce.siting.limits import Limits
from taskforce.siting.sets import Coverage


@dataclass(frozen=True, slots=True)
class Point:
    """The best choice of at most `k` sites, and its bound.

    `choice` is what the search for `k` found, with its proof. Its own bound may be higher than
    `bound`, which may come from a larger choice.
    """

    k: int
    chosen: tuple[int, ...]
    value: int
    bound: int
    choice: Choice = field(repr=False, compare=False)

    @property
    def proven(self) -> bool:
        """Whether no choice of as many sites covers more."""
        return self.bound - self.value < 1


def curve(
    coverage: Coverage,
    limits: Limits,
    k_max: int,
    *,
    time_limit_s: float = TIME_LIMIT_S,
    threads: int = 1,
) -> tuple[Point, ...]:
    """Choose for every number of sites, from none to `k_max`.

    Parameters
    ----------
    coverage
        Sites and demand points.
    limits
        Their `k` is set aside; everything else holds at every point.
    k_max
        The largest number of sites.
    time_limit_s
        Seconds for all points together.
    threads
        For the solver; all searches in one process must use the same number.

    Returns
    -------
    tuple of Point
        By `k`, beginning with the number of forced sites. Neither value nor bound ever falls.

    Raises
    ------
    WrongUse
        The limits contradict each other, or `k_max` is less than the number of forced sites.
    """
    clock = Clock(time_limit_s)
    least = min(len(set(limits.forced)), max(k_max, 0))
    choices: list[Choice] = []
    for k in range(least, k_max + 1):
        # What a small number leaves of its time is there for the larger, harder ones.
        share_s = clock.left_s / (k_max + 1 - k)
        choices.append(
            choose(
                coverage,
                replace(limits, k=k),
                time_limit_s=share_s,
                threads=threads,
                start=choices[-1].chosen if choices else (),
            )
        )
    return _never_falling(least, choices)


def _never_falling(least: int, choices: list[Choice]) -> tuple[Point, ...]:
    """A bound for more sites holds for fewer as well."""
    points: list[Point] = []
    lowest = max((choice.bound for choice in choices), default=0)
    for k, choice in reversed(list(enumerate(choices, least))):
        lowest = min(lowest, choice.bound)
        points.append(Point(k, choice.chosen, choice.value, lowest, choice))
    return tuple(reversed(points))
