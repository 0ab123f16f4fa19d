"""What a bundle says about itself: which snapshots it shows, and which files lie in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from taskforce.report.codec import plain, revived
from taskforce.report.origin import Origin
from taskforce.vocabulary.errors import PromiseBroken
from taskforce.vocabulary.text import Text

FILE_NAME = "bundle.json"

# Raised whenever the files of a bundle change meaning; an older bundle is then built anew.
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class FileColumn:
    """One column of a download and what stands in it."""

    name: str
    meaning: Text


@dataclass(frozen=True, slots=True)
class Download:
    """A file for everyone.

    `name` is its file name; `format` csv, parquet, geojson, gpkg, fgb, json, or "schema" for the
    description of a CSV file.
    """

    name: str
    subject: str
    format: str
    title: Text
    columns: tuple[FileColumn, ...]
    origin: Origin
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class BundleFile:
    """One file of the bundle with its checksum."""

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Label:
    """The label on a bundle. `collected_at` is the newest snapshot's, as ISO 8601 text.

    `inputs` names everything that the bundle is made from, with checksums where a name is not
    enough: with the same inputs there is nothing to build anew.
    """

    id: str
    schema: int
    software: str
    inputs: dict[str, str]
    region: str
    snapshot: str
    previous: str | None
    as_of: date
    as_of_then: date | None
    collected_at: str
    thresholds: tuple[str, ...]
    demonstration: bool
    files: tuple[BundleFile, ...]
    downloads: tuple[Download, ...]

    @property
    def age(self) -> tuple[date, datetime, date]:
        """Sorts bundles: the newest snapshot last, and among equals the newest to compare with."""
        return self.as_of, datetime.fromisoformat(self.collected_at), self.as_of_then or date.min


def write(label: Label, folder: Path) -> None:
    """Put the label into its folder, readable by people and machines."""
    content = json.dumps(plain(label), indent=1, ensure_ascii=False)
    (folder / FILE_NAME).write_text(content + "\n", encoding="utf-8")


def read(folder: Path) -> Label:
    """Read the label of a bundle.

    Raises
    ------
    PromiseBroken
        The label is damaged, or of another version of the software.
    """
    try:
        content = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        if content["schema"] != SCHEMA:
            raise PromiseBroken(
                f"The bundle {folder.name} was made by another version of the software.",
                remedy="Build it anew: taskforce report.",
            )
        return revived(Label, content)
    except (OSError, ValueError, KeyError, TypeError) as error:
        if isinstance(error, PromiseBroken):
            raise
        raise PromiseBroken(
            f"The label of the bundle {folder.name} cannot be read ({error}).",
            remedy="Build it anew: taskforce report.",
        ) from error
