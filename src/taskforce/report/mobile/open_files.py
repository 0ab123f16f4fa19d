"""The files of mobile coverage as open data: what each holds, where it comes from, its terms."""

from __future__ import annotations

from datetime import date

from taskforce.report.data_package import BETWEEN_LICENCES
from taskforce.report.label import Download
from taskforce.report.mobile.column_words import described
from taskforce.report.mobile.public_files import AREA_TITLE, CELL_TITLE, METHOD
from taskforce.report.mobile.shown import ShownFile, ShownOverview
from taskforce.report.origin import Origin
from taskforce.report.table_schema import SUFFIX
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.text import Text

AREA_SUBJECT, CELL_SUBJECT = "mobile_areas", "mobile_cells"
PACKAGE_SUBJECT = "mobile_package"
_SUBJECTS = {
    "areas": (AREA_SUBJECT, AREA_TITLE),
    "cells": (CELL_SUBJECT, CELL_TITLE),
    "datapackage": (
        PACKAGE_SUBJECT,
        Text(
            "Beskrivelse af alle filer om mobildækning",
            "Description of all files on mobile coverage",
        ),
    ),
}
_ORDER = ("csv", "parquet", "schema", "geojson", "gpkg", "fgb", "json")
_OTHERS_TERMS = "kildernes egne vilkår (the terms of the sources)"


def open_files(shown: ShownOverview) -> tuple[Download, ...]:
    """What anyone may take away of an overview, table by table; the layer of the map is left out.

    Parameters
    ----------
    shown
        On show, with its files and their columns.

    Returns
    -------
    tuple of Download
        By subject, then in the order of an edition's files; last the description of them all,
        where there is one: earlier software wrote none. `name` is that of the file; it lies
        beside the overview, not in an edition.
    """
    columns = {"areas": shown.area_columns, "cells": shown.cell_columns, "datapackage": ()}
    found = [
        _download(shown, file, columns[table])
        for file in shown.files
        for table in (file.name.partition(".")[0],)
        if table in _SUBJECTS and _format(file.name) in _ORDER
    ]
    return tuple(sorted(found, key=lambda one: (one.subject, _ORDER.index(one.format))))


def origin_of(shown: ShownOverview) -> Origin:
    """Where an overview comes from: all that it was made from, as old as the newest of it."""
    days = [date.fromisoformat(one.as_of) for one in shown.inputs]
    publishers = dict.fromkeys(one.publisher for one in shown.inputs)
    title = Text("oplyst, målt og beregnet mobildækning", "mobile coverage, told three times")
    return Origin(
        publisher="; ".join(publishers) or "Digital Taskforce",
        title=title.da,
        licence=BETWEEN_LICENCES.join(shown.licences) or _OTHERS_TERMS,
        as_of=max(days, default=shown.made_at.date()),
        certainty=Certainty.CALCULATED,
        method=METHOD,
        snapshot=shown.id,
        demonstration=shown.demonstration,
    )


def _download(shown: ShownOverview, file: ShownFile, columns: tuple[str, ...]) -> Download:
    subject, title = _SUBJECTS[file.name.partition(".")[0]]
    form = _format(file.name)
    return Download(
        name=file.name,
        subject=subject,
        format=form,
        title=title,
        columns=() if form == "schema" else described(columns),
        origin=origin_of(shown),
        bytes=file.bytes,
        sha256=file.sha256,
    )


def _format(name: str) -> str:
    return "schema" if name.endswith(SUFFIX) else name.rpartition(".")[2]
