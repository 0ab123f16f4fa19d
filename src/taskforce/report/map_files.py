"""Writes shapes with their numbers as GeoJSON, GeoPackage and FlatGeobuf, for anyone's own map."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from taskforce.report.features import Features

# About a tenth of a metre.
_DECIMALS = 6


def write_geojson(features: Features, path: Path, told: Mapping[str, str]) -> None:
    """Write shapes as GeoJSON, in degrees.

    Parameters
    ----------
    features
        The shapes and their columns; null where a number is unknown or withheld.
    path
        The file to write.
    told
        What the file says about itself, as a member of its own beside the features.

    References
    ----------
    RFC 7946.
    """
    shapes = shapely.to_geojson(_rounded(features.shapes)).tolist()
    with path.open("w", encoding="utf-8") as file:
        label = json.dumps({"type": "FeatureCollection", **told}, ensure_ascii=False)
        file.write(label[:-1] + ', "features": [\n')
        for number, shape in enumerate(shapes):
            properties = {name: values[number] for name, values in features.columns.items()}
            text = json.dumps(properties, ensure_ascii=False)
            file.write(",\n" if number else "")
            file.write(f'{{"type": "Feature", "properties": {text}, "geometry": {shape}}}')
        file.write("\n]}\n")


def write_geopackage(features: Features, path: Path, told: Mapping[str, str]) -> None:
    """Write shapes as GeoPackage, in degrees (EPSG:4326).

    Parameters
    ----------
    features, path, told
        See `write_geojson`; the layer bears the name of the file.

    References
    ----------
    OGC GeoPackage 1.3.
    """
    import pyogrio

    # Every file says when it was written; here that is the day the figures are for.
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{told['as_of']}T00:00:00.000Z"})
    try:
        pyogrio.raw.write_arrow(
            features.table(),
            str(path),
            layer=path.stem,
            driver="GPKG",
            geometry_name="geometry",
            geometry_type="Unknown",
            crs="EPSG:4326",
            layer_metadata=dict(told),
        )
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def write_flatgeobuf(features: Features, path: Path, told: Mapping[str, str]) -> None:
    """Write shapes as FlatGeobuf, in degrees (EPSG:4326), with an index of places.

    Parameters
    ----------
    features, path, told
        See `write_geojson`; the same features always give the same bytes.

    References
    ----------
    flatgeobuf.org, version 3.
    """
    import pyogrio

    pyogrio.raw.write_arrow(
        features.table(),
        str(path),
        layer=path.stem,
        driver="FlatGeobuf",
        geometry_name="geometry",
        geometry_type="Unknown",
        crs="EPSG:4326",
        layer_options={"TITLE": told["title"], "DESCRIPTION": json.dumps(dict(told))},
    )


def _rounded(shapes: Any) -> Any:
    return shapely.transform(shapes, lambda xy: np.round(xy, _DECIMALS))
