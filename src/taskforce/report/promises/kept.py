"""Keeps a plan's promises, and what became of them, in one small file that is quick to ask."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from taskforce.report.promises.ledger import Given, Judged, Outcome
from taskforce.siting.plan_list.promise import Place, Promise, Sureness, Terms
from taskforce.vocabulary.technology import Technology

_TABLE = """
    CREATE TABLE promise (
        source_id TEXT, road TEXT, house_number TEXT, postcode TEXT, municipality TEXT,
        technology TEXT, download_kbps INTEGER, upload_kbps INTEGER, due TEXT, sureness TEXT,
        said_on TEXT, moved_to TEXT, outcome TEXT, told_by TEXT, below INTEGER
    );
"""
_INDEXES = """
    CREATE INDEX promise_at ON promise (source_id);
    CREATE INDEX promise_in ON promise (municipality, postcode, road);
"""
_INSERT = f"INSERT INTO promise VALUES ({', '.join('?' * 15)})"  # noqa: S608 - only "?" vary


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger, as it is shown.

    `outcome` and `below` are None before the first comparison, and `below` also where the newest
    mapping does not tell.
    """

    promise: Promise
    said_on: date
    moved_to: date | None
    outcome: Outcome | None
    told_by: date | None
    below: bool | None


def told(given: Given) -> Line:
    """A promise as it stands before it has been compared with any mapping."""
    return Line(Promise(given.place, given.first), given.said_on, given.moved_to, None, None, None)


def judged_lines(
    judged: Iterable[Judged], *, below: frozenset[str], unknown: frozenset[str]
) -> Iterator[Line]:
    """What became of promises, as lines to keep.

    Parameters
    ----------
    judged
        The promises with their outcomes.
    below, unknown
        The ids of the addresses below the threshold today, and of those nobody knows of.
    """
    for one in judged:
        source_id = one.given.place.source_id
        is_below = None if source_id in unknown else source_id in below
        yield replace(told(one.given), outcome=one.outcome, told_by=one.told_by, below=is_below)


def write_promises(file: Path, promises: Iterable[Promise], *, said_on: date) -> None:
    """Write what one version promises; the file must not exist yet.

    Parameters
    ----------
    file
        Where.
    promises
        What was promised.
    said_on
        The day of the version.
    """
    write_lines(file, (Line(one, said_on, None, None, None, None) for one in promises))


def write_lines(file: Path, lines: Iterable[Line]) -> None:
    """Write the lines of a ledger; the file must not exist yet.

    Parameters
    ----------
    file
        Where; its folder is made.
    lines
        In the order they are to be read in.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    book = sqlite3.connect(file, isolation_level=None)
    try:
        book.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLE}")
        book.execute("BEGIN")
        book.executemany(_INSERT, map(_row, lines))
        book.execute("COMMIT")
        book.executescript(_INDEXES)
    finally:
        book.close()


def promises_in(file: Path) -> tuple[Promise, ...]:
    """Every promise of a file, in the order they were written."""
    return tuple(line.promise for line in lines_in(file))


def lines_in(
    file: Path,
    *,
    municipalities: Sequence[str] | None = None,
    source_id: str | None = None,
    below: bool = False,
) -> tuple[Line, ...]:
    """The lines of a file.

    Parameters
    ----------
    file
        As `write_promises` or `write_ledger` made it.
    municipalities
        Only theirs; None for all.
    source_id
        Only this address; None for all.
    below
        Only open promises at addresses that are below the threshold today.

    Returns
    -------
    tuple of Line
        In the order they were written.
    """
    where, values = ["1"], list[str]()
    if municipalities is not None:
        where.append(f"municipality IN ({', '.join('?' * len(municipalities))})")
        values += municipalities
    if source_id is not None:
        where.append("source_id = ?")
        values.append(source_id)
    if below:
        still = [one.value for one in Outcome if one.is_open]
        where += ["below = 1", f"outcome IN ({', '.join('?' * len(still))})"]
        values += still
    question = f"SELECT * FROM promise WHERE {' AND '.join(where)} ORDER BY rowid"  # noqa: S608 - only "?" vary
    with _opened(file) as book:
        return tuple(_line(row) for row in book.execute(question, values))


def _row(line: Line) -> tuple[str | int | None, ...]:
    place, terms = line.promise.place, line.promise.terms
    where = place.source_id, place.road, place.house_number, place.postcode, place.municipality
    what = terms.technology.value, terms.download_kbps, terms.upload_kbps
    days = [one.isoformat() if one else None for one in (line.said_on, line.moved_to)]
    outcome = line.outcome.value if line.outcome else None
    told = line.told_by.isoformat() if line.told_by else None
    sure = terms.due.isoformat(), terms.sureness.value
    return (*where, *what, *sure, *days, outcome, told, line.below)


def _line(row: sqlite3.Row) -> Line:
    place = Place(*row[:5])
    terms = Terms(Technology(row[5]), row[6], row[7], _day(row[8]), Sureness(row[9]))
    return Line(
        promise=Promise(place, terms),
        said_on=_day(row[10]),
        moved_to=_day(row[11]) if row[11] else None,
        outcome=Outcome(row[12]) if row[12] else None,
        told_by=_day(row[13]) if row[13] else None,
        below=None if row[14] is None else bool(row[14]),
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    # A file is written once and never again: no locks are needed to read it.
    book = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        yield book
    finally:
        book.close()
