"""Lists of sites as municipalities write them, and the boundaries around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from taskforce.tables.layers import BOUNDARIES

COLUMNS = (
    "navn",
    "art",
    "ejer",
    "kommunekode",
    "oest",
    "nord",
    "bygningshoejde_m",
    "antennehoejde_m",
)

# A place in Sorø.
USUAL = {
    "navn": "Gl. vandtårn",
    "art": "vandtårn",
    "ejer": "Sorø Kommune",
    "kommunekode": "0340",
    "oest": "655000",
    "nord": "6145000",
    "bygningshoejde_m": "34",
}

Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A list with semicolons; each row is the usual one with some cells changed."""

    def write(*rows: dict[str, str], name: str = "liste.csv", encoding: str = "utf-8") -> Path:
        whole = [USUAL | row for row in rows]
        columns = list(dict.fromkeys([*COLUMNS, *(key for row in rows for key in row)]))
        lines = [";".join(columns)]
        lines += [";".join(row.get(column, "") for column in columns) for row in whole]
        file = tmp_path / name
        file.write_bytes(("\n".join(lines) + "\n").encode(encoding))
        return file

    return write


@pytest.fixture
def boundaries(tmp_path: Path) -> Path:
    """Three squares of land, Sorø, Slagelse west of it, and Bornholm; all else is sea."""
    squares: list[tuple[str, str, tuple[int, int, int, int]]] = [
        ("0330", "Slagelse", (640_000, 6_140_000, 650_000, 6_150_000)),
        ("0400", "Bornholm", (860_000, 6_100_000, 890_000, 6_140_000)),
        ("0340", "Sorø", (650_000, 6_140_000, 660_000, 6_150_000)),
    ]
    rows: list[dict[str, Any]] = [
        {"code": code, "name": name, "geometry": shapely.to_wkb(shapely.box(*box))}
        for code, name, box in squares
    ]
    file = tmp_path / "boundaries.parquet"
    pq.write_table(pa.Table.from_pylist(rows, BOUNDARIES.schema()), file)
    return file
