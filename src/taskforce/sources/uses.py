"""The use of each address, from the Danish building register (BBR)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taskforce.sources.building_codes import PRECEDENCE, use_of_building
from taskforce.sources.delimited import DELIMITED_ENDINGS, delimited_scan
from taskforce.sources.raw_table import RawTable, quoted
from taskforce.sources.text_form import text_form
from taskforce.vocabulary.errors import Refused

# The names of the columns in Datafordeler's files, in DAWA's and in older extracts.
_ACCESS_ADDRESS = "husnummer | husnummer_id | adgangsadresseid | adgangsadresse_id | adgadr_id"
_UNIT_ADDRESS = "adresseIdentificerer | adresseid | enhedsadresseid"
_ID = "id_lokalId | id"
_BUILDING = "bygning | bygning_id"
_USE = (
    "byg021BygningensAnvendelse | byg021 | BYG_ANVEND_KODE | bygningens_anvendelse | "
    "enh020EnhedensAnvendelse | enh020 | ENH_ANVEND_KODE | anvendelse"
)
_NO_LONGER = ("registreringTil | registrering_til", "virkningTil | virkning_til")

# 6 built, 7 in use after a change; the others are planned, dropped or historic.
_IN_FORCE = ("6", "7")

_JSON_ENDINGS = (".ndjson", ".jsonl", ".json")


@dataclass(frozen=True, slots=True)
class UseCounts:
    """Rows of the register: broken lines, rows no longer in force, and those without a use.

    `loose` counts addresses of dwellings that no file ties to an access address.
    """

    rows: int
    broken: int
    past: int
    without_use: int
    addresses: int
    loose: int


def stage_uses(connection: Any, files: Sequence[Path], room: Path) -> UseCounts:
    """Read buildings and units into the working table `uses`, one row per access address.

    Parameters
    ----------
    connection
        A DuckDB connection; receives `uses`: source_id, use (code of the house).
    files
        BBR bygning and enhed as CSV. A unit carries the address of a dwelling; which access
        address that belongs to is told by its building, or by a file of DAR's Adresse (CSV or
        JSON lines with id and husnummer) given along.
    room
        A folder for working files.

    Returns
    -------
    UseCounts
        What became of the rows.

    Raises
    ------
    Refused
        A file cannot be read, or lacks the address or the use.

    Notes
    -----
    Only rows in force count: no end of registration, no end of effect, and status 6 or 7 where a
    status is told. Several uses at one address: home before holiday home, business and other.

    References
    ----------
    Codes and their meaning: building_uses.toml.
    """
    connection.execute(
        "CREATE TABLE told (access VARCHAR, dwelling VARCHAR, building VARCHAR, code VARCHAR, "
        "current BOOLEAN); CREATE TABLE links (id VARCHAR, access VARCHAR)"
    )
    broken = sum(_read(connection, file, room) for file in files)
    _translate(connection)
    rows, past, without, loose = connection.execute(
        "SELECT count(*), count(*) FILTER (NOT current), "
        "count(*) FILTER (current AND (source_id IS NULL OR use IS NULL)), "
        "count(DISTINCT dwelling) FILTER (current AND source_id = dwelling) FROM translated"
    ).fetchone()
    addresses = connection.execute("SELECT count(*) FROM uses").fetchone()[0]
    return UseCounts(rows + broken, broken, past, without, addresses, loose)


def _read(connection: Any, file: Path, room: Path) -> int:
    """Read one file; returns how many of its lines are no rows."""
    ending = file.suffix.lower()
    if ending in _JSON_ENDINGS:
        _read_links(connection, f"read_json({quoted(str(file))})", "id", "husnummer_id")
        return 0
    if ending not in DELIMITED_ENDINGS:
        raise Refused(
            "Uses are read from CSV.", remedy="Give BBR's bygning or enhed as CSV.", file=file
        )
    table = delimited_scan(file, text_form(file), wanted=f"{_USE} | {_ACCESS_ADDRESS}", room=room)
    _read_rows(connection, table)
    broken = connection.execute("SELECT count(DISTINCT line) FROM reject_errors").fetchone()[0]
    connection.execute("DROP TABLE reject_errors; DROP TABLE reject_scans")
    return int(broken)


def _read_rows(connection: Any, table: RawTable) -> None:
    access, dwelling = table.column(_ACCESS_ADDRESS), table.column(_UNIT_ADDRESS)
    use, own_id = table.column(_USE), table.column(_ID)
    if use is None and access is not None and own_id is not None:
        _read_links(connection, table.scan, f"c{own_id}", f"c{access}")
        return
    if use is None or (access is None and dwelling is None):
        lacking = "use" if use is None else "address"
        raise Refused(
            f"The column with the {lacking} is missing.",
            remedy=f"BBR names it {(_USE if use is None else _ACCESS_ADDRESS).split(' ')[0]}.",
            file=table.shown,
            row=table.header_line,
        )
    texts = ", ".join(_text(at) for at in (access, dwelling, table.column(_BUILDING), use))
    connection.execute(f"INSERT INTO told SELECT {texts}, {_current(table)} FROM {table.scan}")
    if access is not None and own_id is not None:
        connection.execute(
            f"INSERT INTO links SELECT {_text(own_id)}, {_text(access)} FROM {table.scan} "
            f"WHERE {_current(table)}"
        )


def _read_links(connection: Any, scan: str, own_id: str, access: str) -> None:
    import duckdb

    try:
        connection.execute(
            f"INSERT INTO links SELECT lower({own_id}::VARCHAR), lower({access}::VARCHAR) "
            f"FROM {scan}"
        )
    except (duckdb.BinderException, duckdb.InvalidInputException, duckdb.IOException) as error:
        raise Refused(
            f"The file does not tie addresses to access addresses ({error}).",
            remedy="Give DAR's Adresse with id and husnummer_id.",
        ) from error


def _text(position: int | None) -> str:
    return "NULL" if position is None else f"lower(nullif(trim(c{position}), ''))"


def _current(table: RawTable) -> str:
    conditions = [
        f"nullif(trim(c{position}), '') IS NULL"
        for names in _NO_LONGER
        if (position := table.column(names)) is not None
    ]
    status = table.column("status")
    if status is not None:
        listed = ", ".join(f"'{one}'" for one in _IN_FORCE)
        conditions.append(f"trim(c{status}) IN ({listed})")
    return " AND ".join(f"coalesce({one}, false)" for one in conditions) or "true"


def _translate(connection: Any) -> None:
    codes = connection.execute("SELECT DISTINCT code FROM told").fetchall()
    connection.execute("CREATE TABLE code_uses (code VARCHAR, use TINYINT, turn TINYINT)")
    for (code,) in codes:
        use = use_of_building(code) if code else None
        if use is not None:
            row = [code, use.code, PRECEDENCE.index(use)]
            connection.execute("INSERT INTO code_uses VALUES (?, ?, ?)", row)
    connection.execute(_TRANSLATED)


_TRANSLATED = """
    CREATE TABLE link AS SELECT id, min(access) AS access FROM links
    WHERE id IS NOT NULL AND access IS NOT NULL GROUP BY id;
    CREATE VIEW translated AS
    SELECT coalesce(t.access, b.access, d.access, t.dwelling) AS source_id, t.dwelling, t.current,
           c.use, c.turn
    FROM told AS t
    LEFT JOIN code_uses AS c USING (code)
    LEFT JOIN link AS b ON b.id = t.building
    LEFT JOIN link AS d ON d.id = t.dwelling;
    CREATE TABLE uses AS
    SELECT source_id, arg_min(use, turn)::TINYINT AS use FROM translated
    WHERE current AND source_id IS NOT NULL AND use IS NOT NULL
    GROUP BY source_id ORDER BY source_id
"""
