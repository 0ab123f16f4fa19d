"""The use of each address, from the Danish building register (BBR)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taskforce.sources.delimited import DELIMITED_ENDINGS, delimited_scan
from taskforce.sources.raw_table import RawTable
from taskforce.sources.text_form import text_form
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.use import Use

_CODES = Path(__file__).parent / "building_uses.toml"

# The names of the columns in Datafordeler's files, in DAWA's and in older extracts.
_ADDRESS = "husnummer | adressepunkt | adgangsadresseid | adgangsadresse_id | adgadr_id"
_UNIT_ADDRESS = "adresseIdentificerer | adresseid | enhedsadresseid"
_USE = (
    "byg021BygningensAnvendelse | byg021 | BYG_ANVEND_KODE | bygningens_anvendelse | "
    "enh020EnhedensAnvendelse | enh020 | ENH_ANVEND_KODE | anvendelse"
)
_NO_LONGER = ("registreringTil | registrering_til", "virkningTil | virkning_til")
_STATUS = "status"

# 6 built, 7 in use after a change; the others are planned, dropped or historic.
_CURRENT = ("6", "7")

# Where an address has several buildings: someone lives there, else someone stays there, else
# someone works there.
PRECEDENCE = (Use.HOME, Use.HOLIDAY_HOME, Use.BUSINESS, Use.OTHER)


@dataclass(frozen=True, slots=True)
class UseCounts:
    """Rows of the register: broken lines, rows no longer in force, and those without a use."""

    rows: int
    broken: int
    past: int
    without_use: int
    addresses: int


def stage_uses(connection: Any, files: Sequence[Path], room: Path) -> UseCounts:
    """Read buildings or units into the working table `uses`, one row per address.

    Parameters
    ----------
    connection
        A DuckDB connection; receives `uses`: source_id, use (code of the house).
    files
        BBR bygning or enhed as CSV; several are joined. Only rows in force count: no end of
        registration, no end of effect, and status 6 or 7 where a status is told.
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
    Several buildings at one address: home comes before holiday home, business and other.
    Units carry the id of a dwelling's address; it meets coverage only where a file says which
    access address it belongs to.

    References
    ----------
    Codes and their meaning: building_uses.toml.
    """
    connection.execute("CREATE TABLE buildings (source_id VARCHAR, code VARCHAR, current BOOLEAN)")
    broken = sum(_read(connection, file, room) for file in files)
    _translate(connection)
    rows, past, without = connection.execute(
        "SELECT count(*), count(*) FILTER (NOT current), "
        "count(*) FILTER (current AND (source_id IS NULL OR use IS NULL)) FROM translated"
    ).fetchone()
    addresses = connection.execute("SELECT count(*) FROM uses").fetchone()[0]
    return UseCounts(int(rows) + broken, broken, int(past), int(without), int(addresses))


def use_of_building(code: str) -> Use | None:
    """The use that a BBR code stands for; None for outbuildings and unknown codes."""
    uses = _table()
    for pattern in (code, code[:2] + "*", code[:1] + "**"):
        if pattern in uses:
            return Use(uses[pattern])
    return None


def _table() -> dict[str, str]:
    content: dict[str, dict[str, str]] = tomllib.loads(_CODES.read_text(encoding="utf-8"))
    return content["uses"]


def _read(connection: Any, file: Path, room: Path) -> int:
    """Read one file; returns how many of its lines are no rows."""
    if file.suffix.lower() not in DELIMITED_ENDINGS:
        raise Refused(
            "Uses are read from CSV.", remedy="Give BBR's bygning or enhed as CSV.", file=file
        )
    table = delimited_scan(file, text_form(file), wanted=_USE, room=room)
    address = table.column(_ADDRESS)
    address = table.column(_UNIT_ADDRESS) if address is None else address
    use = table.column(_USE)
    if address is None or use is None:
        raise Refused(
            f"The column with the {'address' if address is None else 'use'} is missing.",
            remedy=f"BBR names it {(_ADDRESS if address is None else _USE).split('|')[0].strip()}.",
            file=file,
            row=table.header_line,
        )
    connection.execute(
        f"INSERT INTO buildings SELECT lower(nullif(trim(c{address}), '')), trim(c{use}), "
        f"{_current(table)} FROM {table.scan}"
    )
    broken = connection.execute("SELECT count(DISTINCT line) FROM reject_errors").fetchone()[0]
    connection.execute("DROP TABLE reject_errors; DROP TABLE reject_scans")
    return int(broken)


def _current(table: RawTable) -> str:
    conditions = [
        f"nullif(trim(c{position}), '') IS NULL"
        for names in _NO_LONGER
        if (position := table.column(names)) is not None
    ]
    status = table.column(_STATUS)
    if status is not None:
        listed = ", ".join(f"'{one}'" for one in _CURRENT)
        conditions.append(f"trim(c{status}) IN ({listed})")
    return " AND ".join(f"coalesce({one}, false)" for one in conditions) or "true"


def _translate(connection: Any) -> None:
    codes = connection.execute("SELECT DISTINCT code FROM buildings").fetchall()
    connection.execute("CREATE TABLE code_uses (code VARCHAR, use TINYINT, turn TINYINT)")
    for (code,) in codes:
        use = use_of_building(code) if code else None
        if use is not None:
            row = [code, use.code, PRECEDENCE.index(use)]
            connection.execute("INSERT INTO code_uses VALUES (?, ?, ?)", row)
    connection.execute(
        "CREATE VIEW translated AS SELECT b.*, c.use, c.turn FROM buildings AS b "
        "LEFT JOIN code_uses AS c USING (code)"
    )
    connection.execute(
        "CREATE TABLE uses AS SELECT source_id, arg_min(use, turn)::TINYINT AS use "
        "FROM translated WHERE current AND source_id IS NOT NULL AND use IS NOT NULL "
        "GROUP BY source_id ORDER BY source_id"
    )
