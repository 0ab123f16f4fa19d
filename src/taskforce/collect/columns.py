"""Columns between Arrow and numpy, without waking the large library that either would call.

`pa.array`, `pa.scalar` and `to_numpy` import pandas to ask whether it is involved; that costs a
second of waiting. The buffers beneath are the same without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pyarrow as pa


def as_numbers(column: pa.Array, *, missing: float) -> NDArray[Any]:
    """An Arrow column of numbers as numpy, with `missing` where it is null."""
    bits, values = column.buffers()
    kind = np.dtype(column.type.to_pandas_dtype())
    end = column.offset + len(column)
    numbers: NDArray[Any] = np.frombuffer(values, kind, count=end)[column.offset :]
    if not column.null_count:
        return numbers
    known = np.unpackbits(np.frombuffer(bits, np.uint8), count=end, bitorder="little")
    return np.where(known[column.offset :].astype(bool), numbers, kind.type(missing))


def as_column(values: NDArray[Any], *, missing: NDArray[np.bool_] | None = None) -> pa.Array:
    """Numbers as an Arrow column, null where `missing` is true."""
    import pyarrow as pa

    kind = pa.from_numpy_dtype(values.dtype)
    buffers = [_known(missing), pa.py_buffer(np.ascontiguousarray(values))]
    return pa.Array.from_buffers(kind, len(values), buffers)


def as_texts(values: Sequence[str | None]) -> pa.Array:
    """Texts as an Arrow column."""
    import pyarrow as pa

    encoded = [(value or "").encode() for value in values]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int32)
    missing = np.array([value is None for value in values], dtype=np.bool_)
    buffers = [_known(missing), pa.py_buffer(ends), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.string(), len(values), buffers)


def _known(missing: NDArray[np.bool_] | None) -> pa.Buffer | None:
    import pyarrow as pa

    return None if missing is None else pa.py_buffer(np.packbits(~missing, bitorder="little"))
