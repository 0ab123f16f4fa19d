"""What the longer tables of the API look like: postcodes, white spots, growth and more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from taskforce.report.codec import plain
from taskforce.report.figures import WhiteSpotFigures, WhiteSpotTable
from taskforce.web.publication.api.shapes import Addresses, OriginShape, Share


class PostcodeShape(Schema):
    """The need in the part of a postcode that lies in one municipality."""

    municipality: str
    postcode: str = Field(description="Empty where it is unknown.")
    addresses: Addresses
    below: Addresses
    unknown: Addresses
    share_below: Share


class PointShape(Schema):
    """A point of GeoJSON: longitude first."""

    type: Literal["Point"]
    coordinates: list[float] = Field(min_length=2, max_length=2)


class WhiteSpotFacts(Schema):
    """What is told of a white spot."""

    id: str
    municipality: str
    addresses: Addresses
    area_km2: float
    nearest_served_m: float | None
    nearest_served_technology: str | None
    offered_today: list[str]


class WhiteSpotFeature(Schema):
    """A white spot as a point."""

    type: Literal["Feature"]
    id: str
    geometry: PointShape
    properties: WhiteSpotFacts


class WhiteSpotCollection(Schema):
    """White spots as map programs read them."""

    type: Literal["FeatureCollection"]
    threshold: str
    distance_m: float
    origin: OriginShape
    features: list[WhiteSpotFeature]


class BelowShape(Schema):
    """The addresses of an area that fall below a speed of the future."""

    code: str
    name: str
    below: Addresses
    unknown: Addresses


class GrowthYearShape(Schema):
    """What a household needs in a year, and how many have less on today's lines."""

    year: int
    threshold: str
    region: BelowShape
    areas: list[BelowShape]


class ScenarioShape(Schema):
    """One assumed yearly growth (0.5 is 50 %)."""

    slug: str
    name: dict[str, str]
    yearly_growth: float
    origin: OriginShape
    years: list[GrowthYearShape]


class GrowthShape(Schema):
    """The scenarios, all counted from the newest snapshot."""

    origin: OriginShape
    scenarios: list[ScenarioShape]


class FactShape(Schema):
    """A fact that others published; `area` is a municipality's code, the region's, or "dk"."""

    subject: str
    name: dict[str, str]
    area: str
    period: str
    as_of: date
    value: float
    unit: str
    origin: OriginShape
    note: dict[str, str] | None


def white_spots_geojson(table: WhiteSpotTable, spots: Sequence[WhiteSpotFigures]) -> dict[str, Any]:
    """White spots as points with their facts."""
    return {
        "type": "FeatureCollection",
        "threshold": table.threshold,
        "distance_m": table.distance_m,
        "origin": plain(table.origin),
        "features": [_feature(spot) for spot in spots],
    }


def _feature(spot: WhiteSpotFigures) -> dict[str, Any]:
    facts = plain(spot)
    place = [facts.pop("longitude"), facts.pop("latitude")]
    return {
        "type": "Feature",
        "id": spot.id,
        "geometry": {"type": "Point", "coordinates": place},
        "properties": facts,
    }
