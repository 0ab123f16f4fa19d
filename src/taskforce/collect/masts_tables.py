"""Masts, their antennas and the rejected rows, written as the tables of a layer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from taskforce.collect.masts_grouping import Mast, commonest
from taskforce.sources.masts.reading import Antenna
from taskforce.sources.rejected import Rejected
from taskforce.tables.masts import ANTENNAS, MASTS


def write_masts(folder: Path, masts: Sequence[Mast], rejected: Iterable[Rejected]) -> None:
    """Write masts.parquet, antennas.parquet and rejects.parquet into the folder of a layer."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts = [(name, pa.string()) for name in ("column", "value", "reason", "detail", "row")]
    rejects = pa.schema([("file", pa.string()), ("line", pa.int64()), *texts])
    antennas = [_antenna(mast, one) for mast in masts for one in mast.antennas]
    tables = {
        "masts": pa.Table.from_pylist([_mast(one) for one in masts], MASTS.schema()),
        "antennas": pa.Table.from_pylist(antennas, ANTENNAS.schema()),
        "rejects": pa.Table.from_pylist([rejected_row(one) for one in rejected], rejects),
    }
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd")


def rejected_row(row: Rejected) -> dict[str, Any]:
    """A rejected row in words."""
    return {
        "file": row.file,
        "line": row.line,
        "column": row.column,
        "value": row.value,
        "reason": row.reason,
        "detail": row.detail,
        "row": row.row,
    }


def _mast(mast: Mast) -> dict[str, Any]:
    named = sorted({one.station for one in mast.antennas if one.station})
    # Road and number belong together; half of one address and half of another is neither.
    address = next((one for one in mast.antennas if one.road), mast.antennas[0])
    return {
        "mast_id": mast.id,
        "name": ", ".join(named),
        "easting_m": float(mast.easting_m),
        "northing_m": float(mast.northing_m),
        "longitude": mast.longitude,
        "latitude": mast.latitude,
        "planned": mast.planned,
        "uncertainty_m": mast.uncertainty_m,
        "mobile": mast.mobile,
        "road": address.road,
        "house_number": address.house_number,
        "postcode": address.postcode or commonest(one.postcode for one in mast.antennas),
        "municipality": mast.municipality,
        "antennas": len(mast.antennas),
    }


def _antenna(mast: Mast, antenna: Antenna) -> dict[str, Any]:
    return {
        "mast_id": mast.id,
        "station": antenna.station,
        "planned": antenna.planned,
        "mobile": antenna.mobile,
        "service": antenna.service,
        "technology": antenna.technology,
        "generation": antenna.generation.value if antenna.generation else None,
        "band_mhz": antenna.band_mhz,
        "operator": antenna.operator,
        "in_use_since": antenna.in_use_since,
        "expected": antenna.expected,
    }
