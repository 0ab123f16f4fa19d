"""The layers of the map and what each shape tells when it is touched.

The shapes of `municipalities` and `hexes` carry, for each day that the bundle holds ("now",
"then"), `<day>_addresses` and for each threshold, as in a web address, `<day>_below_100-30`,
`<day>_unknown_100-30`, `<day>_share_100-30` (0 to 1, of the known) and `<day>_withheld_100-30`:
true where the number below is withheld, and then number and share are missing. Municipalities
add `code` and `name`, hexagons `hex` and `municipality`. White spots carry `id`, `municipality`,
`threshold` ("100-30"), `addresses` (missing where `withheld`), `nearest_served_m`. Land has none.
Fixed technologies are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from taskforce.report.cells import Cell
from taskforce.report.counting import Tally
from taskforce.report.day import NO_PLACE, Day
from taskforce.report.features import Column, Features
from taskforce.report.need_table import Shown
from taskforce.report.shapes import cut_hexagons, degrees
from taskforce.report.tiles import ZoomBand, write_tiles

if TYPE_CHECKING:
    from taskforce.report.white_spot_table import DrawnSpot

Piece = tuple[str, str]


def write_municipalities(
    target: Path, *, outlines: Mapping[str, Any], names: Mapping[str, str], shown: Sequence[Shown]
) -> bool:
    """Write the municipalities with their need.

    Parameters
    ----------
    target
        The PMTiles file.
    outlines
        By code, EPSG:25832.
    names
        By code.
    shown
        The days and thresholds to tell of, fixed technologies.

    Returns
    -------
    bool
        False when there was nothing to draw.
    """
    features = municipality_features(outlines, names, shown)
    return write_tiles([ZoomBand(features, 4, 11)], target, layer="municipalities")


def write_hexes(target: Path, *, outlines: Mapping[str, Any], shown: Sequence[Shown]) -> bool:
    """Write the hexagons with their need: wide ones from afar, small ones near by.

    Parameters
    ----------
    target, outlines, shown
        See `write_municipalities`.

    Returns
    -------
    bool
        False when there was nothing to draw.
    """
    bands = [
        ZoomBand(hex_features(outlines, shown, "wide"), 5, 8),
        ZoomBand(hex_features(outlines, shown, "hex"), 9, 11),
    ]
    return write_tiles(bands, target, layer="hexes")


def write_white_spots(target: Path, spots: Sequence[DrawnSpot]) -> bool:
    """Write the hulls of the white spots of every threshold.

    Parameters
    ----------
    target
        The PMTiles file.
    spots
        Only white spots large enough to be shown.

    Returns
    -------
    bool
        False when there was nothing to draw.
    """
    return write_tiles([ZoomBand(spot_features(spots), 5, 12)], target, layer="white_spots")


def write_land(target: Path, land: Path) -> bool:
    """Write land and coast as the quiet ground of the map.

    Parameters
    ----------
    target
        The PMTiles file.
    land
        A GeoJSON file in degrees; only its shapes are used.

    Returns
    -------
    bool
        False when there was nothing to draw.
    """
    content = shapely.from_geojson(land.read_text(encoding="utf-8"))
    features = Features(np.array(shapely.get_parts(content), dtype=object), {})
    return write_tiles([ZoomBand(features, 2, 11)], target, layer="land")


def municipality_features(
    outlines: Mapping[str, Any], names: Mapping[str, str], shown: Sequence[Shown]
) -> Features:
    """Draw the municipalities and write their need beside them."""
    codes = list(outlines)
    columns: dict[str, Column] = {"code": codes, "name": [names[code] for code in codes]}
    columns |= numbers(
        shown, lambda day: [(day.areas.get(c), Cell("need", day.when, c)) for c in codes]
    )
    return Features(degrees(np.array(list(outlines.values()), dtype=object)), columns)


def hex_features(outlines: Mapping[str, Any], shown: Sequence[Shown], kind: str) -> Features:
    """Draw the hexagons of a size ("hex" or "wide") and write their need beside them."""
    pieces: list[Piece] = sorted(
        {piece for one in shown for piece in _tallies(one.day, kind) if piece[1] != NO_PLACE}
    )
    columns: dict[str, Column] = {
        "hex": [cell for _, cell in pieces],
        "municipality": [code for code, _ in pieces],
    }
    columns |= numbers(
        shown,
        lambda day: [
            (_tallies(day, kind).get(piece), Cell(kind, day.when, *piece)) for piece in pieces
        ],
    )
    return Features(cut_hexagons(pieces, outlines), columns)


def spot_features(spots: Sequence[DrawnSpot]) -> Features:
    """Draw the hulls of white spots and write what they tell beside them."""
    figures = [spot.figures for spot in spots]
    return Features(
        degrees(np.array([spot.hull for spot in spots], dtype=object)),
        {
            "id": [spot.id for spot in figures],
            "threshold": [spot.threshold.slug for spot in spots],
            "municipality": [spot.municipality for spot in figures],
            "addresses": [spot.addresses.value for spot in figures],
            "withheld": [spot.addresses.withheld for spot in figures],
            "nearest_served_m": [spot.nearest_served_m for spot in figures],
        },
    )


def numbers(
    shown: Sequence[Shown], tallies: Callable[[Day], list[tuple[Tally | None, Cell]]]
) -> dict[str, Column]:
    """Write the numbers of each shape, one column per day, threshold and number."""
    columns: dict[str, Column] = {}
    for one in shown:
        found = [
            one.numbers(tally, cell) if tally is not None else None
            for tally, cell in tallies(one.day)
        ]
        day, slug = one.day.when, one.threshold.slug
        columns[f"{day}_addresses"] = [n.addresses.value if n else 0 for n in found]
        columns[f"{day}_below_{slug}"] = [n.below.value if n else 0 for n in found]
        columns[f"{day}_unknown_{slug}"] = [n.unknown.value if n else 0 for n in found]
        columns[f"{day}_share_{slug}"] = [n.share_below if n else None for n in found]
        columns[f"{day}_withheld_{slug}"] = [n.below.withheld if n else False for n in found]
    return columns


def _tallies(day: Day, kind: str) -> Mapping[Piece, Tally]:
    return day.hexes if kind == "hex" else day.wide
