"""How quickly map programs get a page of shapes, out of a file with a country's hexagons."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np
import shapely

from benchmarks.stopwatch import save, table
from taskforce.report.features import Column, Features
from taskforce.report.map_files import write_geopackage
from taskforce.report.shape_file import ShapeFile
from taskforce.report.shape_rows import Asked, Box
from taskforce.report.shapes import degrees

SHAPES, ROUNDS, SIDE_M = 60_000, 15, 800.0
_COLUMNS = 13
_CENTRE = (660_000.0, 6_150_000.0)


def measure(folder: Path) -> str:
    """The table: one page of each sort, read and written as GeoJSON."""
    path = folder / "open-data" / "hexagons.gpkg"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_geopackage(_country(), path, {"as_of": "2026-06-30", "title": "hexagons"})
    source = ShapeFile(path, ("municipality", "hex"))
    east, north = _CENTRE
    town = Box(east, north, east + 10_000, north + 10_000, metric=True)
    asked = {
        "first page of 100": (Asked(100), 50),
        "a page of 100 in the midst": (Asked(100, SHAPES // 2), 50),
        "a page of 1,000": (Asked(1000), 300),
        "a page of 1,000, in metres": (Asked(1000), 300),
        "a box of 10 × 10 km, in metres": (Asked(1000, box=town), 100),
        "one municipality, 100 of them": (Asked(100, facts={"municipality": "0342"}), 50),
    }
    rows = []
    for name, (question, target_ms) in asked.items():
        took_ms = _median_ms(partial(_page, source, question, "metres" in name))
        rows.append((name, f"{took_ms:.1f}", f"≤ {target_ms}"))
    took_ms = _median_ms(partial(source.one, "0342-hex30000"))
    rows.append(("one shape by its id", f"{took_ms:.1f}", "≤ 50"))
    save("open-data", rows)
    return table((f"of {SHAPES:,} hexagons", "ms", "target"), rows)


def _page(source: ShapeFile, asked: Asked, in_metres: bool) -> None:
    from taskforce.web.publication.ogc.crs import Crs
    from taskforce.web.publication.ogc.features import features

    page = source.page(asked)
    if not features(page.rows, Crs.METRES if in_metres else Crs.DEGREES):
        raise SystemExit("Nothing was found.")


def _median_ms(work: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return median(took) * 1000


def _country() -> Features:
    """Squares as large as hexagons of the map, in rows from the south west."""
    wide = int(SHAPES**0.5) + 1
    east = _CENTRE[0] + SIDE_M * (np.arange(SHAPES) % wide - wide // 2)
    north = _CENTRE[1] + SIDE_M * (np.arange(SHAPES) // wide - wide // 2)
    shapes = degrees(shapely.box(east, north, east + SIDE_M, north + SIDE_M))
    numbers = np.arange(SHAPES)
    columns: dict[str, Column] = {
        "hex": [f"hex{number}" for number in numbers],
        "municipality": [f"{300 + number % 98:04}" for number in numbers],
        **{f"number_{name}": (numbers % (name + 3)).tolist() for name in range(_COLUMNS)},
    }
    return Features(shapes, columns)
