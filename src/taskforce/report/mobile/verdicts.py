"""What each truth says of each address, and how often two of them contradict each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.report.mobile.overview import Difference
from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.vocabulary.signal import Service

# What a truth can say of an address; "nothing" is unknown, not measured, or uncertain.
YES, NOTHING, NO = 1, 0, -1

Verdicts = NDArray[np.int8]
Labels = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """The verdict of each truth on each address; None where there is no such truth."""

    reported: Verdicts | None
    measured: Verdicts | None
    predicted: Verdicts | None

    def by(self, truth: Truth) -> Verdicts | None:
        """What one of them says."""
        said = {
            Truth.REPORTED: self.reported,
            Truth.MEASURED: self.measured,
            Truth.PREDICTED: self.predicted,
        }
        return said[truth]


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """The group that each address is counted in, and the hexagon that it stands in."""

    group: Labels
    groups: int
    hexagon: Labels

    def count(self, chosen: Flags) -> list[int]:
        """The chosen addresses of each group."""
        found: list[int] = np.bincount(self.group[chosen], minlength=self.groups).tolist()
        return found

    def hexagons(self, chosen: Flags) -> list[int]:
        """The hexagons of each group in which a chosen address stands."""
        pairs = np.unique(np.column_stack([self.group[chosen], self.hexagon[chosen]]), axis=0)
        found: list[int] = np.bincount(pairs[:, 0], minlength=self.groups).tolist()
        return found


@dataclass(frozen=True, slots=True)
class Contradicted:
    """The contradictions of one group; see `taskforce.report.mobile.overview.AreaRow`."""

    differing: int | None
    differences: tuple[Difference, ...]


def contradicted(said: Said, grouped: Grouped, service: Service) -> tuple[Contradicted, ...]:
    """Count where two truths say different things.

    Parameters
    ----------
    said
        The verdicts, one per address.
    grouped
        Where each address is counted.
    service
        Decides what may be asked: operators report data, not calls.

    Returns
    -------
    tuple of Contradicted
        One for each group, in addresses and hexagons. A kind that cannot be asked of any address
        of a group is not in it.
    """
    asked = [one for one in Disagreement if one.can_be_asked(service)]
    any_compared = any_differing = np.zeros(len(grouped.group), np.bool_)
    by_group: list[list[Difference]] = [[] for _ in range(grouped.groups)]
    for kind in asked:
        first, second = (said.by(truth) for truth in kind.truths)
        if first is None or second is None:
            continue
        compared = (first != NOTHING) & (second != NOTHING)
        yes = YES if kind.first_says_yes else NO
        differing = compared & (first == yes) & (second == -yes)
        any_compared, any_differing = any_compared | compared, any_differing | differing
        for number, found in enumerate(_counted(kind, grouped, compared, differing)):
            if found.compared:
                by_group[number].append(found)
    told = zip(grouped.count(any_differing), grouped.count(any_compared), by_group, strict=True)
    return tuple(
        Contradicted(differing if compared else None, tuple(found))
        for differing, compared, found in told
    )


def _counted(
    kind: Disagreement, grouped: Grouped, compared: Flags, differing: Flags
) -> list[Difference]:
    counts = zip(
        grouped.count(differing),
        grouped.count(compared),
        grouped.hexagons(differing),
        strict=True,
    )
    return [Difference(kind, addresses, of, cells) for addresses, of, cells in counts]
