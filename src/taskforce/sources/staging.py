"""Every row of a delivery, translated and judged, waiting to be taken in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taskforce.sources import reasons
from taskforce.sources.binding import Binding, bind, number_columns
from taskforce.sources.delivery import Delivery
from taskforce.sources.municipalities import name_municipalities
from taskforce.sources.profile import Profile
from taskforce.sources.raw_table import RawTable
from taskforce.sources.translation import translation, untold
from taskforce.sources.waiting import WaitingRoom, waiting_room
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.technology import Technology

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that is no row of the table at all: cells missing, or a quotation mark left open."""

    file: int
    record: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Staged:
    """What stands in the view `staged`, and what could not be put there.

    `technologies` are those that the delivery tells about; `absent` those that its layout knows
    but its files leave out.
    """

    delivery: Delivery
    broken: tuple[BrokenLine, ...]
    technologies: tuple[Technology, ...]
    absent: tuple[Technology, ...]
    unread: tuple[str, ...]


def stage(connection: Any, delivery: Delivery, *, room: Path, tell: Tell) -> Staged:
    """Read a delivery into the view `staged`, one row per row of its files.

    Parameters
    ----------
    connection
        A DuckDB connection; receives `staged` (every row, numbered by `row` in the order of the
        files), `faults` (row, file, fault: why a row is not taken in), `good` (the others, with
        their municipality) and `named` (the municipality of each spelling).
    delivery
        The opened files.
    room
        A folder for working files; the rows wait there, so that memory stays flat.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Staged
        Lines that are no rows, and the technologies told about.

    Raises
    ------
    Refused
        A column is missing, or a file holds no row at all.
    """
    bindings, broken, parts = [], [], list[str]()
    first = 0
    waiting = waiting_room(connection, delivery, room)
    for number, table in enumerate(delivery.tables):
        tell(f"Reading {table.shown}")
        binding = bind(delivery.profile, table)
        found = _read(waiting, delivery.profile, table, number=number)
        parts.append(waiting.select(number, untold(delivery.profile, binding), first=first))
        rows = waiting.rows(number)
        _refuse_nothing(table, rows + len(found))
        first += rows
        broken += found
        bindings.append(binding)
    connection.execute(f"CREATE VIEW staged AS {' UNION ALL BY NAME '.join(parts)}")
    tell("Checking municipalities and duplicates")
    _find_faults(connection, delivery.profile)
    absent = {technology for binding in bindings for technology in binding.absent}
    return Staged(
        delivery=delivery,
        broken=tuple(broken),
        technologies=_told(connection, delivery.profile, bindings),
        absent=tuple(one for one in Technology if one in absent),
        unread=tuple(sorted({name for binding in bindings for name in binding.unread})),
    )


def _read(
    waiting: WaitingRoom, profile: Profile, table: RawTable, *, number: int
) -> list[BrokenLine]:
    """Read a table with its numbers as numbers; where one is none, again with all care."""
    quick = table.with_numbers(number_columns(profile, table), profile.layout.decimal)
    found = _translated(waiting, profile, quick, number=number)
    if any(kind == "CAST" for _, _, kind in found):
        found = _translated(waiting, profile, table, number=number)
    return [
        BrokenLine(
            file=number,
            record=int(line),
            reason=reasons.NOT_TEXT if kind == "INVALID ENCODING" else reasons.BROKEN,
            text=text or "",
        )
        for line, text, kind in found
    ]


def _translated(
    waiting: WaitingRoom, profile: Profile, table: RawTable, *, number: int
) -> list[tuple[int, str | None, str]]:
    """Translate a table into the waiting room; returns the lines that are no rows."""
    connection = waiting.connection
    connection.execute("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans")
    waiting.fill(number, translation(profile, table, bind(profile, table), file=number))
    if table.text is None:
        return []
    lines: list[tuple[int, str | None, str]] = connection.execute(
        "SELECT line, any_value(csv_line), min(error_type::VARCHAR) FROM reject_errors "
        "GROUP BY line ORDER BY line"
    ).fetchall()
    return lines


def _refuse_nothing(table: RawTable, lines: int) -> None:
    if lines == 0:
        raise Refused(
            "The file holds column names but no row.", remedy="Fetch it again.", file=table.shown
        )


def _find_faults(connection: Any, profile: Profile) -> None:
    connection.execute(
        "CREATE TABLE faults AS SELECT row, file, fault FROM staged WHERE fault IS NOT NULL"
    )
    name_municipalities(connection, profile)
    _mark_duplicates(connection, profile)
    connection.execute(
        "CREATE VIEW good AS SELECT s.* EXCLUDE (fault), n.municipality "
        "FROM staged AS s LEFT JOIN named AS n "
        "ON s.municipality_name IS NOT DISTINCT FROM n.municipality_name "
        "AND s.municipality_code IS NOT DISTINCT FROM n.municipality_code "
        "WHERE s.fault IS NULL AND s.row NOT IN (SELECT row FROM faults)"
    )


def _mark_duplicates(connection: Any, profile: Profile) -> None:
    """Mark the later rows of an address that one file tells twice; long files may do so."""
    if profile.long and not profile.long.by_file_name:
        return
    key = "file, source_id, technology" if profile.long else "file, source_id"
    connection.execute(
        "CREATE TABLE repeated AS SELECT hash(source_id) AS name FROM staged "
        "WHERE fault IS NULL GROUP BY hash(source_id), file HAVING count(*) > 1"
    )
    if connection.execute("SELECT count(*) FROM repeated").fetchone() == (0,):
        return
    id_column = profile.fields["id"].columns[0]
    connection.execute(
        f"""
        INSERT INTO faults
        SELECT row, file, '{reasons.DUPLICATE}{reasons.SEPARATOR}{id_column}' FROM (
            SELECT row, file, row_number() OVER (PARTITION BY {key} ORDER BY row) AS time
            FROM staged
            WHERE fault IS NULL AND hash(source_id) IN (SELECT name FROM repeated)
              AND row NOT IN (SELECT row FROM faults)
        ) WHERE time > 1
        """
    )


def _told(connection: Any, profile: Profile, bindings: list[Binding]) -> tuple[Technology, ...]:
    if profile.long:
        rows = connection.execute("SELECT DISTINCT technology FROM staged").fetchall()
        told = {name for (name,) in rows if name} | set(profile.long.covers)
    else:
        told = {pair.technology for binding in bindings for pair in binding.pairs}
    return tuple(technology for technology in Technology if technology in told)
