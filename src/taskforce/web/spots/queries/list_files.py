"""An issued list as files: the same rows for a spreadsheet and for a map program."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from taskforce.web.commitments.queries.sheet import Sheet, Value
from taskforce.web.spots.models import SpotList


def list_sheet(one: SpotList) -> Sheet:
    """The list in words; a withheld number is said to be withheld."""
    heads = (
        gettext("White spot"),
        gettext("Municipality code"),
        gettext("Municipality"),
        gettext("Addresses"),
        gettext("Area (km²)"),
        gettext("Longitude"),
        gettext("Latitude"),
        gettext("To the nearest served address (m)"),
        gettext("Technology there"),
    )
    rows = tuple(_values(each) for each in one.content)
    return Sheet(gettext("White spots"), source_of(one), heads, rows)


def source_of(one: SpotList) -> str:
    """Where a list comes from, in one line."""
    told = {
        "publisher": one.publisher,
        "day": one.as_of.isoformat(),
        "threshold": one.threshold,
        "sha256": one.sha256,
    }
    return (
        gettext(
            "Source: %(publisher)s, %(day)s; calculated: addresses below %(threshold)s Mbit/s. "
            "Checksum: %(sha256)s"
        )
        % told
    )


def as_geojson(one: SpotList) -> dict[str, Any]:
    """The list as points, with its origin beside them."""
    return {
        "type": "FeatureCollection",
        "issued_on": one.issued_on.isoformat(),
        "answer_by": one.answer_by.isoformat(),
        "as_of": one.as_of.isoformat(),
        "publisher": one.publisher,
        "certainty": "calculated",
        "threshold": one.threshold,
        "smallest": one.smallest,
        "sha256": one.sha256,
        "features": [_feature(each) for each in one.content],
    }


def _feature(each: dict[str, Any]) -> dict[str, Any]:
    facts = {name: value for name, value in each.items() if name not in ("longitude", "latitude")}
    return {
        "type": "Feature",
        "id": each["spot"],
        "geometry": {"type": "Point", "coordinates": [each["longitude"], each["latitude"]]},
        "properties": facts,
    }


def _values(each: dict[str, Any]) -> tuple[Value, ...]:
    return (
        each["spot"],
        each["municipality"],
        each["municipality_name"],
        gettext("not shown") if each["addresses"] is None else each["addresses"],
        str(each["area_km2"]),
        str(each["longitude"]),
        str(each["latitude"]),
        _told(each["nearest_served_m"]),
        each["nearest_served_technology"],
    )


def _told(metres: float | None) -> Value:
    return gettext("unknown") if metres is None else f"{metres:.0f}"
