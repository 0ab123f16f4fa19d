"""Numbers of a measurement file: texts become numbers, and what is none is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Texts = Sequence[str]
Flags = NDArray[np.bool_]
Values = NDArray[np.float64]


class Numbers(NamedTuple):
    """Values, NaN where the cell is empty or no number; `wrong` marks the latter."""

    values: Values
    wrong: Flags


def numbers(texts: Texts, *, decimal: str, nulls: Collection[str]) -> Numbers:
    """Read texts as numbers.

    Parameters
    ----------
    texts
        The cells of a column.
    decimal
        "," or ".".
    nulls
        Texts that stand for an empty cell.
    """
    # A column of signal levels holds a hundred texts a million times over.
    known = {text: _number(text, decimal, nulls) for text in set(texts)}
    found = [known[text] for text in texts]
    wrong = np.fromiter((one is None for one in found), np.bool_, count=len(found))
    values = np.fromiter(
        (np.nan if one is None else one for one in found), np.float64, count=len(found)
    )
    return Numbers(values, wrong)


def _number(text: str, decimal: str, nulls: Collection[str]) -> float | None:
    bare = text.strip().replace("−", "-")
    if not bare or bare in nulls:
        return float("nan")
    try:
        value = float(bare.replace(",", ".") if decimal == "," else bare)
    except ValueError:
        return None
    return value if np.isfinite(value) and "_" not in bare else None
