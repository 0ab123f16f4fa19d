"""Read the shapes of a GeoPackage and turn them into longitude and latitude."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taskforce.web.cases.places.shape import MOST_POSITIONS

_DEGREES = "EPSG:4326"


def from_geopackage(path: Path) -> list[dict[str, Any]]:
    """The geometries of the file's first layer as GeoJSON.

    Raises
    ------
    ValidationError
        The file is damaged, has several layers, or does not say in which grid it is.
    """
    import pyogrio
    from pyogrio.errors import DataSourceError

    try:
        # A damaged file is refused below; what the library warns of helps nobody here.
        with warnings.catch_warnings(action="ignore"):
            layers = pyogrio.list_layers(path)
            if len(layers) != 1:
                raise ValidationError(_("The GeoPackage must have one layer only."))
            about, _fids, shapes, _fields = pyogrio.raw.read(
                path, columns=[], max_features=MOST_POSITIONS + 1
            )
    except (DataSourceError, ValueError, RuntimeError):
        raise ValidationError(
            _("The GeoPackage cannot be read. Save it again, and try once more.")
        ) from None
    if not about["crs"]:
        raise ValidationError(_("The GeoPackage does not say in which coordinates it is."))
    found = [one for one in shapely.from_wkb(shapes) if one is not None]
    return [_as_geojson(one, about["crs"]) for one in found]


def _as_geojson(shape: Any, crs: str) -> dict[str, Any]:
    flat = shapely.force_2d(shape)
    moved = shapely.transform(flat, lambda xy: _degrees(xy, crs))
    told: dict[str, Any] = json.loads(shapely.to_geojson(moved))
    return told


def _degrees(xy: Any, crs: str) -> Any:
    from pyproj import CRS, Transformer
    from pyproj.exceptions import ProjError

    try:
        mover = Transformer.from_crs(CRS.from_user_input(crs), _DEGREES, always_xy=True)
    except ProjError:
        raise ValidationError(_("The coordinates of the GeoPackage are not known.")) from None
    return np.column_stack(mover.transform(xy[:, 0], xy[:, 1]))
