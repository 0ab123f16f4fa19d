"""Every row of a delivery, translated and judged, in one working table called `staged`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from taskforce.sources import reasons
from taskforce.sources.binding import Binding, bind
from taskforce.sources.delivery import Delivery
from taskforce.sources.municipalities import name_municipalities
from taskforce.sources.profile import Profile
from taskforce.sources.raw_table import RawTable
from taskforce.sources.translation import translation
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
    """What stands in the working table `staged`, and what could not be put there.

    `technologies` are those that the delivery tells about; `absent` those that its layout knows
    but its files leave out.
    """

    delivery: Delivery
    broken: tuple[BrokenLine, ...]
    technologies: tuple[Technology, ...]
    absent: tuple[Technology, ...]
    unread: tuple[str, ...]


def stage(connection: Any, delivery: Delivery, *, tell: Tell) -> Staged:
    """Read a delivery into the working table `staged`, one row per row of its files.

    Parameters
    ----------
    connection
        A DuckDB connection; receives the tables `staged` and `named`.
    delivery
        The opened files.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Staged
        Lines that are no rows, and the technologies told about. In `staged`, `fault` is null for
        a good row; rows stand in the order of the files.

    Raises
    ------
    Refused
        A column is missing, or a file holds no row at all, or is cut off at its end.
    """
    bindings, broken = [], []
    for number, table in enumerate(delivery.tables):
        tell(f"Reading {table.shown}")
        binding = bind(delivery.profile, table)
        broken += _read(connection, delivery.profile, table, binding, number=number)
        bindings.append(binding)
    _refuse_nothing(connection, delivery, broken)
    tell("Checking municipalities and duplicates")
    name_municipalities(connection, delivery.profile)
    _mark_duplicates(connection, delivery.profile)
    absent = {technology for binding in bindings for technology in binding.absent}
    return Staged(
        delivery=delivery,
        broken=tuple(broken),
        technologies=_told(connection, delivery.profile, bindings),
        absent=tuple(one for one in Technology if one in absent),
        unread=tuple(sorted({name for binding in bindings for name in binding.unread})),
    )


def _read(
    connection: Any, profile: Profile, table: RawTable, binding: Binding, *, number: int
) -> list[BrokenLine]:
    select = translation(profile, table, binding, file=number)
    verb = "CREATE TABLE staged AS" if number == 0 else "INSERT INTO staged"
    connection.execute("DROP TABLE IF EXISTS reject_errors")
    connection.execute("DROP TABLE IF EXISTS reject_scans")
    connection.execute(f"{verb} {select}")
    if table.text is None:
        return []
    found = connection.execute(
        "SELECT line, any_value(csv_line), any_value(error_type::VARCHAR) FROM reject_errors "
        "GROUP BY line ORDER BY line"
    ).fetchall()
    return [
        BrokenLine(
            file=number,
            record=int(line),
            reason=reasons.NOT_TEXT if kind == "INVALID ENCODING" else reasons.BROKEN,
            text=text or "",
        )
        for line, text, kind in found
    ]


def _refuse_nothing(connection: Any, delivery: Delivery, broken: list[BrokenLine]) -> None:
    counted = dict(connection.execute("SELECT file, count(*) FROM staged GROUP BY file").fetchall())
    for number, table in enumerate(delivery.tables):
        lines = [one for one in broken if one.file == number]
        if not counted.get(number) and not lines:
            raise Refused(
                "The file holds column names but no row.",
                remedy="Fetch it again.",
                file=table.shown,
            )


def _mark_duplicates(connection: Any, profile: Profile) -> None:
    """Mark the later rows of an address that one file tells twice; long files may do so."""
    if profile.long and not profile.long.by_file_name:
        return
    key = "file, source_id, technology" if profile.long else "file, source_id"
    connection.execute(
        "CREATE TEMP TABLE repeated AS SELECT hash(source_id) AS name FROM staged "
        "WHERE fault IS NULL GROUP BY hash(source_id), file HAVING count(*) > 1"
    )
    id_column = profile.fields["id"].columns[0]
    connection.execute(
        f"""
        UPDATE staged SET fault = '{reasons.DUPLICATE}{reasons.SEPARATOR}{id_column}'
        WHERE rowid IN (
            SELECT row FROM (
                SELECT rowid AS row, row_number() OVER (PARTITION BY {key} ORDER BY rowid) AS time
                FROM staged
                WHERE fault IS NULL AND hash(source_id) IN (SELECT name FROM repeated)
            ) WHERE time > 1
        )
        """
    )
    connection.execute("DROP TABLE repeated")


def _told(connection: Any, profile: Profile, bindings: list[Binding]) -> tuple[Technology, ...]:
    if profile.long:
        rows = connection.execute("SELECT DISTINCT technology FROM staged").fetchall()
        told = {name for (name,) in rows if name} | set(profile.long.covers)
    else:
        told = {pair.technology for binding in bindings for pair in binding.pairs}
    return tuple(technology for technology in Technology if technology in told)
