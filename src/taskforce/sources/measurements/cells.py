"""The cells of a piece, asked for by what they tell; remembers where each stood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.measurements import reasons
from taskforce.sources.measurements.faults import Faults
from taskforce.sources.measurements.numbers import Values, numbers
from taskforce.sources.measurements.opening import Opened
from taskforce.sources.measurements.profile import UNITS, Mapped
from taskforce.sources.measurements.rows import Row, is_whole, width_of
from taskforce.sources.rejected import Rejected


class Cells:
    """The rows of a piece by the facts of its profile; rows that are none are marked at once."""

    def __init__(self, rows: Sequence[Row], opened: Opened, faults: Faults) -> None:
        self.opened, self.faults = opened, faults
        self._rows = rows
        width = width_of(opened.table)
        whole = [is_whole(row.cells, width) for row in rows]
        faults.mark(~np.array(whole, np.bool_), reasons.BROKEN, None)

    def column(self, fact: str) -> int:
        """The position of the column in which a fact stands; -1 where it stands nowhere."""
        return self.opened.columns.get(fact, (-1,))[0]

    def at(self, column: int) -> list[str]:
        """The texts of one column; rows that are too short have none there."""
        if column < 0:
            return [""] * len(self._rows)
        return [row.cells[column] if column < len(row.cells) else "" for row in self._rows]

    def texts(self, fact: str) -> list[str]:
        """The texts of a fact, joined where it stands in several columns."""
        columns = self.opened.columns.get(fact, (-1,))
        if len(columns) == 1:
            return [text.strip() for text in self.at(columns[0])]
        sign = self._mapped(fact).joined_by
        parts = zip(*(self.at(column) for column in columns), strict=True)
        return [sign.join(part.strip() for part in each if part.strip()) for each in parts]

    def words(self, fact: str) -> NDArray[Any]:
        """The texts of a fact, None where the cell is empty."""
        nulls = {"", *self.opened.profile.layout.nulls, *self._mapped(fact).nulls}
        texts = self.texts(fact)
        known = {text: None if text in nulls else text for text in set(texts)}
        found = np.empty(len(texts), object)
        found[:] = [known[text] for text in texts]
        return found

    def numbers(self, fact: str) -> Values:
        """The numbers of a fact in our unit, NaN where there is none."""
        if fact not in self.opened.columns:
            return np.full(len(self._rows), np.nan)
        mapped, layout = self._mapped(fact), self.opened.profile.layout
        found = numbers(
            self.texts(fact), decimal=layout.decimal, nulls={*layout.nulls, *mapped.nulls}
        )
        self.faults.mark(found.wrong, reasons.NO_NUMBER, self.column(fact))
        return found.values * UNITS[mapped.unit] if mapped.unit else found.values

    def name(self, column: int) -> str:
        """What a column is called in the file."""
        return self.opened.table.header[column].strip().strip("﻿")

    def rejected(self) -> list[Rejected]:
        """The rows that carry a fault, as they stood."""
        return [
            Rejected(
                file=self.opened.table.shown,
                line=self._rows[row].line,
                column=self._shown_name(fault.column),
                value=self._shown_value(row, fault.column),
                reason=fault.reason,
                detail=fault.detail,
                row=self._sign.join(self._rows[row].cells),
            )
            for row, fault in self.faults.each()
        ]

    @property
    def _sign(self) -> str:
        text = self.opened.table.text
        return text.delimiter if text else ";"

    def _shown_name(self, column: int | None) -> str | None:
        return None if column is None or column < 0 else self.name(column)

    def _shown_value(self, row: int, column: int | None) -> str | None:
        cells = self._rows[row].cells
        return cells[column] if column is not None and 0 <= column < len(cells) else None

    def _mapped(self, fact: str) -> Mapped:
        return self.opened.profile.facts.get(fact, Mapped(()))
