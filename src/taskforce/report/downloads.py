"""The files for everyone: tables and maps, each with its columns, licence, source and date."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from taskforce.report import map_files, sheet_files
from taskforce.report.codec import plain
from taskforce.report.columns import described
from taskforce.report.day import Day
from taskforce.report.features import Features
from taskforce.report.label import Download
from taskforce.report.sheets import Sheet
from taskforce.snapshot.checksum import sha256_of
from taskforce.vocabulary.text import Text

PACKAGE = "datapackage.json"


def write_sheet(sheet: Sheet, folder: Path, day: Day) -> tuple[Download, ...]:
    """Write a table in every form.

    Parameters
    ----------
    sheet
        The table.
    folder
        Where to write `<subject>.csv` and `<subject>.parquet`.
    day
        The newest day; says where the numbers come from.

    Returns
    -------
    tuple of Download
        One per file.
    """
    origin = day.origin(sheet.method)
    table, machine = folder / f"{sheet.subject}.csv", folder / f"{sheet.subject}.parquet"
    sheet_files.write_csv(sheet, table)
    sheet_files.write_parquet(sheet, machine, origin)
    return tuple(_download(file, sheet, list(sheet.columns), day) for file in (table, machine))


def write_map(sheet: Sheet, features: Features, folder: Path, day: Day) -> tuple[Download, ...]:
    """Write shapes in every form, with the title of the table they belong to.

    Parameters
    ----------
    sheet
        Gives title and method.
    features
        The shapes and their columns.
    folder
        Where to write `<subject>.geojson` and `<subject>.gpkg`.
    day
        The newest day; says where the numbers come from.

    Returns
    -------
    tuple of Download
        One per file; none when there is nothing to draw.
    """
    if not len(features):
        return ()
    told = sheet_files.told(sheet, day.origin(sheet.method))
    drawn, packed = folder / f"{sheet.subject}.geojson", folder / f"{sheet.subject}.gpkg"
    map_files.write_geojson(features, drawn, told)
    map_files.write_geopackage(features, packed, told)
    return tuple(_download(file, sheet, list(features.columns), day) for file in (drawn, packed))


def write_package(downloads: Sequence[Download], folder: Path, day: Day) -> Download:
    """Describe all files in one, as the Data Package standard asks for.

    Parameters
    ----------
    downloads
        All other files.
    folder
        Where they lie.
    day
        The newest day.

    Returns
    -------
    Download
        The description itself.

    References
    ----------
    Frictionless Data Package 1.0: specs.frictionlessdata.io.
    """
    origin = day.origin("need")
    content = {
        "name": "digital-taskforce",
        "created": origin.as_of.isoformat(),
        "licenses": [{"title": origin.licence}],
        "sources": [{"title": f"{origin.publisher}: {origin.title}", "path": origin.url or ""}],
        "resources": [
            {
                "name": download.name,
                "path": download.name,
                "title": plain(download.title),
                "bytes": download.bytes,
                "hash": f"sha256:{download.sha256}",
                "schema": {
                    "fields": [
                        {"name": column.name, "description": plain(column.meaning)}
                        for column in download.columns
                    ]
                },
            }
            for download in downloads
        ],
    }
    path = folder / PACKAGE
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    title = Text("Beskrivelse af alle filer", "Description of all files")
    return _download(path, Sheet("datapackage", title, "need", (), ()), [], day)


def _download(file: Path, sheet: Sheet, columns: list[str], day: Day) -> Download:
    return Download(
        name=file.name,
        subject=sheet.subject,
        format=file.suffix[1:],
        title=sheet.title,
        columns=described(columns),
        origin=day.origin(sheet.method),
        bytes=file.stat().st_size,
        sha256=sha256_of(file),
    )
