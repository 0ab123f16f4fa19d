"""The tree of the search: every branch decides one site, and every leaf has a bound with prices."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.prices import Prices

NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """Why no choice covers more than the bound; can be checked without the solver.

    `label` gives the class of each raw demand point (-1: none), `group_of_class` the group of
    each class. Cut `c` speaks of the group `cut_group[c]`, and `through[c]` has one bit for each
    class. Node `n` of the tree has prices of its own (`own[n]`, -1: none) and decides
    `branch[n]` (-1: a leaf): ruled out in the node `ruled_out[n]`, taken in `taken[n]`.
    Node 0 is the root, and prices 0 apply before it.
    """

    label: NDArray[np.int32]
    group_of_class: NDArray[np.int64]
    cut_group: NDArray[np.int64]
    through: NDArray[np.uint8]
    prices: tuple[Prices, ...]
    own: tuple[int, ...]
    branch: tuple[int, ...]
    ruled_out: tuple[int, ...]
    taken: tuple[int, ...]


@dataclass(slots=True)
class Tree:
    """The nodes while they grow."""

    own: list[int] = field(default_factory=list)
    branch: list[int] = field(default_factory=list)
    ruled_out: list[int] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.own)

    def grow(self) -> int:
        """Add a leaf without prices of its own, and return its number."""
        for column in (self.own, self.branch, self.ruled_out, self.taken):
            column.append(NOBODY)
        return len(self) - 1

    def split(self, node: int, site: int) -> tuple[int, int]:
        """Decide a site: the node where it is ruled out, and the node where it is taken."""
        self.branch[node] = site
        self.ruled_out[node], self.taken[node] = self.grow(), self.grow()
        return self.ruled_out[node], self.taken[node]
