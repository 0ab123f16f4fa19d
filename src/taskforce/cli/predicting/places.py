"""Places on the command line: longitude and latitude, with the usual mistakes pointed out."""

from __future__ import annotations

import math

import click
import numpy as np

from taskforce.vocabulary.coordinates import DENMARK_BOUNDS, to_metric

Place = tuple[float, float]


class LonLatType(click.ParamType[Place]):
    """A place such as 11.556,55.431: becomes easting and northing, metres, EPSG:25832."""

    name = "lon,lat"

    def convert(
        self, value: str | Place, param: click.Parameter | None, ctx: click.Context | None
    ) -> Place:
        if isinstance(value, tuple):
            return value
        try:
            longitude, latitude = (float(part) for part in value.split(","))
        except ValueError:
            self.fail(f'"{value}" is no place. Write it like 11.556,55.431.', param, ctx)
        if _in_denmark(longitude, latitude):
            return _metres(longitude, latitude)
        if _in_denmark(latitude, longitude):
            self.fail(
                f'"{value}" looks swapped. Write longitude first: {latitude:g},{longitude:g}.',
                param,
                ctx,
            )
        self.fail(
            f'"{value}" does not lie in Denmark. Write degrees, longitude first: 11.556,55.431.',
            param,
            ctx,
        )


def _in_denmark(longitude: float, latitude: float) -> bool:
    # Beyond these the grid of coordinates has no answer.
    if not (math.isfinite(longitude) and abs(longitude) <= 180 and abs(latitude) <= 90):
        return False
    east, north = _metres(longitude, latitude)
    box = DENMARK_BOUNDS
    return box.west_m <= east <= box.east_m and box.south_m <= north <= box.north_m


def _metres(longitude: float, latitude: float) -> Place:
    east, north = to_metric(np.array([longitude]), np.array([latitude]))
    return float(east[0]), float(north[0])
