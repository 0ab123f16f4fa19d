"""The table that the cells of an overview are kept in: one row per hexagon and municipality."""

from __future__ import annotations

import pyarrow as pa

_COUNT = pa.int64()

# The columns are the fields of `CellRow`; days are texts, as JSON has them.
SCHEMA = pa.schema(
    [
        pa.field("cell", pa.string(), nullable=False),
        pa.field("municipality", pa.string(), nullable=False),
        pa.field("addresses", _COUNT, nullable=False),
        pa.field("reported", pa.struct([(n, _COUNT) for n in ("covered", "lacking", "unknown")])),
        pa.field(
            "predicted",
            pa.struct([(n, _COUNT) for n in ("likely", "uncertain", "unlikely", "off_terrain")]),
        ),
        pa.field("measurements", _COUNT, nullable=False),
        pa.field("median_dbm", pa.float64()),
        pa.field("weak", pa.bool_()),
        pa.field("oldest", pa.string()),
        pa.field("newest", pa.string()),
        pa.field("differing", _COUNT),
        pa.field(
            "differences",
            pa.list_(
                pa.struct(
                    [
                        ("kind", pa.string()),
                        ("addresses", _COUNT),
                        ("compared", _COUNT),
                        ("cells", _COUNT),
                    ]
                )
            ),
        ),
    ]
)
