"""A region of eleven addresses whose mobile coverage can be counted by hand; the earth is flat.

One mast with LTE 800 stands near Sorø. By the flat earth its signal is likely enough for data in
the hexagons `FOOT` and `NEXT`, uncertain in `FAR` 11 km away, and unlikely in `BEYOND`. Drives met
weak signals at `FOOT`, too few at `NEXT`, one strong network and one weak at `FAR`, and strong
ones at `LONELY`, where nobody lives; nobody went to `BEYOND`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.coordinates import to_lonlat
from taskforce.vocabulary.technology import Technology
from tests.drives import in_file as drive_in_file
from tests.drives import log, met
from tests.makers import Address, make_snapshot, uuid_of
from tests.mast_files import EAST, NORTH, antenna, as_list, in_file

DAY = date(2026, 7, 1)
COVERED = {Technology.MOBILE: [(50_000, 10_000)]}
LACKING = {Technology.FIBRE: [(1_000_000, 1_000_000)]}
UNKNOWN = None

# Metres east of the mast.
FOOT, NEXT, LONELY, FAR, BEYOND, COPENHAGEN = 100, 1_000, 6_000, 11_000, 35_000, 69_000

HOMES = (
    (FOOT, COVERED, "0340"),
    (FOOT, COVERED, "0340"),
    (FOOT, LACKING, "0340"),
    (FOOT, UNKNOWN, "0340"),
    (FOOT, COVERED, "0330"),
    (NEXT, LACKING, "0340"),
    (FAR, LACKING, "0340"),
    (FAR, COVERED, "0340"),
    (BEYOND, COVERED, "0370"),
    (BEYOND, LACKING, "0370"),
    (None, COVERED, "0340"),
    (COPENHAGEN, LACKING, "0101"),
)


def mobile_region(
    shelf: Shelf, folder: Path, *, without: str = "", register: Sequence[Any] = ()
) -> Shelf:
    """Fill a shelf; `without` names what shall not be there: masts, measurements or reports.

    `register` are other antennas than the one.
    """
    from taskforce.collect.boundaries import collect_boundaries
    from taskforce.collect.coverage import Choices
    from taskforce.collect.masts import MastChoices, collect_masts
    from taskforce.collect.measurements import MeasurementChoices, collect_measurements

    told = (Technology.FIBRE,) if without == "reports" else (Technology.FIBRE, Technology.MOBILE)
    make_snapshot(shelf, _addresses(), technologies=told)
    outline = in_file(folder, _boundaries(), "kommuner.geojson")
    collect_boundaries(shelf, outline, Choices(as_of=DAY))
    if without != "masts":
        file = in_file(folder, as_list(register or [antenna()]))
        collect_masts(shelf, [file], MastChoices(as_of=DAY))
    if without != "measurements":
        file = drive_in_file(folder, log(_drives()))
        collect_measurements(shelf, [file], MeasurementChoices(as_of=DAY))
    return shelf


def _addresses() -> Iterator[Address]:
    for number, (east, offers, code) in enumerate(HOMES):
        yield Address(
            uuid_of(number),
            offers,
            municipality=code,
            easting_m=None if east is None else float(EAST + east),
            northing_m=None if east is None else float(NORTH),
        )


def _drives() -> Iterator[dict[str, str]]:
    """One measurement a minute: none of them is thinned out."""
    for minute, (east, level, operator) in enumerate(_stops()):
        longitude, latitude = to_lonlat(np.array([float(EAST + east)]), np.array([float(NORTH)]))
        place = {"Longitude": f"{longitude[0]:.6f}", "Latitude": f"{latitude[0]:.6f}"}
        yield met(60 * minute, Level=level, Operatorname=operator, **place)


def _stops() -> Iterator[tuple[int, str, str]]:
    yield from [(FOOT, "-105", "TDC")] * 12
    yield from [(FOOT, "-80", "Telia")] * 3
    yield from [(NEXT, "-105", "TDC")] * 4
    yield from [(FAR, "-90", "Telia")] * 12
    yield from [(FAR, "-111", "TDC")] * 12
    yield from [(LONELY, "-70", "TDC")] * 10
    yield from [(COPENHAGEN, "-120", "TDC")] * 20


def _boundaries() -> str:
    corners = [(-9, -9), (9, -9), (9, 9), (-9, 9), (-9, -9)]
    xs, ys = zip(*((EAST + 1000 * x, NORTH + 1000 * y) for x, y in corners), strict=True)
    ring = [[float(lon), float(lat)] for lon, lat in zip(*to_lonlat(xs, ys), strict=True)]
    soroe = {
        "type": "Feature",
        "properties": {"kode": "0340", "navn": "Sorø", "regionskode": "1085"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    return json.dumps({"type": "FeatureCollection", "features": [soroe]})
