"""Where predictions were too high and where too low, square by square, for tables and maps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from taskforce.prediction.terrain import TerrainMode
from taskforce.report.calibration.found import RegionCalibration, Residual
from taskforce.vocabulary.coordinates import to_lonlat

COLUMNS = (
    *("cell", "operator", "generation", "easting_m", "northing_m"),
    *("predicted_dbm", "measured_dbm", "residual_db", "measurements"),
)
_HALF_M = 50.0
_CORNERS = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))


def as_rows(residuals: Sequence[Residual]) -> list[dict[str, Any]]:
    """One record for each square and network.

    Parameters
    ----------
    residuals
        Squares of 100 m, by their middle in EPSG:25832.

    Returns
    -------
    list of dict
        By `COLUMNS`; levels in dBm and residuals in dB with one decimal.
    """
    return [
        {
            "cell": one.cell,
            "operator": one.operator,
            "generation": one.generation,
            "easting_m": one.easting_m,
            "northing_m": one.northing_m,
            "predicted_dbm": round(one.predicted_dbm, 1),
            "measured_dbm": round(one.measured_dbm, 1),
            "residual_db": round(one.residual_db, 1),
            "measurements": one.measurements,
        }
        for one in residuals
    ]


def as_geojson(found: RegionCalibration, residuals: Sequence[Residual]) -> dict[str, Any]:
    """The same as squares on a map, EPSG:4326.

    Parameters
    ----------
    found, residuals
        A calibration and its squares.

    Returns
    -------
    dict
        A feature collection that says which ground was predicted on, and from which data.
    """
    features = [
        {
            "type": "Feature",
            "properties": row,
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for row, ring in zip(as_rows(residuals), _rings(residuals), strict=True)
    ]
    return {
        "type": "FeatureCollection",
        "calibration": found.id,
        "terrain": TerrainMode(found.terrain).label.en,
        "demonstration": found.demonstration,
        "sources": [f"{one.kind} {one.id} ({one.publisher})" for one in found.inputs],
        "features": features,
    }


def _rings(residuals: Sequence[Residual]) -> list[list[list[float]]]:
    middles = np.array([(one.easting_m, one.northing_m) for one in residuals]).reshape(-1, 1, 2)
    corners = middles + _HALF_M * np.array(_CORNERS)
    longitude, latitude = to_lonlat(corners[..., 0], corners[..., 1])
    rings: list[list[list[float]]] = np.round(np.stack([longitude, latitude], -1), 6).tolist()
    return rings
