"""Puts an overview of mobile need on show: figures, a map layer and files for everyone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from taskforce.report.codec import plain, revived
from taskforce.report.map_files import write_geojson
from taskforce.report.mobile.overview import CellRow, MobileOverview
from taskforce.report.mobile.public_files import area_sheet, cell_features, cell_sheet, told
from taskforce.report.mobile.showing import shown_overview
from taskforce.report.mobile.shown import ShownCell, ShownFile, ShownOverview
from taskforce.report.shapes import municipality_outlines
from taskforce.report.sheet_files import write_csv
from taskforce.report.tiles import ZoomBand, write_tiles
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.freeze import freezing, writing
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.signal import Service

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Layer

AREAS, CELLS, SHAPES, TILES = "areas.csv", "cells.csv", "cells.geojson", "cells.pmtiles"
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
    shown, seen = shown_overview(overview, cells)
    target = shelf.root / _FOLDER / overview.id
    with writing(shelf.root), freezing(target) as folder:
        _write_files(folder, shown, seen, shelf.layer("boundaries"))
        files = tuple(_file(one) for one in sorted(folder.iterdir()))
        text = json.dumps(plain(replace(shown, files=files)), ensure_ascii=False, indent=1)
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
) -> None:
    pieces = [(one.municipality, one.cell) for one in cells]
    outlines = municipality_outlines(boundaries, pieces, [one.code for one in shown.areas])
    write_csv(area_sheet(shown), folder / AREAS)
    write_csv(cell_sheet(shown, cells), folder / CELLS)
    if cells:
        features = cell_features(shown, cells, outlines)
        write_geojson(features, folder / SHAPES, told(shown))
        write_tiles([ZoomBand(features, 5, 11)], folder / TILES, layer=LAYER)


def _folders(shelf: Shelf) -> list[Path]:
    return [one.parent for one in (shelf.root / _FOLDER).glob(f"[!.]*/{_FIGURES}")]


def _read(folder: Path) -> ShownOverview:
    return revived(ShownOverview, json.loads((folder / _FIGURES).read_text(encoding="utf-8")))


def _file(path: Path) -> ShownFile:
    return ShownFile(path.name, path.stat().st_size, sha256_of(path))
