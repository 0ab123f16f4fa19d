"""Identifiers that look like the register's but can never be mistaken for real ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Every identifier of the demonstration begins with these letters ("demo-data 0").
ADDRESS_MARK = "de30da7a"
BUILDING_MARK = "de30b111"

_HEX = np.frombuffer(b"0123456789abcdef", dtype=np.uint8)
_DASHES = (8, 13, 18, 23)
_VERSION_AT, _VARIANT_AT, _TAIL_AT = 14, 19, 24

# Odd, hence a one-to-one shuffle of the 48-bit numbers: neighbours get unlike identifiers.
_SHUFFLE = 0x9E3779B97F4B
_MASK = (1 << 48) - 1


def identifiers(count: int, mark: str, rng: np.random.Generator) -> NDArray[np.str_]:
    """Make UUIDs of version 5, all different, that begin with a mark.

    Parameters
    ----------
    count
        How many.
    mark
        The first eight hexadecimal digits.
    rng
        Source of chance for the middle; the end is the running number, shuffled.
    """
    letters = _HEX[rng.integers(0, 16, (count, 36), dtype=np.uint8)]
    letters[:, :8] = np.frombuffer(mark.encode(), dtype=np.uint8)
    letters[:, _DASHES] = ord("-")
    letters[:, _VERSION_AT] = ord("5")
    letters[:, _VARIANT_AT] = ord("8")
    numbers = (np.arange(1, count + 1, dtype=np.uint64) * np.uint64(_SHUFFLE)) & np.uint64(_MASK)
    shifts = np.arange(44, -1, -4, dtype=np.uint64)
    letters[:, _TAIL_AT:] = _HEX[(numbers[:, None] >> shifts) & np.uint64(15)]
    return letters.view("S36")[:, 0].astype("U36")
