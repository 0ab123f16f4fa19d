"""The files for everyone: tables and maps, each with its columns, licence, source and date."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from taskforce.report import data_package, map_files, sheet_files
from taskforce.report.columns import described
from taskforce.report.data_package import PACKAGE, TITLE
from taskforce.report.day import Day
from taskforce.report.features import Features
from taskforce.report.label import Download
from taskforce.report.sheets import Sheet
from taskforce.report.table_schema import SUFFIX, write_schema
from taskforce.snapshot.checksum import sha256_of

_WRITERS = {
    "geojson": map_files.write_geojson,
    "gpkg": map_files.write_geopackage,
    "fgb": map_files.write_flatgeobuf,
}


def write_sheet(sheet: Sheet, folder: Path, day: Day) -> tuple[Download, ...]:
    """Write a table in every form.

    Parameters
    ----------
    sheet
        The table.
    folder
        Where to write `<subject>.csv`, `.parquet` and `.schema.json`.
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
    columns, described_in = list(sheet.columns), folder / f"{sheet.subject}{SUFFIX}"
    write_schema(sheet.subject, described(columns), described_in)
    files = tuple(_download(file, sheet, columns, day) for file in (table, machine))
    return (*files, _download(described_in, sheet, [], day))


def write_map(sheet: Sheet, features: Features, folder: Path, day: Day) -> tuple[Download, ...]:
    """Write shapes in every form, with the title of the table they belong to.

    Parameters
    ----------
    sheet
        Gives title and method.
    features
        The shapes and their columns.
    folder
        Where to write `<subject>.geojson`, `.gpkg` and `.fgb`.
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
    files = tuple(folder / f"{sheet.subject}.{suffix}" for suffix in _WRITERS)
    for file, write in zip(files, _WRITERS.values(), strict=True):
        write(features, file, told)
    return tuple(_download(file, sheet, list(features.columns), day) for file in files)


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
    """
    path = folder / PACKAGE
    data_package.write(data_package.package(downloads, day.origin("need")), path)
    return _download(path, Sheet("datapackage", TITLE, "need", (), ()), [], day)


def _download(file: Path, sheet: Sheet, columns: list[str], day: Day) -> Download:
    return Download(
        name=file.name,
        subject=sheet.subject,
        format="schema" if file.name.endswith(SUFFIX) else file.suffix[1:],
        title=sheet.title,
        columns=described(columns),
        origin=day.origin(sheet.method),
        bytes=file.stat().st_size,
        sha256=sha256_of(file),
    )
