"""Read a municipality's own list of sites, whatever program made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from taskforce.siting.site_list.drafting import PLACE, Draft, Wrong, draft, is_example
from taskforce.siting.site_list.finishing import Finish, Seen, owner_of
from taskforce.siting.site_list.listed import RejectedRow, SiteList, SiteRow
from taskforce.siting.site_list.municipalities import read_areas
from taskforce.siting.site_list.notes import NoteBook
from taskforce.siting.site_list.opening import SiteTable, opened
from taskforce.siting.site_list.placing import by_its_numbers, grid_of
from taskforce.siting.site_list.whereabouts import Place, places
from taskforce.sources.lines import Line
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text


def read_site_list(
    file: Path,
    *,
    crs: str | None = None,
    boundaries: Path | None = None,
    municipality: str | None = None,
) -> SiteList:
    """Read the sites of a list, and tell which rows cannot be used and why.

    Parameters
    ----------
    file
        CSV, XLSX, ODS, GeoPackage or GeoJSON; the columns are described in docs/site-list.md.
        Areas count with their centroid.
    crs
        The coordinate system of the two coordinates, "EPSG:25833" for instance. None for what a
        map file declares, for EPSG:25832 in columns of metres and EPSG:4326 in degrees.
    boundaries
        The table `boundaries` of the layer on the shelf, by which the municipality is found, and
        a site in the sea. None where there is none.
    municipality
        The official code of the municipality that owns the list: the owner where none is told.

    Returns
    -------
    SiteList
        Every row of the file, as a site or as a rejected row, in the order of the file.

    Raises
    ------
    Refused
        The file cannot be read, lacks a column or holds no row.
    """
    return read_site_lists([file], crs=crs, boundaries=boundaries, municipality=municipality)


def read_site_lists(
    files: Sequence[Path],
    *,
    crs: str | None = None,
    boundaries: Path | None = None,
    municipality: str | None = None,
) -> SiteList:
    """Read several lists as one; a site that two of them hold is a duplicate.

    Parameters
    ----------
    files
        The lists, in any of the forms that `read_site_list` takes.
    crs, boundaries, municipality
        As for `read_site_list`, for all of them.

    Returns
    -------
    SiteList
        The rows of all files, one file after the other.

    Raises
    ------
    Refused
        A file cannot be read, lacks a column or holds no row.
    """
    reader = _Reader(crs, boundaries, municipality)
    for file in files:
        with opened(file) as tables:
            before = reader.rows
            for table in tables:
                reader.read(table)
            if reader.rows == before:
                raise Refused(
                    Text(
                        "Listen har kolonnenavne, men ingen ejendomme.",
                        "The list holds column names but no site.",
                    ),
                    remedy=Text(
                        "Skriv en ejendom i hver række under dem.",
                        "Write one site in each row below them.",
                    ),
                    file=file,
                )
    return SiteList(tuple(reader.sites), tuple(reader.rejected), reader.notes.told())


class _Reader:
    """Reads tables one after another, and remembers the sites it has seen."""

    def __init__(self, crs: str | None, boundaries: Path | None, municipality: str | None) -> None:
        self._crs = crs
        if municipality:
            owner_of(municipality)
        self._finish = Finish(municipality, has_boundaries=boundaries is not None)
        self._areas = read_areas(boundaries) if boundaries else None
        self._seen = Seen()
        self.sites: list[SiteRow] = []
        self.rejected: list[RejectedRow] = []
        self.notes = NoteBook()

    @property
    def rows(self) -> int:
        return len(self.sites) + len(self.rejected)

    def read(self, table: SiteTable) -> None:
        """Take in one table."""
        self.notes.columns(table.columns.unread)
        drafts, faulty = list[Draft](), list[RejectedRow]()
        for line in table.lines:
            if is_example(line, table.columns):
                continue
            try:
                drafts.append(draft(line, table.columns))
            except Wrong as wrong:
                faulty.append(_rejected(table, line, wrong))
        for one, place in zip(drafts, self._places(table, drafts), strict=True):
            try:
                site = self._finish.site(one, place)
                self._seen.add(site)
            except Wrong as wrong:
                faulty.append(_rejected(table, one.line, wrong))
                continue
            self.notes.site(site, one, place)
            self.sites.append(site)
        self.rejected += sorted(faulty, key=lambda one: one.row)

    def _places(self, table: SiteTable, drafts: Sequence[Draft]) -> Iterator[Place]:
        grid = grid_of(self._crs or table.crs, in_degrees=table.columns.in_degrees)
        x, y = (np.array([getattr(one, axis) for one in drafts], float) for axis in ("x", "y"))
        if table.crs:
            grid = by_its_numbers(grid, x, y)
        told = [one.facts["municipality"] for one in drafts]
        return places(x, y, grid, told=told, areas=self._areas)


def _rejected(table: SiteTable, line: Line, wrong: Wrong) -> RejectedRow:
    column, value = table.columns.title(wrong.fact or ""), wrong.value
    if wrong.fact == PLACE and table.columns.places:
        both = table.columns.places
        column = ", ".join(table.columns.header[at] for at in both)
        value = ", ".join(line.cells[at].strip() for at in both)
    return RejectedRow(table.shown, line.number, column, value, wrong.fault, line.text.rstrip())
