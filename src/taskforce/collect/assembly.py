"""Facts and whereabouts come together: every address in its order, with its place and its use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from taskforce.collect.areas import Areas, read_areas
from taskforce.collect.offers import SPEEDS
from taskforce.collect.places import PlaceBook
from taskforce.collect.whereabouts import Ground, with_whereabouts
from taskforce.snapshot.frozen import Layer
from taskforce.sources.raw_table import quoted
from taskforce.vocabulary.places import country_register
from taskforce.vocabulary.technology import Technology

_ROWS_AT_ONCE = 250_000


def assemble(
    connection: Any,
    technologies: Sequence[Technology],
    *,
    crs: str,
    country: str | None,
    layers: dict[str, Layer],
) -> None:
    """Make `ordered` (one row per address, in its final order) and the table `place`.

    Parameters
    ----------
    connection
        Holds `complete` and receives `codes`, `ordered`, `place`.
    technologies
        Those that the delivery tells about; only their speeds travel along.
    crs
        The CRS of `x` and `y` in `complete`.
    country
        Whose municipalities are known by name and region; None where none are.
    layers
        The layers to join with: boundaries and uses, as far as they are there.
    """
    boundaries = layers.get("boundaries")
    areas = read_areas(boundaries.file("boundaries")) if boundaries else None
    codes = _municipalities(connection, country, areas)
    book = PlaceBook()
    told = [column for one in technologies for column in (one.download_column, one.upload_column)]
    # The facts stream through the computing of places straight into the sorting; the reading
    # goes on beside the writing, and needs a cursor of its own.
    facts = connection.cursor().sql(_facts(told)).to_arrow_reader(_ROWS_AT_ONCE)
    located = with_whereabouts(facts, Ground(crs, codes, areas), book)
    connection.register("located", located)
    connection.execute(_sorted(told, layers.get("uses")))
    connection.execute(_ordered(told))
    connection.unregister("located")
    connection.register("places", book.as_table())
    connection.execute("CREATE TABLE place AS SELECT * FROM places")
    connection.unregister("places")


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


def _facts(told: Sequence[str]) -> str:
    speeds = "".join(f"f.{column}, " for column in told)
    return f"""
        SELECT f.row, f.source_id, f.road, f.house_number, f.postcode, c.position AS code,
               f.x, f.y, try_cast('0x' || f.hex AS UBIGINT) AS told_cell,
               {speeds} f.overflow_set::INTEGER AS overflow_set
        FROM complete AS f LEFT JOIN codes AS c USING (municipality)
    """


def _sorted(told: Sequence[str], uses: Layer | None) -> str:
    """Sort along the Z-curve; addresses on the same square metre keep the order of their file."""
    file = quoted(str(uses.file("uses"))) if uses else None
    join = f"LEFT JOIN read_parquet({file}) AS u USING (source_id)" if file else ""
    use = "coalesce(u.use, 0)" if file else "0"
    speeds = "".join(f"f.{column}, " for column in told)
    return f"""
        CREATE TABLE in_order AS
        SELECT f.source_id, f.road, f.house_number, f.postcode, f.municipality, f.code,
               f.easting_m, f.northing_m, f.longitude, f.latitude, f.place_id,
               {use}::TINYINT AS use, f.disagrees::BOOLEAN AS disagrees,
               {speeds} f.overflow_set
        FROM located AS f {join}
        ORDER BY f.turn, f.row
    """


def _ordered(told: Sequence[str]) -> str:
    """Number the addresses, and say that nothing is known of the other technologies."""
    unknown = "".join(
        f", NULL::INTEGER AS {column}" for column in SPEEDS if column not in set(told)
    )
    return f"CREATE VIEW ordered AS SELECT rowid::INTEGER AS address_id, *{unknown} FROM in_order"
