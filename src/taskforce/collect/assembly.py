"""Facts and whereabouts come together: every address in its order, with its place and its use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from taskforce.collect.areas import Areas, read_areas
from taskforce.collect.offers import SPEEDS
from taskforce.collect.whereabouts import Ground, find_whereabouts
from taskforce.snapshot.frozen import Layer
from taskforce.sources.raw_table import quoted
from taskforce.vocabulary.places import country_register


def assemble(
    connection: Any, *, crs: str, country: str | None, layers: dict[str, Layer], room: Path
) -> None:
    """Make the tables `ordered` (one row per address, in its final order) and `place`.

    Parameters
    ----------
    connection
        Holds `complete` and receives `codes`, `ordered`, `place`.
    crs
        The CRS of `x` and `y` in `complete`.
    country
        Whose municipalities are known by name and region; None where none are.
    layers
        The layers to join with: boundaries and uses, as far as they are there.
    room
        A folder for working files.
    """
    boundaries = layers.get("boundaries")
    areas = read_areas(boundaries.file("boundaries")) if boundaries else None
    codes = _municipalities(connection, country, areas)
    connection.execute(
        "CREATE VIEW facts AS SELECT f.*, c.position AS code "
        "FROM complete AS f LEFT JOIN codes AS c USING (municipality)"
    )
    whereabouts = room / "whereabouts.parquet"
    find_whereabouts(connection, Ground(crs, codes, areas), whereabouts)
    _place(connection, whereabouts, areas, layers.get("uses"))
    connection.execute(_PLACES)
    connection.execute(_ordered())
    connection.execute("DROP TABLE placed")


def _municipalities(connection: Any, country: str | None, areas: Areas | None) -> tuple[str, ...]:
    """Number every municipality that is named or has an area, in the order of the codes."""
    named = connection.execute(
        "SELECT municipality, any_value(municipality_name), any_value(region_code) "
        "FROM complete WHERE municipality IS NOT NULL GROUP BY municipality"
    ).fetchall()
    names = dict(zip(areas.codes, areas.names, strict=True)) if areas else {}
    regions: dict[str, str] = {}
    for code, name, region in named:
        names[code] = name or names.get(code, code)
        regions[code] = region
    register = country_register(country) if country else None
    for code in names if register else ():
        if register and (place := register.by_code.get(code)):
            names[code], regions[code] = place.name, place.region_code
    codes = tuple(sorted(names))
    rows = [[at, code, names[code], regions.get(code)] for at, code in enumerate(codes)]
    connection.execute(
        "CREATE TABLE codes (position SMALLINT, municipality VARCHAR, municipality_name VARCHAR, "
        "region VARCHAR)"
    )
    if rows:
        connection.executemany("INSERT INTO codes VALUES (?, ?, ?, ?)", rows)
    return codes


def _place(connection: Any, whereabouts: Path, areas: Areas | None, uses: Layer | None) -> None:
    """Put whereabouts, municipality, postcode and use of each row together, without its texts."""
    _number_areas(connection, areas.codes if areas else ())
    file = quoted(str(uses.file("uses"))) if uses else None
    join = f"LEFT JOIN read_parquet({file}) AS u USING (source_id)" if file else ""
    use = "coalesce(u.use, 0)" if file else "0"
    connection.execute(
        "CREATE TABLE placed AS SELECT f.row, w.* EXCLUDE (row, cell, lies_in), "
        "coalesce(f.code, a.position) AS code, f.postcode, "
        "coalesce(try_cast('0x' || f.hex AS UBIGINT), w.cell) AS cell, "
        f"f.code <> a.position AS disagrees, {use}::TINYINT AS use "
        f"FROM facts AS f JOIN read_parquet({quoted(str(whereabouts))}) AS w USING (row) "
        f"LEFT JOIN area_codes AS a USING (lies_in) {join}"
    )


def _number_areas(connection: Any, codes: Sequence[str]) -> None:
    connection.execute("CREATE TABLE area_codes (lies_in SMALLINT, position SMALLINT)")
    for number, code in enumerate(codes):
        connection.execute(
            "INSERT INTO area_codes SELECT ?, position FROM codes WHERE municipality = ?",
            [number, code],
        )


_PLACES = """
    CREATE TABLE place AS
    SELECT (row_number() OVER (ORDER BY code, postcode, cell) - 1)::INTEGER AS place_id,
           code, postcode, cell
    FROM (SELECT DISTINCT code, postcode, cell FROM placed)
"""


def _ordered() -> str:
    speeds = ", ".join(f"f.{column}" for column in SPEEDS)
    return f"""
        CREATE TABLE ordered AS
        SELECT f.source_id, f.road, f.house_number, f.postcode, c.municipality,
               p.easting_m, p.northing_m, p.longitude, p.latitude, l.place_id, p.use, p.disagrees,
               {speeds}, f.overflow_set
        FROM facts AS f
        JOIN placed AS p USING (row)
        JOIN place AS l
          ON l.code IS NOT DISTINCT FROM p.code
         AND l.postcode IS NOT DISTINCT FROM p.postcode
         AND l.cell IS NOT DISTINCT FROM p.cell
        LEFT JOIN codes AS c ON c.position = p.code
        ORDER BY p.turn, f.source_id
    """
