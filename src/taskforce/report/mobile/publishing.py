"""Puts an overview of mobile need on show: figures, a map layer and files for everyone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from taskforce.report import data_package, sheet_files
from taskforce.report.codec import plain, revived
from taskforce.report.map_files import write_flatgeobuf, write_geojson, write_geopackage
from taskforce.report.mobile.column_words import described, type_of
from taskforce.report.mobile.open_files import open_files, origin_of
from taskforce.report.mobile.overview import CellRow, MobileOverview
from taskforce.report.mobile.public_files import area_sheet, cell_features, cell_sheet, told
from taskforce.report.mobile.showing import shown_overview
from taskforce.report.mobile.shown import ShownCell, ShownFile, ShownOverview
from taskforce.report.shapes import municipality_outlines
from taskforce.report.sheets import Sheet
from taskforce.report.table_schema import SUFFIX, write_schema
from taskforce.report.tiles import ZoomBand, write_tiles
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.freeze import freezing, writing
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.signal import Service

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Layer

AREAS, CELLS, SHAPES, TILES = "areas.csv", "cells.csv", "cells.geojson", "cells.pmtiles"
PACKAGE, FLAT = "cells.gpkg", "cells.fgb"
LAYER = "mobile"
_FOLDER, _FIGURES = "mobile-public", "overview.json"


def publish(shelf: Shelf, overview: MobileOverview, cells: Sequence[CellRow]) -> Path:
    """Put an overview on show, whole or not at all.

    Parameters
    ----------
    shelf
        Where it shall lie; its boundaries cut the hexagons, where they have been collected.
    overview, cells
        With the true counts; small groups are withheld in all that is written here.

    Returns
    -------
    Path
        The folder of what is on show.

    Raises
    ------
    Refused
        Another run is writing to the shelf.
    """
    counted, seen = shown_overview(overview, cells)
    shown = replace(counted, licences=_licences(shelf, counted))
    target = shelf.root / _FOLDER / overview.id
    with writing(shelf.root), freezing(target) as folder:
        tables = _write_files(folder, shown, seen, shelf.layer("boundaries"))
        files = tuple(_file(one) for one in sorted(folder.iterdir()))
        kept = replace(shown, files=files, area_columns=tables[0], cell_columns=tables[1])
        kept = replace(kept, files=(*files, _described(kept, folder)))
        text = json.dumps(plain(kept), ensure_ascii=False, indent=1)
        (folder / _FIGURES).write_text(text + "\n", encoding="utf-8")
    return target


def on_show(shelf: Shelf, service: Service = Service.DATA) -> ShownOverview | None:
    """The newest overview on show for a service; None where there is none."""
    every = (_read(folder) for folder in _folders(shelf))
    found = [one for one in every if one.service is service]
    return max(found, key=lambda one: (one.made_at.isoformat(), one.id), default=None)


def published(shelf: Shelf, overview: str) -> ShownOverview | None:
    """An overview that is or was on show, by its id; None where there is none such."""
    folder = next((one for one in _folders(shelf) if one.name == overview), None)
    return _read(folder) if folder else None


def file_on_show(shelf: Shelf, overview: str, name: str) -> tuple[Path, ShownFile] | None:
    """A file of an overview on show, with what is known of it; None where there is none such."""
    # Only what lies there by this very name: a map asks many times, and not always kindly.
    folder = next((one for one in _folders(shelf) if one.name == overview), None)
    file = _read(folder).file(name) if folder else None
    return (folder / name, file) if folder and file else None


def _write_files(
    folder: Path, shown: ShownOverview, cells: Sequence[ShownCell], boundaries: Layer | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pieces = [(one.municipality, one.cell) for one in cells]
    outlines = municipality_outlines(boundaries, pieces, [one.code for one in shown.areas])
    areas, hexagons = area_sheet(shown), cell_sheet(shown, cells)
    _write_table(areas, folder / AREAS, shown)
    _write_table(hexagons, folder / CELLS, shown)
    if cells:
        features = cell_features(shown, cells, outlines)
        about = sheet_files.told(hexagons, origin_of(shown)) | told(shown)
        write_geojson(features, folder / SHAPES, about)
        write_geopackage(features, folder / PACKAGE, about)
        write_flatgeobuf(features, folder / FLAT, about)
        write_tiles([ZoomBand(features, 5, 11)], folder / TILES, layer=LAYER)
    return areas.columns, hexagons.columns


def _described(shown: ShownOverview, folder: Path) -> ShownFile:
    """The file that tells what stands in all the others."""
    path = folder / data_package.PACKAGE
    name = "digital-taskforce-mobile"
    described = data_package.package(open_files(shown), origin_of(shown), name=name, types=type_of)
    data_package.write(described, path)
    return _file(path)


def _write_table(sheet: Sheet, path: Path, shown: ShownOverview) -> None:
    sheet_files.write_csv(sheet, path)
    if sheet.rows:
        words = sheet_files.ColumnBook(described, type_of)
        sheet_files.write_parquet(sheet, path.with_suffix(".parquet"), origin_of(shown), words)
        columns = described(sheet.columns)
        write_schema(sheet.subject, columns, path.with_suffix(SUFFIX), type_of)


def _licences(shelf: Shelf, shown: ShownOverview) -> tuple[str, ...]:
    """The terms of what it was made from, as far as that still lies on the shelf."""
    layers = (shelf.layer(one.kind) for one in shown.inputs)
    frozen = (*shelf.snapshots(), *(one for one in layers if one is not None))
    terms = {one.id: one.manifest.provenance.licence for one in frozen}
    return tuple(dict.fromkeys(terms[one.id] for one in shown.inputs if terms.get(one.id)))


def _folders(shelf: Shelf) -> list[Path]:
    return [one.parent for one in (shelf.root / _FOLDER).glob(f"[!.]*/{_FIGURES}")]


def _read(folder: Path) -> ShownOverview:
    return revived(ShownOverview, json.loads((folder / _FIGURES).read_text(encoding="utf-8")))


def _file(path: Path) -> ShownFile:
    return ShownFile(path.name, path.stat().st_size, sha256_of(path))
