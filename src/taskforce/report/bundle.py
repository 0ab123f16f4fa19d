"""Opens what was frozen for the public: a web page reads it here and never computes a region."""

from __future__ import annotations

import json
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from taskforce.report import label as labels
from taskforce.report.address_book import AddressBook
from taskforce.report.answer import AddressAnswer, AddressHit, AddressPlace
from taskforce.report.codec import revived
from taskforce.report.figures import (
    NOW,
    THEN,
    Area,
    Bounds,
    ChangeTable,
    NeedTable,
    RegionPlace,
    WhiteSpotFigures,
    WhiteSpotTable,
)
from taskforce.report.label import Download, Label
from taskforce.report.origin import Origin
from taskforce.report.outlook import GrowthTable, ReferenceFact
from taskforce.snapshot.checksum import sha256_of
from taskforce.vocabulary.errors import NotOnShelf, PromiseBroken
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting

Kind = TypeVar("Kind")

FIGURES_FILE = "figures.json"
ADDRESSES_FILE = "addresses.sqlite"
# Enough of a checksum to tell the editions of a region apart, and short enough to quote.
_DIGITS = 8


class Bundle:
    """One frozen bundle. Figures are read from the disk once and then kept in memory."""

    def __init__(self, path: Path, label: Label) -> None:
        self.path = path
        self.label = label
        self._tables: dict[str, Any] = {}

    @property
    def id(self) -> str:
        return self.label.id

    @cached_property
    def edition(self) -> str:
        """The name of exactly this content: its day, and the beginning of its checksum."""
        return edition_of(self.path, self.label)

    @property
    def thresholds(self) -> tuple[Threshold, ...]:
        """The thresholds that the bundle holds figures for."""
        return tuple(Threshold.parse(text) for text in self.label.thresholds)

    @property
    def has_then(self) -> bool:
        """Whether there is an earlier snapshot to compare with."""
        return self.label.previous is not None

    def region(self) -> RegionPlace:
        """The region that the bundle covers."""
        return self._table("region", RegionPlace)

    def areas(self) -> tuple[Area, ...]:
        """The municipalities of the region, by code."""
        return self._table("areas", tuple[Area, ...])

    def area(self, code: str) -> Area | None:
        """A municipality by its code, or None where the region has none such."""
        return next((area for area in self.areas() if area.code == code), None)

    def area_by_slug(self, slug: str) -> Area | None:
        """A municipality by its name as it stands in a web address."""
        return next((area for area in self.areas() if area.slug == slug), None)

    def origin(self, when: str = NOW) -> Origin | None:
        """Where the coverage of a day comes from; None when there is no "then"."""
        return self._table("origins", dict[str, Origin]).get(when)

    def need(
        self, threshold: Threshold | str, when: str = NOW, *, counting: Counting = Counting.FIXED
    ) -> NeedTable:
        """The need at a threshold, "now" or "then".

        Raises
        ------
        NotOnShelf
            The bundle holds no such threshold, or there is no earlier snapshot.
        """
        return self._table(f"need {counting.value} {slug_of(threshold)} {when}", NeedTable)

    def change(
        self, threshold: Threshold | str, *, counting: Counting = Counting.FIXED
    ) -> ChangeTable | None:
        """What changed between the two snapshots, or None when there is only one.

        Raises
        ------
        NotOnShelf
            The bundle holds no such threshold.
        """
        if not self.has_then:
            return None
        return self._table(f"change {counting.value} {slug_of(threshold)}", ChangeTable)

    def white_spots(self, threshold: Threshold | str) -> WhiteSpotTable:
        """The white spots of the region at a threshold, fixed technologies.

        Raises
        ------
        NotOnShelf
            The bundle holds no such threshold.
        """
        return self._table(f"white_spots {slug_of(threshold)}", WhiteSpotTable)

    def white_spots_in(
        self, threshold: Threshold | str, municipality: str
    ) -> tuple[WhiteSpotFigures, ...]:
        """The white spots of one municipality, the largest first."""
        return self.white_spots(threshold).in_municipality(municipality)

    def growth(self) -> GrowthTable | None:
        """How many addresses will have too little when data use grows."""
        return self._table("growth", GrowthTable)

    def reference(self) -> tuple[ReferenceFact, ...]:
        """Facts that others published, each with its source and date."""
        return self._table("reference", tuple[ReferenceFact, ...])

    def downloads(self) -> tuple[Download, ...]:
        """The files for everyone, with their columns, origin and size."""
        return self.label.downloads

    def download(self, name: str) -> Path | None:
        """A file for everyone by its name, or None; no other file can be asked for."""
        known = any(download.name == name for download in self.downloads())
        return self.path / "downloads" / name if known else None

    def tiles(self, name: str) -> Path | None:
        """The map layer "land", "municipalities", "hexes" or "white_spots", where it was made."""
        file = f"tiles/{name}.pmtiles"
        known = any(one.name == file for one in self.label.files)
        return self.path / file if known else None

    def search(self, text: str, limit: int = 10) -> tuple[AddressHit, ...]:
        """Find addresses by street, number and postcode, in any spelling and order."""
        return self._address_book.search(text, limit)

    def addresses_around(self, bounds: Bounds, limit: int) -> tuple[AddressPlace, ...]:
        """The addresses in a box on the map."""
        return self._address_book.around(bounds, limit)

    def address(self, address_id: str) -> AddressAnswer | None:
        """What is offered at an address, or None where the bundle does not know it."""
        return self._address_book.answer(address_id, now=self._origin_now, then=self.origin(THEN))

    @cached_property
    def _content(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads((self.path / FIGURES_FILE).read_text(encoding="utf-8"))
        return content

    @property
    def _origin_now(self) -> Origin:
        return self._table("origins", dict[str, Origin])[NOW]

    @property
    def _address_book(self) -> AddressBook:
        return AddressBook(self.path / ADDRESSES_FILE)

    def _table(self, name: str, kind: type[Kind]) -> Kind:
        if name not in self._tables:
            if name not in self._content:
                raise NotOnShelf(
                    f'The bundle {self.id} holds no figures for "{name}".',
                    remedy="Any pair of speeds can be counted with: taskforce need --threshold.",
                )
            self._tables[name] = revived(kind, self._content[name])
        table: Kind = self._tables[name]
        return table


class Bundles:
    """All bundles in a folder of the shelf: those that were built, or those that are kept."""

    def __init__(self, shelf_root: Path, folder: str = "bundles") -> None:
        self.folder = shelf_root / folder

    def all(self) -> tuple[Bundle, ...]:
        """Every readable bundle, the oldest first."""
        if not self.folder.is_dir():
            return ()
        found = [_opened_if_readable(path) for path in self.folder.iterdir() if _is_bundle(path)]
        return tuple(sorted((one for one in found if one), key=lambda one: one.label.age))

    def latest(self) -> Bundle | None:
        """The bundle of the newest snapshot, or None when nothing has been built yet."""
        bundles = self.all()
        return bundles[-1] if bundles else None


def slug_of(threshold: Threshold | str) -> str:
    """The threshold as the tables of a bundle are named by: "100-30"."""
    return (Threshold.parse(threshold) if isinstance(threshold, str) else threshold).slug


def edition_of(folder: Path, label: Label) -> str:
    """Name the content of a bundle; its label tells the checksum of every other file.

    Parameters
    ----------
    folder
        Of the bundle.
    label
        As it stands in the folder.

    Returns
    -------
    str
        Such as "2026-06-30-1f09ab34".
    """
    return f"{label.as_of.isoformat()}-{sha256_of(folder / labels.FILE_NAME)[:_DIGITS]}"


def _is_bundle(path: Path) -> bool:
    return not path.name.startswith(".") and (path / labels.FILE_NAME).is_file()


def _opened_if_readable(path: Path) -> Bundle | None:
    # A bundle of another version waits for `taskforce report`; the pages say that none is ready.
    try:
        return _opened(path, (path / labels.FILE_NAME).stat().st_mtime_ns)
    except (PromiseBroken, FileNotFoundError):
        return None


@lru_cache(maxsize=64)
def _opened(path: Path, changed_ns: int) -> Bundle:
    """Open a bundle; `changed_ns` makes a replaced bundle another one."""
    return Bundle(path, labels.read(path))
