"""Open a file with a list of sites, and hand out its rows as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from taskforce.siting.site_list.columns import MAP_X, MAP_Y, NAMES, Columns, bind, spellings
from taskforce.sources.delivery import Delivery, open_delivery
from taskforce.sources.lines import Line, lines_of
from taskforce.sources.profile import Profile
from taskforce.sources.raw_table import RawTable
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

_WANTED = Text(
    "Hver ejendom skal have navn, art samt oest og nord (eller laengdegrad og breddegrad).",
    "Every site needs navn, art, and oest and nord (or laengdegrad and breddegrad).",
)

# A row with three of these four is the row of column names.
_PROFILE = Profile(
    name="list of sites",
    kind="sites",
    title="a list of sites",
    publisher="",
    licence="",
    sha256="",
    recognised_by=(
        spellings("name"),
        spellings("kind"),
        f"{spellings('x', 'longitude')} | {MAP_X}",
        f"{spellings('y', 'latitude')} | {MAP_Y}",
    ),
)


@dataclass(frozen=True, slots=True)
class SiteTable:
    """One table of sites: its name for messages, its columns, its declared grid, its rows."""

    shown: str
    columns: Columns
    crs: str | None
    lines: Iterator[Line]


@contextmanager
def opened(file: Path) -> Iterator[tuple[SiteTable, ...]]:
    """Open the tables of a file, while the block lasts.

    Raises
    ------
    Refused
        The file cannot be read, holds no table of sites, or lacks a column that is needed.
    """
    with TemporaryDirectory(prefix="taskforce-") as room:
        delivery = _delivered(file, Path(room))
        crs = delivery.profile.layout.crs if "x" in delivery.profile.fields else None
        yield tuple(_table(table, crs) for table in delivery.tables)


def _delivered(file: Path, room: Path) -> Delivery:
    try:
        return open_delivery([file], profile=_PROFILE, workroom=room, kind=_PROFILE.kind)
    except Refused as error:
        if f"the profile {_PROFILE.name}" not in error.message:
            raise
        # A mapping profile means nothing to those who write lists.
        begins = error.message.partition("The file begins: ")[2]
        raise Refused(
            Text(
                "Ingen række med kolonnenavne fortæller en ejendoms navn, art og koordinater."
                + (f" Filen begynder: {begins}" if begins else ""),
                "No row of column names tells the name, the kind and the place of a site."
                + (f" The file begins: {begins}" if begins else ""),
            ),
            remedy=_WANTED,
            file=file.name,
        ) from error


def _table(table: RawTable, crs: str | None) -> SiteTable:
    columns = bind(table.header)
    lacking = [fact for fact in ("name", "kind") if fact not in columns.at]
    wanted = [NAMES[fact][0] for fact in lacking] + ([] if columns.places else ["oest + nord"])
    if wanted:
        raise Refused(
            Text(
                f"Kolonnen {' og '.join(wanted)} mangler.",
                f"The column {' and '.join(wanted)} is missing.",
            ),
            remedy=_WANTED,
            file=table.shown,
            row=table.header_line or None,
        )
    return SiteTable(table.shown, columns, crs, lines_of(table))
