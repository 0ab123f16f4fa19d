"""`taskforce white-spots`: neighbouring addresses without proper internet, as a list or a map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.answers import (
    count_option,
    format_option,
    number,
    origin,
    snapshot_option,
    threshold_option,
    write_json,
    write_table,
)
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.places import country_register, load_region
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting

if TYPE_CHECKING:
    from taskforce.need.white_spots import WhiteSpot

_COLUMNS = ("Id", "Municipality", "Addresses", "km²", "Nearest served", "Best offered there")
# 0.1 m on the ground: GeoJSON asks for no more digits than the data deserve.
_DECIMALS = 6


@click.command(
    epilog="""\b
Examples:
  taskforce white-spots --threshold 100/30
  taskforce white-spots --threshold 100/30 --within 0360 --format geojson > lolland.geojson
  taskforce white-spots --distance 500 --max-addresses 100 --format json
"""
)
@threshold_option()
@snapshot_option()
@count_option()
@click.option("--within", metavar="CODE", help="Only this region or municipality, e.g. 0360.")
@click.option(
    "--distance",
    type=click.FloatRange(min=1),
    default=300,
    show_default=True,
    help="The longest step between neighbours, in metres.",
)
@click.option(
    "--max-addresses",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    help="Larger clusters are cut where they are thinnest.",
)
@click.option(
    "--max-span",
    type=click.FloatRange(min=1),
    default=5_000,
    show_default=True,
    help="Longer clusters are cut likewise, in metres.",
)
@format_option("geojson")
@click.pass_obj
def command(
    shelf: Shelf,
    /,
    threshold: Threshold,
    snapshot_id: str,
    counting: str,
    form: str,
    **choice: Any,
) -> None:
    """Find clusters of addresses without proper internet.

    Neighbours within the distance belong together, within one municipality. Each cluster keeps
    its id from one snapshot to the next. This is a working tool: it also lists single addresses,
    which must not be published.
    """
    from taskforce.need.cuts import Grouping
    from taskforce.need.white_spots import white_spots

    snapshot = shelf.open(snapshot_id)
    chosen = Counting(counting)
    grouping = Grouping(choice["distance"], choice["max_addresses"], choice["max_span"])
    found = white_spots(snapshot, threshold=threshold, counting=chosen, grouping=grouping)
    spots = _within(found, choice["within"])
    if form == "json":
        write_json([_as_object(spot) for spot in spots])
    elif form == "geojson":
        write_json(_as_collection(spots))
    else:
        _show(spots, threshold)
        click.echo(origin(snapshot, chosen))


def _within(spots: Sequence[WhiteSpot], code: str | None) -> list[WhiteSpot]:
    if code is None:
        return list(spots)
    register = country_register()
    places = register.by_code if register else {}
    codes = {one.code for one in places.values() if code in (one.code, one.region_code)}
    codes |= {one.code for one in load_region().municipalities if code == one.code}
    if not codes and code not in {spot.municipality for spot in spots}:
        raise Refused(
            f'There is no region or municipality "{code}".',
            remedy="Give the code of a region (1085) or a municipality (0360).",
        )
    return [spot for spot in spots if spot.municipality in codes | {code}]


def _as_object(spot: WhiteSpot) -> dict[str, Any]:
    return {
        "id": spot.id,
        "municipality": spot.municipality,
        "municipality_name": _name(spot.municipality),
        "addresses": spot.addresses,
        "area_km2": round(spot.area_km2, 4),
        "density_per_km2": round(spot.density_per_km2, 1),
        "centre_easting_m": round(spot.centre_easting_m, 1),
        "centre_northing_m": round(spot.centre_northing_m, 1),
        "nearest_served_m": spot.nearest_served_m,
        "nearest_served_technology": spot.nearest_served_technology,
        "offered_today": {
            technology.value: {
                "addresses": offered.addresses,
                "highest_download_mbps": offered.highest_download_mbps,
                "highest_upload_mbps": offered.highest_upload_mbps,
                "median_download_mbps": offered.median_download_mbps,
                "median_upload_mbps": offered.median_upload_mbps,
            }
            for technology, offered in spot.offered_today.items()
        },
    }


def _as_collection(spots: Sequence[WhiteSpot]) -> dict[str, Any]:
    """GeoJSON as in RFC 7946: degrees, and outer rings that run against the clock."""
    import numpy as np
    import shapely

    from taskforce.vocabulary.coordinates import to_lonlat

    hulls = shapely.orient_polygons([spot.hull for spot in spots])
    degrees = shapely.transform(
        hulls,
        lambda metres: np.column_stack(to_lonlat(*metres.T)).round(_DECIMALS).astype(np.float64),
    )
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": spot.id,
                "geometry": shapely.geometry.mapping(hull),
                "properties": _as_object(spot),
            }
            for spot, hull in zip(spots, degrees, strict=True)
        ],
    }


def _show(spots: Sequence[WhiteSpot], threshold: Threshold) -> None:
    total = sum(spot.addresses for spot in spots)
    write_table(
        f"{number(len(spots))} white spots below {threshold.label} Mbit/s",
        _COLUMNS,
        [_cells(spot) for spot in spots],
        totals=[("All", "", number(total), "", "", "")],
    )


def _cells(spot: WhiteSpot) -> tuple[str, ...]:
    technology = spot.nearest_served_technology
    nearest = f"{spot.nearest_served_m:,.0f} m, {technology}" if technology else "none"
    offered = (
        f"{each} {_speed(speeds.highest_download_mbps)}/{_speed(speeds.highest_upload_mbps)}"
        for each, speeds in spot.offered_today.items()
    )
    return (
        spot.id,
        _name(spot.municipality) or "unknown",
        number(spot.addresses),
        f"{spot.area_km2:.2f}",
        nearest,
        ", ".join(offered) or "nothing",
    )


def _speed(mbps: float | None) -> str:
    return "?" if mbps is None else f"{mbps:g}"


def _name(code: str | None) -> str | None:
    register = country_register()
    place = register.by_code.get(code) if register and code else None
    return place.name if place else code
