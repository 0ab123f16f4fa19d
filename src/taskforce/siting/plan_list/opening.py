"""Open a file with a plan, and hand out its rows, with their areas where it is a map file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from shapely.geometry.base import BaseGeometry

from taskforce.siting.plan_list.columns import PLACES, Columns, bind, spellings
from taskforce.siting.plan_list.drawn import drawn_rows
from taskforce.sources.columnar import MAP_ENDINGS
from taskforce.sources.delivery import open_delivery
from taskforce.sources.lines import Line, lines_of
from taskforce.sources.profile import Profile
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

_WANTED = Text(
    "Hver række skal have adresse_id, eller vejnavn, husnr og postnr, eller postnr alene.",
    "Every row needs adresse_id, or vejnavn, husnr and postnr, or postnr alone.",
)
_TABLES = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods")

# A row with one column that names a place is the row of column names.
_PROFILE = Profile(
    name="plan",
    kind="plan",
    title="a plan",
    publisher="",
    licence="",
    sha256="",
    recognised_by=(spellings(*PLACES),),
)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row as it stands, and the area that is drawn for it, in EPSG:4326."""

    line: Line
    area: BaseGeometry | None = None


@dataclass(frozen=True, slots=True)
class PlanTable:
    """One table of a plan: its name for messages, its columns, its rows."""

    shown: str
    columns: Columns
    rows: Iterator[PlanRow]


@contextmanager
def opened(file: Path, *, name: str = "") -> Iterator[tuple[PlanTable, ...]]:
    """Open the tables of a plan, while the block lasts; `name` is what its sender calls it.

    Raises
    ------
    Refused
        The file cannot be read, or no row of column names tells of a place.
    """
    shown = name or file.name
    if file.suffix.lower() in MAP_ENDINGS:
        header, drawn = drawn_rows(file, shown=shown)
        rows = (PlanRow(line, area) for line, area in drawn)
        yield (PlanTable(shown, bind(header), rows),)
        return
    if file.suffix.lower() not in _TABLES:
        raise Refused(
            Text(
                f"Filer, der ender på »{file.suffix}«, kan ikke læses.",
                f'Files ending in "{file.suffix}" are not read.',
            ),
            remedy=Text(
                "Brug CSV, XLSX, ODS, GeoPackage eller GeoJSON.",
                "Give CSV, XLSX, ODS, GeoPackage or GeoJSON.",
            ),
            file=shown,
        )
    with TemporaryDirectory(prefix="taskforce-") as room:
        yield tuple(_tables(file, Path(room), shown))


def _tables(file: Path, room: Path, shown: str) -> Iterator[PlanTable]:
    try:
        delivery = open_delivery([file], profile=_PROFILE, workroom=room, kind=_PROFILE.kind)
    except Refused as error:
        if f"the profile {_PROFILE.name}" not in error.message:
            raise Refused(error.words, remedy=error.advice, file=shown, row=error.row) from error
        # A mapping profile means nothing to those who write plans.
        begins = error.message.partition("The file begins: ")[2]
        raise Refused(
            Text(
                "Ingen række med kolonnenavne fortæller om et sted."
                + (f" Filen begynder: {begins}" if begins else ""),
                "No row of column names tells of a place."
                + (f" The file begins: {begins}" if begins else ""),
            ),
            remedy=_WANTED,
            file=shown,
        ) from error
    for table in delivery.tables:
        rows = (PlanRow(line) for line in lines_of(table))
        yield PlanTable(table.shown.replace(file.name, shown), bind(table.header), rows)
