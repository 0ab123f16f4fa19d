"""Writes the files of footprints, each whole or not at all; a long run goes on where it was."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from taskforce.prediction.footprint import Footprint, footprint
from taskforce.prediction.terrain import Terrain
from taskforce.report.codec import plain, revived
from taskforce.report.footprint.cells import write_csv, write_geojson
from taskforce.report.footprint.rasters import write_ascii_grid, write_geotiff
from taskforce.report.footprint.told import Asked, Told, print_of, told
from taskforce.vocabulary.errors import WrongUse

Write = Callable[[Path, Footprint, Told], None]

WRITERS: Mapping[str, Write] = {
    ".asc": write_ascii_grid,
    ".tif": write_geotiff,
    ".csv": write_csv,
    ".geojson": write_geojson,
}


def refuse_unknown(files: Sequence[Path]) -> None:
    """Refuse an ending that no footprint is written in, before anything is predicted.

    Parameters
    ----------
    files
        What was asked for.

    Raises
    ------
    WrongUse
        Naming the endings that there are.
    """
    for file in files:
        if file.suffix.lower() not in WRITERS:
            raise WrongUse(
                f'A footprint is not written as "{file.suffix or file.name}".',
                remedy=f"Name a file that ends with {', '.join(WRITERS)}.",
            )


def write(files: Sequence[Path], found: Footprint, summary: Told) -> None:
    """Write a footprint in the form that each file's ending asks for.

    Parameters
    ----------
    files
        Replaced where they exist.
    found, summary
        The signal, and what it rests on.

    Raises
    ------
    WrongUse
        An ending is not known.
    Refused
        GeoTIFF is asked for, and rasterio is not installed.
    """
    refuse_unknown(files)
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_name(f".{os.getpid()}-{file.name}")
        try:
            WRITERS[file.suffix.lower()](aside, found, summary)
            beside = aside.with_suffix(".prj")
            if beside.exists():
                beside.replace(file.with_suffix(".prj"))
            aside.replace(file)
        finally:
            aside.unlink(missing_ok=True)


def written(
    folder: Path, asked: Asked, terrain: Terrain, *, endings: Sequence[str], threads: int = 1
) -> tuple[Told, bool]:
    """Write the footprint of one of many masts into a folder, unless it lies there already.

    Parameters
    ----------
    folder
        Where the files go: ID.asc and so on, and ID.json, which is written last.
    asked, terrain
        The mast, and the ground.
    endings
        Which files to write; keys of `WRITERS`.
    threads
        The answer does not depend on it.

    Returns
    -------
    Told, bool
        The summary, and whether it was made now.

    Raises
    ------
    Refused
        The mast lies off the terrain or in the sea.
    """
    name = _file_name(asked.transmitter.id)
    files = [folder / f"{name}{ending}" for ending in endings]
    label = folder / f"{name}.json"
    before = _read(label)
    if before and before.print == print_of(asked, terrain) and all(one.exists() for one in files):
        return before, False
    label.unlink(missing_ok=True)
    found = footprint(terrain, asked.transmitter, asked.radio, cell_m=asked.cell_m, threads=threads)
    summary = told(found, asked, terrain)
    write(files, found, summary)
    aside = folder / f".{os.getpid()}-{label.name}"
    aside.write_text(json.dumps(plain(summary), ensure_ascii=False, indent=1) + "\n", "utf-8")
    aside.replace(label)
    return summary, True


def _file_name(site: str) -> str:
    """An owner's own id may hold anything; two ids never share a name."""
    return "".join(one if one.isalnum() or one in "-_" else f"%{ord(one):x}" for one in site)


def _read(label: Path) -> Told | None:
    """What was written before; a file that is not whole, or of another version, counts as none."""
    try:
        return revived(Told, json.loads(label.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None
