"""Notices columns that are shifted: the name of a network stands beside its column, not in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.measurements import reasons
from taskforce.sources.measurements.cells import Cells
from taskforce.sources.measurements.networks import generation
from taskforce.sources.rejected import Rejected
from taskforce.vocabulary.errors import Refused

# How many columns to each side are looked into.
_REACH = 2

# One row may be damaged; where a tenth of a file is, its columns are not where their names are.
_LARGEST_SHARE = 0.1


def mark_technology(cells: Cells) -> NDArray[Any]:
    """Read the generation of each row; mark the rows that tell none, or tell it elsewhere.

    Returns
    -------
    array of Generation or None
    """
    words, column = cells.words("technology"), cells.column("technology")
    others = cells.opened.profile.generations
    known = {word: generation(word, others) if word else None for word in set(words)}
    found = np.empty(len(words), object)
    found[:] = [known[word] for word in words]
    if column < 0:
        return found
    told = np.array([word is not None for word in words], np.bool_)
    unknown = told & (found == None)  # noqa: E711 - compares each element
    if unknown.any():
        _mark_shifted(cells, unknown, column)
    cells.faults.mark(unknown, reasons.UNKNOWN_TECHNOLOGY, column)
    if "signal" in cells.opened.columns:
        cells.faults.mark(~told, reasons.NO_TECHNOLOGY, column)
    return found


def refuse_shifted(rejected: Sequence[Rejected], rows: int) -> None:
    """Refuse a file whose columns are shifted; its numbers would be taken for something else.

    Raises
    ------
    Refused
        In a tenth of the rows or more the network stands beside its column; says where.
    """
    shifted = [one for one in rejected if one.reason == reasons.SHIFTED]
    if not shifted or len(shifted) < _LARGEST_SHARE * rows:
        return
    first = shifted[0]
    raise Refused(
        f'The columns are shifted in {len(shifted):,} of {rows:,} rows: "{first.column}" holds '
        f"{first.value}, {first.detail}. Nothing in this file can be trusted to stand where its "
        "name is.",
        remedy=reasons.ADVICE[reasons.SHIFTED],
        file=first.file,
        row=first.line,
        column=first.column,
    )


def _mark_shifted(cells: Cells, unknown: NDArray[np.bool_], column: int) -> None:
    for beside in (column - 1, column + 1, column - 2, column + 2)[: 2 * _REACH]:
        if not 0 <= beside < len(cells.opened.table.header):
            continue
        texts = cells.at(beside)
        here = np.array([generation(text.strip(), {}) is not None for text in texts], np.bool_)
        words = {texts[row].strip() for row in np.flatnonzero(unknown & here)}
        for word in sorted(words):
            rows = unknown & np.array([text.strip() == word for text in texts], np.bool_)
            detail = f'and {word} stands in "{cells.name(beside)}"'
            cells.faults.mark(rows, reasons.SHIFTED, column, detail)
