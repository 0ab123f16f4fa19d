"""Places by number: a municipality, a postcode and a hexagon together are one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from taskforce.collect.columns import as_column, as_numbers, as_texts

if TYPE_CHECKING:
    import pyarrow as pa

_Place = tuple[int | None, str | None, int | None]


@dataclass(frozen=True, slots=True)
class LocalPlaces:
    """The distinct places of one piece, and which of them each of its rows has."""

    places: tuple[_Place, ...]
    of_row: NDArray[np.int64]


def local_places(code: pa.Array, postcode: pa.Array, cell: pa.Array) -> LocalPlaces:
    """Find the distinct places of a piece, in the order in which they first occur.

    Parameters
    ----------
    code
        The position of the municipality, or null.
    postcode
        Text, or null.
    cell
        H3 cell as integer, or null.
    """
    encoded = [
        column.dictionary_encode(null_encoding="encode") for column in (code, postcode, cell)
    ]
    key = np.zeros(len(code), np.int64)
    for column in encoded:
        key = key * len(column.dictionary) + as_numbers(column.indices, missing=-1)
    first, of_row = _distinct(key)
    values = [column.take(first).to_pylist() for column in (code, postcode, cell)]
    return LocalPlaces(tuple(zip(*values, strict=True)), of_row)


def _distinct(key: NDArray[np.int64]) -> tuple[pa.Array, NDArray[np.int64]]:
    """Where each distinct key first occurs, and which of them each row has."""
    encoded = as_column(key).dictionary_encode()
    of_row = as_numbers(encoded.indices, missing=-1).astype(np.int64)
    # Numbers are given out in the order of first occurrence, so the running maximum rises there.
    risen = np.diff(np.maximum.accumulate(of_row), prepend=-1) > 0
    return as_column(np.flatnonzero(risen)), of_row


@dataclass(slots=True)
class PlaceBook:
    """Every place met so far, numbered 0, 1, 2, … in the order of the deliveries' rows."""

    numbers: dict[_Place, int] = field(default_factory=dict)

    def enter(self, local: LocalPlaces) -> NDArray[np.int32]:
        """Number the places of a piece; returns the number for each of its rows."""
        numbers = self.numbers
        known = [numbers.setdefault(place, len(numbers)) for place in local.places]
        return np.array(known, np.int32)[local.of_row]

    def as_table(self) -> pa.Table:
        """The book as a table: place_id, code, postcode, cell."""
        import pyarrow as pa

        codes, postcodes, cells = zip(*self.numbers, strict=True)
        return pa.table(
            {
                "place_id": as_column(np.arange(len(self.numbers), dtype=np.int32)),
                "code": _optional(codes, np.int16),
                "postcode": as_texts(postcodes),
                "cell": _optional(cells, np.uint64),
            }
        )


def _optional(values: Sequence[int | None], kind: type[np.integer[Any]]) -> pa.Array:
    missing = np.array([value is None for value in values])
    return as_column(np.array([value or 0 for value in values], kind), missing=missing)
