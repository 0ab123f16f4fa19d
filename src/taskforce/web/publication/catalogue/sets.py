"""The sets of open data that a catalogue lists: of an edition, and of mobile coverage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.report.bundle import Bundle
from taskforce.report.label import Download
from taskforce.report.mobile.open_files import open_files
from taskforce.report.mobile.shown import ShownOverview
from taskforce.web.publication.catalogue.places import Addresses
from taskforce.web.publication.catalogue.subjects import NO_DATASET, SUBJECTS


@dataclass(frozen=True, slots=True)
class File:
    """A file, by its name in the catalogue and its address."""

    name: str
    address: str
    told: Download


@dataclass(frozen=True, slots=True)
class OpenSet:
    """One set of open data: `begin` and `end` are the days that it is about."""

    name: str
    files: tuple[File, ...]
    version: str
    made_on: str
    begin: date
    end: date

    @property
    def first(self) -> Download:
        """The table, which all its files have title and origin in common with."""
        return self.files[0].told


def sets_of(bundle: Bundle, shown: ShownOverview | None, there: Addresses) -> list[OpenSet]:
    """All sets, the need first."""
    return [*_of_need(bundle, there), *(_of_mobile(shown, there) if shown else ())]


def _of_need(bundle: Bundle, there: Addresses) -> list[OpenSet]:
    label = bundle.label
    files = [
        File(there.named(f"file-{one.name}"), there.file(bundle.id, one.name), one)
        for one in bundle.downloads()
        if one.subject != NO_DATASET
    ]
    made_on, begin = label.collected_at[:10], label.as_of_then or label.as_of
    return _by_subject(files, (bundle.edition, made_on, begin, label.as_of))


def _of_mobile(shown: ShownOverview, there: Addresses) -> list[OpenSet]:
    files = [
        File(there.named(f"file-mobile-{one.name}"), there.mobile_file(shown.id, one.name), one)
        for one in open_files(shown)
    ]
    days = [date.fromisoformat(one.as_of) for one in shown.inputs] or [shown.made_at.date()]
    made_on = shown.made_at.date().isoformat()
    return _by_subject(files, (shown.id, made_on, min(days), max(days)))


def _by_subject(files: list[File], made: tuple[str, str, date, date]) -> list[OpenSet]:
    subjects = dict.fromkeys(one.told.subject for one in files)
    return [
        OpenSet(name, tuple(one for one in files if one.told.subject == name), *made)
        for name in subjects
        if name in SUBJECTS
    ]
