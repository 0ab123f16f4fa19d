"""The frozen figures of an edition, read as they were written, whatever wrote them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from taskforce.report import label as labels
from taskforce.report.bundle import FIGURES_FILE
from taskforce.report.figures import NOW
from taskforce.vocabulary.errors import NotOnShelf

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """An edition as plain JSON, so that a newer version still reads what an older one wrote."""

    edition: str
    label: Row
    content: Row

    @property
    def region(self) -> str:
        """The code of the region."""
        return str(self.content["region"]["code"])

    def need(self, threshold: str, counting: str, when: str) -> Row:
        """The table of need."""
        return self.table(f"need {counting} {threshold} {when}")

    def change(self, threshold: str, counting: str) -> Row:
        """The table of change."""
        return self.table(f"change {counting} {threshold}")

    def spots(self, threshold: str) -> Row:
        """The table of white spots."""
        return self.table(f"white_spots {threshold}")

    def table(self, name: str) -> Row:
        """A table by its name.

        Raises
        ------
        NotOnShelf
            The edition has no such table.
        """
        found: Row | None = self.content.get(name)
        if not found:
            raise NotOnShelf(f"The edition {self.edition} has no figures of that kind.")
        return found

    def area(self, table: Row, code: str) -> Row:
        """The row of the region or of a municipality; empty where no source has told of it.

        Raises
        ------
        NotOnShelf
            The region has no such municipality.
        """
        rows = [table["region"], *table["areas"]]
        untold = {str(one["code"]) for one in self.content["areas"]} - {one["code"] for one in rows}
        if code in untold:
            return {"code": code}
        return found_in(rows, "code", code, edition=self.edition)

    def name_of(self, code: str) -> str:
        """The name of the region or of a municipality; the code where it has none here."""
        names = {str(one["code"]): str(one["name"]) for one in self.content["areas"]}
        return names.get(code, code)

    def origin(self, when: str = NOW) -> Row:
        """Where the coverage of a day comes from."""
        found: Row = self.content["origins"].get(when) or self.content["origins"][NOW]
        return found


def found_in(rows: list[Row], column: str, value: str, *, edition: str) -> Row:
    """The row with a value in a column.

    Raises
    ------
    NotOnShelf
        There is none.
    """
    row = next((one for one in rows if str(one[column]) == value), None)
    if row is None:
        raise NotOnShelf(f'The edition {edition} tells nothing of "{value}".')
    return row


def read_record(folder: Path, edition: str) -> Record:
    """Read the frozen figures of an edition; kept in memory, for they never change.

    Parameters
    ----------
    folder
        Of the kept edition, or of the bundle on show.
    edition
        Its name.

    Raises
    ------
    NotOnShelf
        The folder holds no figures.
    """
    try:
        changed_ns = (folder / FIGURES_FILE).stat().st_mtime_ns
    except OSError as error:
        raise NotOnShelf(f"The edition {edition} is not on the shelf.") from error
    return _read(folder, edition, changed_ns)


@lru_cache(maxsize=8)
def _read(folder: Path, edition: str, changed_ns: int) -> Record:
    label = json.loads((folder / labels.FILE_NAME).read_text(encoding="utf-8"))
    content = json.loads((folder / FIGURES_FILE).read_text(encoding="utf-8"))
    return Record(edition, label, content)
