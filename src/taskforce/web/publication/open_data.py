"""The files anyone may take away, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from taskforce.report.bundle import Bundle
from taskforce.report.column_types import ColumnType, type_of
from taskforce.report.data_package import MEDIA_TYPES
from taskforce.report.label import Download
from taskforce.report.mobile.column_words import type_of as mobile_type_of
from taskforce.report.mobile.open_files import AREA_SUBJECT, CELL_SUBJECT, open_files
from taskforce.report.mobile.publishing import on_show
from taskforce.report.mobile.shown import ShownOverview
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.text import Text
from taskforce.web.frame import edition
from taskforce.web.people.rights import everyone, may
from taskforce.web.publication.catalogue.subjects import SUBJECTS
from taskforce.web.publication.ranges import sent

_NAMES = {
    "csv": "CSV",
    "parquet": "Parquet",
    "schema": "Table Schema",
    "geojson": "GeoJSON",
    "gpkg": "GeoPackage",
    "fgb": "FlatGeobuf",
    "json": "Data Package",
}
MOBILE = (AREA_SUBJECT, CELL_SUBJECT)


@dataclass(frozen=True, slots=True)
class File:
    """A file as the page offers it."""

    told: Download
    address: str

    @property
    def label(self) -> str:
        return _NAMES.get(self.told.format, self.told.format.upper())


@dataclass(frozen=True, slots=True)
class Dataset:
    """One subject, in every format it is offered in."""

    subject: str
    files: tuple[File, ...]
    edition: str

    @property
    def first(self) -> Download:
        return self.files[0].told

    @property
    def downloads(self) -> tuple[tuple[Download, str], ...]:
        """Each file with its address."""
        return tuple((one.told, one.address) for one in self.files)

    @property
    def is_of_figures(self) -> bool:
        """Whether it holds figures; the description of all files does not."""
        return self.subject in SUBJECTS

    @property
    def description(self) -> Text:
        """What the figures are about; for others the title says it."""
        known = SUBJECTS.get(self.subject)
        return known.description if known else self.first.title

    @property
    def table_columns(self) -> tuple[Described, ...]:
        """The columns of the table."""
        return _described(self.first)

    @property
    def map_columns(self) -> tuple[Described, ...]:
        """The columns of the shapes; empty where there are none."""
        shapes = (one.told for one in self.files if one.told.format == "geojson")
        return _described(next(shapes, None))


@dataclass(frozen=True, slots=True)
class Described:
    """A column with its type and unit."""

    name: str
    meaning: Text
    type: ColumnType


@may(everyone)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """What can be taken away, with size, licence and columns."""
    bundle = edition.current()
    place = bundle.region().name.in_language(get_language() or "da")
    mobile = on_show(Shelf(settings.SHELF))
    every = _of_edition(bundle) + (_of_mobile(mobile) if mobile else [])
    shown = {"bundle": bundle, "datasets": every, "region": place}
    return render(request, "publication/open_data.html", shown)


@may(everyone)
@require_safe
def download(request: HttpRequest, bundle_id: str, name: str) -> HttpResponseBase:
    """One file."""
    bundle = edition.by_id(bundle_id)
    file = bundle.download(name) if bundle else None
    if bundle is None or file is None:
        raise Http404("No such file.")
    told = next(one for one in bundle.downloads() if one.name == name)
    kind = MEDIA_TYPES.get(told.format, "application/octet-stream")
    kind += "; charset=utf-8" if told.format == "csv" else ""
    response = sent(request, file, etag=f'"{told.sha256[:32]}"', content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _of_edition(bundle: Bundle) -> list[Dataset]:
    address = partial(_address, "download", bundle.id)
    return _datasets([File(one, address(one.name)) for one in bundle.downloads()], bundle.edition)


def _of_mobile(shown: ShownOverview) -> list[Dataset]:
    address = partial(_address, "mobile-file", shown.id)
    return _datasets([File(one, address(one.name)) for one in open_files(shown)], shown.id)


def _address(door: str, where: str, name: str) -> str:
    return reverse(door, args=[where, name])


def _datasets(files: list[File], edition_of: str) -> list[Dataset]:
    subjects = dict.fromkeys(one.told.subject for one in files)
    return [
        Dataset(subject, tuple(one for one in files if one.told.subject == subject), edition_of)
        for subject in subjects
    ]


def _described(file: Download | None) -> tuple[Described, ...]:
    columns = file.columns if file else ()
    kind = mobile_type_of if file and file.subject in MOBILE else type_of
    return tuple(Described(one.name, one.meaning, kind(one.name)) for one in columns)
