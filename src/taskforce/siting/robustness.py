"""Which sites stay chosen when the signal is a little stronger or weaker than predicted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from taskforce.siting.choice import TIME_LIMIT_S, Choice, choose
from taskforce.siting.clock import Clock
from taskforce.siting.limits import Limits
from taskforce.siting.sets import Coverage
from taskforce.vocabulary.errors import WrongUse


@dataclass(frozen=True, slots=True)
class Robustness:
    """For each site the share of the scenarios that choose it, 0 to 1, and every choice."""

    kept: tuple[float, ...]
    choices: tuple[Choice, ...]

    @property
    def always(self) -> tuple[int, ...]:
        """The sites that every scenario chooses."""
        return tuple(site for site, share in enumerate(self.kept) if share == 1.0)


def robustness(
    coverages: Sequence[Coverage],
    limits: Limits,
    *,
    time_limit_s: float = TIME_LIMIT_S,
    threads: int = 1,
) -> Robustness:
    """Choose anew in every scenario, and count how often each site is chosen.

    Parameters
    ----------
    coverages
        The same sites in different scenarios, for instance 8 dB weaker, as predicted, and 8 dB
        stronger.
    limits
        What every choice keeps to.
    time_limit_s
        Seconds for all scenarios together.
    threads
        For the solver; all searches in one process must use the same number.

    Returns
    -------
    Robustness
        One share for each site, and one choice for each scenario.

    Raises
    ------
    WrongUse
        There is no scenario, or they do not have the same sites.
    """
    if len({coverage.sites for coverage in coverages}) != 1:
        raise WrongUse(
            "The scenarios do not have the same sites, or there is none.",
            remedy="Give one coverage for each scenario, always of the same sites.",
        )
    clock = Clock(time_limit_s)
    choices: list[Choice] = []
    for done, coverage in enumerate(coverages):
        choices.append(
            choose(
                coverage,
                limits,
                time_limit_s=clock.left_s / (len(coverages) - done),
                threads=threads,
                start=choices[-1].chosen if choices else (),
            )
        )
    times = np.zeros(coverages[0].sites, np.int64)
    for choice in choices:
        times[list(choice.chosen)] += 1
    return Robustness(tuple((times / len(choices)).tolist()), tuple(choices))
