"""Shapes with their numbers, ready for the map: written as GeoParquet, degrees on the globe."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

Column = list[Any]


@dataclass(frozen=True, slots=True)
class Features:
    """One shape per row (EPSG:4326) and columns of equal length; null is "no number"."""

    shapes: NDArray[Any]
    columns: dict[str, Column]

    def __len__(self) -> int:
        return len(self.shapes)

    def table(self) -> pa.Table:
        """The shapes as well-known binary beside their columns, with the GeoParquet label."""
        import pyarrow as pa

        table = pa.table(
            {
                **{name: _typed(values) for name, values in self.columns.items()},
                "geometry": pa.array(shapely.to_wkb(self.shapes).tolist(), pa.binary()),
            }
        )
        return table.replace_schema_metadata({"geo": json.dumps(self._label())})

    def write(self, path: Path, *, compression: str = "zstd") -> None:
        """Write the shapes as GeoParquet 1.1."""
        import pyarrow.parquet as pq

        pq.write_table(self.table(), path, compression=compression)

    def _label(self) -> dict[str, Any]:
        types = sorted({shape.geom_type for shape in self.shapes})
        column = {"encoding": "WKB", "geometry_types": types}
        if len(self):
            column["bbox"] = [float(edge) for edge in shapely.total_bounds(self.shapes)]
        return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


def _typed(values: Column) -> pa.Array:
    """Let Arrow find the type; a column of nothing but nulls holds whole numbers."""
    import pyarrow as pa

    return (
        pa.array(values, pa.int64()) if not any(v is not None for v in values) else pa.array(values)
    )
