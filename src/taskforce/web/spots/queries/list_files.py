"""An issued list as files: the same rows for a spreadsheet and for a map program."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from taskforce.web.commitments.queries.sheet import Sheet, Value
from taskforce.web.spots.models import SpotKind, SpotList
from taskforce.web.spots.queries.origin import (
    counted_in_words,
    of_fixed,
    of_mobile,
    weak_in_words,
)


def list_sheet(one: SpotList) -> Sheet:
    """The list in words; a withheld number is said to be withheld."""
    heads = (
        gettext("Name in files"),
        gettext("Kind"),
        gettext("Municipality code"),
        gettext("Municipality"),
        gettext("Addresses"),
        gettext("Hexagons"),
        gettext("Hexagons with weak signal"),
        gettext("Addresses in them"),
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
    lines = [of_fixed(one.publisher, one.as_of, one.threshold)]
    if one.mobile:
        lines.append(of_mobile(one.mobile))
    checksum = gettext("Checksum: %(sha256)s") % {"sha256": one.sha256}
    return " ".join([*lines, checksum])


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
        "mobile": one.mobile,
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
        str(SpotKind(each["kind"]).label),
        each["municipality"],
        each["municipality_name"],
        counted_in_words(each["addresses"], is_reported=each["is_reported"]),
        each["hexagons"],
        weak_in_words(each["weak_cells"], measured=each["measured_cells"]),
        weak_in_words(each["weak_addresses"], measured=each["measured_cells"]),
        str(each["area_km2"]),
        str(each["longitude"]),
        str(each["latitude"]),
        _far(each),
        each["nearest_served_technology"],
    )


def _far(each: dict[str, Any]) -> Value:
    if each["kind"] == SpotKind.MOBILE:
        return None  # how far it is to the next address says nothing about a mast
    metres = each["nearest_served_m"]
    return gettext("unknown") if metres is None else f"{metres:.0f}"
