"""Parquet and map files (GeoPackage and its kin), opened as rows of text like any other table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from taskforce.sources.heading import Heading, heading_among, not_recognised
from taskforce.sources.profile import Profile
from taskforce.sources.raw_table import RawTable, quoted
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

PARQUET_ENDINGS = (".parquet", ".geoparquet")
MAP_ENDINGS = (".gpkg", ".geojson", ".json", ".shp", ".fgb")

# Where a map file holds points, their coordinates appear as two more columns.
POINT_COLUMNS = ("point x", "point y")


def parquet_table(file: Path, *, profile: Profile | None, kind: str) -> tuple[RawTable, Profile]:
    """Open a Parquet file as a table of text.

    Raises
    ------
    Refused
        It is no Parquet file, is empty, or its column names are unknown.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        schema = pq.read_schema(file)
    except (OSError, pa.ArrowException) as error:
        raise Refused(
            f"The Parquet file cannot be opened ({error}).", remedy="Fetch it again.", file=file
        ) from error
    heading = _heading(tuple(schema.names), profile, kind=kind, shown=str(file))
    decimal = heading.profile.layout.decimal
    columns = ", ".join(
        f"{_as_text(name, schema.field(name).type, decimal)} AS c{number}"
        for number, name in enumerate(schema.names)
    )
    query = f"(SELECT {columns} FROM read_parquet({quoted(str(file))}))"
    return RawTable(file.name, file, heading.header, query=query, header_line=0), heading.profile


def map_table(
    file: Path, *, profile: Profile | None, kind: str, workroom: Path
) -> tuple[RawTable, Profile, str | None]:
    """Open a map file of points as a table of text; also tells the CRS of its points.

    Raises
    ------
    Refused
        It cannot be read, the layer does not exist, it is empty, or its columns are unknown.
    """
    import pyarrow.parquet as pq
    import pyogrio
    import pyogrio.errors

    layer = profile.layout.layer if profile else None
    try:
        about, table = pyogrio.read_arrow(file, layer=layer)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise Refused(
            Text("Kortfilen kan ikke åbnes.", f"The map file cannot be opened ({error})."),
            remedy=Text(
                "Brug GeoPackage eller GeoJSON med ét lag.",
                "Give a GeoPackage or GeoJSON, and name the layer in the profile "
                "if there are several.",
            ),
            file=file,
        ) from error
    target = workroom / f"{file.stem}.points.parquet"
    pq.write_table(_with_points(table, about["geometry_name"] or "wkb_geometry"), target)
    raw, chosen = parquet_table(target, profile=profile, kind=kind)
    named = RawTable(file.name, file, raw.header, query=raw.query, header_line=0)
    return named, chosen, about["crs"]


def _with_points(table: pa.Table, geometry: str) -> pa.Table:
    import pyarrow as pa
    import shapely

    if geometry not in table.column_names:
        return table
    shapes = shapely.from_wkb(table.column(geometry).to_numpy(zero_copy_only=False))
    points = shapely.centroid(shapes)
    plain = table.drop_columns([geometry])
    for name, values in zip(
        POINT_COLUMNS, (shapely.get_x(points), shapely.get_y(points)), strict=True
    ):
        plain = plain.append_column(name, pa.array(values))
    return plain


def _heading(names: tuple[str, ...], profile: Profile | None, *, kind: str, shown: str) -> Heading:
    heading = heading_among([names], profile, kind=kind)
    if heading is None:
        raise not_recognised([[names]], profile, kind=kind, shown=shown)
    return heading


def _as_text(name: str, kind: Any, decimal: str) -> str:
    import pyarrow.types as types

    column = '"' + name.replace('"', '""') + '"'
    text = f"CAST({column} AS VARCHAR)"
    if decimal == "," and (types.is_floating(kind) or types.is_decimal(kind)):
        return f"replace({text}, '.', ',')"
    return text
