"""Writes a footprint cell by cell, for spreadsheets (CSV) and for maps (GeoJSON)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from taskforce.prediction.footprint import Footprint
from taskforce.report.footprint.told import Told
from taskforce.vocabulary.coordinates import to_lonlat
from taskforce.vocabulary.signal import tier_of

COLUMNS = ("cell", "easting_m", "northing_m", "signal_dbm", "margin_db", "tier", "terrain")
Row = tuple[str, float, float, float, float, str, str]


def write_csv(file: Path, footprint: Footprint, told: Told) -> None:
    """Write one row for each predicted cell; what is off the terrain is not listed.

    Parameters
    ----------
    file
        With the ending .csv.
    footprint, told
        The signal, and the threshold and spread that tiers are drawn with.
    """
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows_of(footprint, told))


def write_geojson(file: Path, footprint: Footprint, told: Told) -> None:
    """Write the same as squares, EPSG:4326, a feature a line.

    Parameters
    ----------
    file
        With the ending .geojson.
    footprint, told
        As above.
    """
    rows = list(rows_of(footprint, told))
    with file.open("w", encoding="utf-8") as out:
        out.write('{"type":"FeatureCollection","features":[\n')
        for number, (row, ring) in enumerate(zip(rows, _rings(footprint, rows), strict=True)):
            feature = {
                "type": "Feature",
                "properties": dict(zip(COLUMNS, row, strict=True)),
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
            out.write((",\n" if number else "") + json.dumps(feature, separators=(",", ":")))
        out.write("\n]}\n")


def rows_of(footprint: Footprint, told: Told) -> Iterator[Row]:
    """The predicted cells, from south to north and from west to east.

    Parameters
    ----------
    footprint, told
        As above.

    Returns
    -------
    iterator of tuples
        By `COLUMNS`; coordinates of the middle of the cell, EPSG:25832.
    """
    size_m = footprint.cell_m
    rows, columns = np.nonzero(footprint.predicted)
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        west_m = footprint.west_m + column * size_m
        south_m = footprint.south_m + row * size_m
        signal_dbm = float(footprint.best_dbm[row, column])
        margin_db = signal_dbm - told.threshold_dbm
        yield (
            f"{size_m:g}m_{south_m / size_m:.0f}_{west_m / size_m:.0f}",
            west_m + size_m / 2,
            south_m + size_m / 2,
            round(signal_dbm, 1),
            round(margin_db, 1),
            tier_of(margin_db, told.spread_db).value,
            told.terrain_label,
        )


def _rings(footprint: Footprint, rows: list[Row]) -> list[list[list[float]]]:
    half = footprint.cell_m / 2
    middle = np.array([row[1:3] for row in rows]).reshape(-1, 1, 2)
    corners = np.array([(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)])
    every = middle + corners
    longitude, latitude = to_lonlat(every[..., 0], every[..., 1])
    rings: list[list[list[float]]] = np.round(np.stack([longitude, latitude], -1), 6).tolist()
    return rings
