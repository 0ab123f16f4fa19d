"""Keeps the first thing that is wrong with each row, and tells it in words."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]


class Fault(NamedTuple):
    """What is wrong: the reason, the column it shows in, and more where there is more to say."""

    reason: str
    column: int | None
    detail: str = ""


class Faults:
    """The faults of the rows of a piece; the first that is found of a row stands."""

    def __init__(self, rows: int) -> None:
        self._of_row = np.full(rows, -1, np.int32)
        self._known: list[Fault] = []

    def mark(self, rows: Flags, reason: str, column: int | None, detail: str = "") -> None:
        """Say what is wrong with these rows, but for those that have a fault already."""
        fresh = rows & (self._of_row < 0)
        if fresh.any():
            self._of_row[fresh] = len(self._known)
            self._known.append(Fault(reason, column, detail))

    @property
    def good(self) -> Flags:
        """The rows without a fault."""
        return self._of_row < 0

    def each(self) -> list[tuple[int, Fault]]:
        """The faulty rows in their order, each with its fault."""
        return [
            (int(row), self._known[self._of_row[row]]) for row in np.flatnonzero(self._of_row >= 0)
        ]
