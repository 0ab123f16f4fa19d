"""Buildings and plants on public property, from the Danish building register (BBR)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taskforce.sources.delimited import delimited_scan
from taskforce.sources.delivery import refuse_folders
from taskforce.sources.public_property_codes import OWNERS
from taskforce.sources.raw_table import RawTable
from taskforce.sources.text_form import text_form
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

_ID = "id_lokalId | id"
# The column that only one of the register's files has, and what is read of that file.
_FILES = {
    "building": (
        "byg021BygningensAnvendelse",
        ("kommunekode", "byg007Bygningsnummer", "byg021BygningensAnvendelse",
         "byg054AntalEtager", "byg404Koordinat", "grund"),
    ),
    "plant": (
        "tek020Klassifikation",
        ("kommunekode", "tek007Anlægsnummer", "tek020Klassifikation", "tek038Højde",
         "tek109Koordinat", "grund"),
    ),
    "ground": ("bestemtFastEjendom", ("bestemtFastEjendom",)),
    "property": ("ejendommensEjerforholdskode", ("ejendommensEjerforholdskode", "bfeNummer")),
}  # fmt: skip
_NEEDED = {"building": "bygning", "ground": "grund", "property": "ejendomsrelation"}

# A row is in force without an end of registration or of effect; 6 and 7 are what stands.
_NO_LONGER = ("registreringTil", "virkningTil")
_IN_FORCE = ("6", "7")


@dataclass(frozen=True, slots=True)
class PublicBuilding:
    """One building or technical plant on public property, as the register tells of it.

    Metres are EPSG:25832; `owner` is a code of ejendommensEjerforholdskode, `storeys` and
    `height_m` are None where the register tells none.
    """

    id: str
    municipality: str
    property: str
    number: str
    use: str
    is_plant: bool
    owner: str
    storeys: int | None
    height_m: float | None
    easting_m: float | None
    northing_m: float | None


@dataclass(frozen=True, slots=True)
class PublicProperty:
    """What the register knows of public property.

    `rows` counts every row of the files, `past` those no longer in force, `broken` the lines
    that are no rows; `properties` are public, whether or not anything stands there.
    """

    buildings: tuple[PublicBuilding, ...]
    properties: int
    rows: int
    past: int
    broken: int


def read_public_property(files: Sequence[Path], room: Path) -> PublicProperty:
    """Find what stands on the property of municipalities, regions and the state.

    Parameters
    ----------
    files
        BBR's bygning, grund and ejendomsrelation as CSV, and tekniskanlaeg where there is one,
        in any order; the files are known by their columns.
    room
        A folder for working files.

    Returns
    -------
    PublicProperty
        Only rows in force; a building belongs to the property of its ground.

    Raises
    ------
    Refused
        A file cannot be read or is none of the four, or one of the three is missing.

    References
    ----------
    Codes of owners: public_property.toml.
    """
    import duckdb

    with duckdb.connect() as connection:
        given, broken = set[str](), 0
        for name in _FILES:
            connection.execute(f"CREATE TABLE {name} ({_columns(name)})")
        for file in files:
            refuse_folders(file)
            kind, lost = _read(connection, file, room)
            given.add(kind)
            broken += lost
        _refuse_missing(given, files)
        return _found(connection, broken)


def _columns(name: str) -> str:
    cells = (f"c{number} VARCHAR" for number in range(len(_FILES[name][1])))
    return ", ".join(["id VARCHAR", "current BOOLEAN", *cells])


def _read(connection: Any, file: Path, room: Path) -> tuple[str, int]:
    """Read one file into the table of its kind; returns the kind and how many lines are broken."""
    table = delimited_scan(file, text_form(file), wanted=_ID, room=room)
    kind = next((one for one, (sign, _) in _FILES.items() if table.column(sign) is not None), None)
    if kind is None:
        raise Refused(
            Text(
                "Det er ingen af de filer fra bygningsregistret, der læses her.",
                "This is none of the files of the building register that are read here.",
            ),
            remedy=Text(
                "Brug bygning, grund, ejendomsrelation og tekniskanlaeg som CSV.",
                "Give bygning, grund, ejendomsrelation and tekniskanlaeg as CSV.",
            ),
            file=file,
        )
    cells = ", ".join(_text(table, name, file) for name in _FILES[kind][1])
    own_id = f"lower({_text(table, _ID, file)})"
    connection.execute(
        f"INSERT INTO {kind} SELECT {own_id}, {_current(table, file)}, {cells} FROM {table.scan}"
    )
    broken = connection.execute("SELECT count(DISTINCT line) FROM reject_errors").fetchone()[0]
    connection.execute("DROP TABLE reject_errors; DROP TABLE reject_scans")
    return kind, int(broken)


def _text(table: RawTable, name: str, file: Path) -> str:
    position = table.column(name)
    if position is None:
        raise Refused(
            Text(f"Kolonnen {name} mangler.", f"The column {name} is missing."),
            remedy=Text(
                "Brug filen, som bygningsregistret leverer den.",
                "Give the file as the building register delivers it.",
            ),
            file=file,
            row=table.header_line,
        )
    return f"nullif(trim(c{position}), '')"


def _current(table: RawTable, file: Path) -> str:
    open_ends = [f"{_text(table, name, file)} IS NULL" for name in _NO_LONGER]
    listed = ", ".join(f"'{one}'" for one in _IN_FORCE)
    return " AND ".join(
        [*open_ends, f"coalesce({_text(table, 'status', file)} IN ({listed}), false)"]
    )


def _refuse_missing(given: set[str], files: Sequence[Path]) -> None:
    missing = [name for kind, name in _NEEDED.items() if kind not in given]
    if missing:
        raise Refused(
            Text(
                f"Bygningsregistrets {' og '.join(missing)} mangler.",
                f"The building register's {' and '.join(missing)} is missing.",
            ),
            remedy=Text(
                "Ejerskabet står i ejendomsrelation, og grund knytter det til bygning: "
                "brug alle tre sammen.",
                "Ownership stands in ejendomsrelation, and grund ties it to bygning: "
                "give all three together.",
            ),
            file=files[0] if files else None,
        )


def _found(connection: Any, broken: int) -> PublicProperty:
    owners = ", ".join(f"'{code}'" for code in OWNERS)
    connection.execute(
        "CREATE TABLE public AS SELECT id, min(c0) AS owner, min(c1) AS bfe FROM property "
        f"WHERE current AND c0 IN ({owners}) GROUP BY id"
    )
    counts = " UNION ALL ".join(f"SELECT current FROM {name}" for name in _FILES)
    rows, past = connection.execute(
        f"SELECT count(*), count(*) FILTER (NOT current) FROM ({counts})"
    ).fetchone()
    properties = connection.execute("SELECT count(*) FROM public").fetchone()[0]
    found = connection.execute(_STANDING).fetchall()
    return PublicProperty(
        tuple(PublicBuilding(*one) for one in found), properties, rows + broken, past, broken
    )


_NUMBER = "TRY_CAST(nullif(regexp_extract(c4, '{}', 1), '') AS DOUBLE)"
_EAST = _NUMBER.format(r"POINT *\( *([0-9.]+) ")
_NORTH = _NUMBER.format(r"POINT *\( *[0-9.]+ +([0-9.]+)")
_OF_GROUND = (
    "JOIN (SELECT id, lower(min(c0)) AS property FROM ground WHERE current GROUP BY id) AS g "
    "ON g.id = lower(s.c5) JOIN public AS p ON p.id = g.property WHERE s.current"
)
# A noughth storey or a height of 0 is how the register writes that none is told.
_STANDING = f"""
    SELECT DISTINCT ON (s.id) s.id, s.c0, p.bfe, s.c1, s.c2, false, p.owner,
           nullif(TRY_CAST(s.c3 AS INTEGER), 0), NULL, {_EAST}, {_NORTH}
    FROM building AS s {_OF_GROUND}
    UNION ALL
    SELECT DISTINCT ON (s.id) s.id, s.c0, p.bfe, s.c1, s.c2, true, p.owner,
           NULL, nullif(TRY_CAST(s.c3 AS DOUBLE), 0), {_EAST}, {_NORTH}
    FROM plant AS s {_OF_GROUND}
    ORDER BY 1
"""
