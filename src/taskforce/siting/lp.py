"""The linear programme over shares of sites, kept in HiGHS and grown by cuts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from taskforce.siting.cuts import Pool
from taskforce.siting.limits import Rows
from taskforce.vocabulary.errors import WrongUse

# A cut that has not been tight for so many solutions leaves the programme, not the pool.
_PATIENCE = 25


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """Shares of the sites, the claim of each group, and what each cut and row is worth."""

    shares: NDArray[np.float64]
    claims: NDArray[np.float64]
    cuts: NDArray[np.int64]
    cut_prices: NDArray[np.float64]
    row_prices: NDArray[np.float64]

    @property
    def bound(self) -> float:
        """What the programme says can be covered at most; floating point, no proof."""
        return float(self.claims.sum())


class _Silent(highspy.Highs):
    """HiGHS without its banner, which would otherwise stand in front of what a command prints."""

    def enableCallbacks(self) -> None:  # noqa: N802
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Programme:
    """Maximise the claims of all groups, as far as cuts and limits allow."""

    def __init__(self, rows: Rows, groups: int, *, threads: int) -> None:
        self._sites, self._groups, self._rows = len(rows.state), groups, len(rows.caps)
        self._cuts: list[int] = []
        self._idle: list[int] = []
        self._highs: Any = _Silent()  # type: ignore[no-untyped-call]
        for option, value in (("output_flag", False), ("threads", threads), ("solver", "simplex")):
            self._highs.setOptionValue(option, value)
        self._add_columns()
        self._highs.addRows(
            self._rows,
            np.full(self._rows, -highspy.kHighsInf),
            rows.caps.astype(float),
            len(rows.sites),
            rows.starts[:-1].astype(np.int32),
            rows.sites.astype(np.int32),
            rows.amounts.astype(float),
        )

    def _add_columns(self) -> None:
        columns = self._sites + self._groups
        lower, upper = np.zeros(columns), np.full(columns, highspy.kHighsInf)
        upper[: self._sites] = 1.0
        # Claims are free, so that the prices of the cuts of each group add up to exactly 1.
        lower[self._sites :] = -highspy.kHighsInf
        self._highs.addVars(columns, lower, upper)
        claims = np.arange(self._sites, columns, dtype=np.int32)
        self._highs.changeColsCost(self._groups, claims, np.full(self._groups, -1.0))

    def add(self, pool: Pool, numbers: Sequence[int]) -> None:
        """Take cuts of the pool into the programme: claim - slope @ shares <= constant."""
        sites = [np.flatnonzero(pool.slope[number]) for number in numbers]
        lengths = [len(each) + 1 for each in sites]
        indices = [
            np.append(each, self._sites + pool.group[number])
            for number, each in zip(numbers, sites, strict=True)
        ]
        values = [
            np.append(-pool.slope[number][each].astype(float), 1.0)
            for number, each in zip(numbers, sites, strict=True)
        ]
        self._highs.addRows(
            len(numbers),
            np.full(len(numbers), -highspy.kHighsInf),
            np.array([float(pool.constant[number]) for number in numbers]),
            sum(lengths),
            np.cumsum([0, *lengths[:-1]]).astype(np.int32),
            np.concatenate(indices).astype(np.int32),
            np.concatenate(values),
        )
        self._cuts.extend(numbers)
        self._idle.extend([0] * len(numbers))

    def fix(self, state: NDArray[np.int8]) -> None:
        """Hold sites at 1 or 0 where the state says so, and leave the others free."""
        lower, upper = (state == 1).astype(float), (state != 0).astype(float)
        columns = np.arange(self._sites, dtype=np.int32)
        self._highs.changeColsBounds(self._sites, columns, lower, upper)

    def solve(self, limit_s: float) -> Solved | None:
        """Solve it; None when the time was not enough."""
        # HiGHS counts its time over all runs of one instance.
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + max(limit_s, 0.01))
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kTimeLimit:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise WrongUse(
                f"The solver stopped with: {self._highs.modelStatusToString(status)}.",
                remedy="Use the same number of threads everywhere in one process.",
            )
        solution = self._highs.getSolution()
        column = np.array(solution.col_value)
        price = np.maximum(-np.array(solution.row_dual), 0.0)
        return Solved(
            shares=np.clip(column[: self._sites], 0.0, 1.0),
            claims=column[self._sites :],
            cuts=np.array(self._cuts, np.int64),
            cut_prices=price[self._rows :],
            row_prices=price[: self._rows],
        )

    def forget(self, solved: Solved) -> None:
        """Drop the cuts that have been slack for long, so that the programme stays small."""
        slack = solved.cut_prices <= 0.0
        self._idle = [(was + 1) * bool(now) for was, now in zip(self._idle, slack, strict=True)]
        out = [at for at, idle in enumerate(self._idle) if idle > _PATIENCE]
        if len(out) < self._groups:
            return
        positions = np.array(out, np.int32) + self._rows
        self._highs.deleteRows(len(out), positions)
        gone = set(out)
        self._cuts = [cut for at, cut in enumerate(self._cuts) if at not in gone]
        self._idle = [idle for at, idle in enumerate(self._idle) if at not in gone]
