"""Three villages whose best sites can be found by hand; the earth is flat.

`HERE` has 8 homes without mobile coverage, `NEXT` 12 km to the east has 4, and `AWAY` 55 km to the
south has 5; one more has no place. By the flat earth the water tower `V-1` reaches the first two
villages (with 8 dB less only its own), the school `V-2` only its own (with 8 dB more both), and
the silo `V-3` only its own. A mast stands in `AWAY`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.technology import Technology
from tests.makers import Address, Offers, make_snapshot, uuid_of
from tests.mast_files import EAST, NORTH, antenna, as_list, in_file

DAY = date(2026, 7, 1)
COVERED: Offers = {Technology.MOBILE: [(50_000, 10_000)]}
FIBRE_ONLY: Offers = {Technology.FIBRE: [(1_000_000, 1_000_000)]}
NEITHER: Offers = {Technology.XDSL: [(20_000, 2_000)]}
UNKNOWN = None

HERE, NEXT, AWAY = (EAST, NORTH), (EAST + 12_000, NORTH), (EAST, NORTH - 55_000)

HOMES = (
    *[(HERE, FIBRE_ONLY, "0340")] * 8,
    *[(NEXT, NEITHER, "0340")] * 4,
    *[(AWAY, FIBRE_ONLY, "0360")] * 5,
    (None, FIBRE_ONLY, "0340"),
    *[(HERE, COVERED, "0340")] * 3,
    *[(HERE, UNKNOWN, "0340")] * 2,
)
HEADER = "id;navn;art;ejer;kommunekode;oest;nord;antennehoejde_m;aarlig_leje_kr;ledig"
SITES = (
    f"V-1;Vandtårnet;vandtårn;Sorø Kommune;0340;{EAST};{NORTH};38;30000;ja",
    f"V-2;Skolen;skole;Sorø Kommune;0340;{EAST + 12_000};{NORTH};;10000;ja",
    f"V-3;Siloen;silo;Lolland Kommune;0360;{EAST};{NORTH - 55_000};30;20000;ja",
)


def ranking_shelf(shelf: Shelf, folder: Path, *, without: str = "") -> Shelf:
    """Fill a shelf; `without` names what shall not be there: coverage, masts or sites."""
    from taskforce.collect.masts import MastChoices, collect_masts

    if without != "coverage":
        make_snapshot(shelf, _addresses())
    if without != "masts":
        register = in_file(folder, as_list([antenna(*AWAY)]))
        collect_masts(shelf, [register], MastChoices(as_of=DAY))
    if without != "sites":
        list_sites(shelf, folder, *SITES)
    return shelf


def list_sites(shelf: Shelf, folder: Path, *rows: str) -> None:
    """Take in a list of sites in place of the one that is there."""
    from taskforce.collect.sites import SiteChoices, collect_sites

    file = folder / "steder.csv"
    file.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    collect_sites(shelf, [file], SiteChoices(as_of=DAY, allow_rejected=True))


def roads_file(folder: Path, *lines: tuple[tuple[int, int], int, str | None]) -> Path:
    """Write roads to the east of a place: the place, how many metres, and the municipality."""
    features = [
        {
            "type": "Feature",
            "properties": {"KOMMUNEKODE": code},
            "geometry": {"type": "LineString", "coordinates": [[x, y], [x + metres, y]]},
        }
        for (x, y), metres, code in lines
    ]
    file = folder / "vejmidte.geojson"
    content = {"type": "FeatureCollection", "features": features}
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def take_roads(shelf: Shelf, folder: Path, *lines: tuple[tuple[int, int], int, str | None]) -> None:
    """Take in such roads."""
    from taskforce.collect.roads import RoadChoices, collect_roads

    collect_roads(shelf, roads_file(folder, *lines), RoadChoices(as_of=DAY))


def _addresses() -> Iterator[Address]:
    for number, (place, offers, code) in enumerate(HOMES):
        east, north = place or (None, None)
        yield Address(
            uuid_of(number),
            offers,
            municipality=code,
            easting_m=None if east is None else float(east),
            northing_m=None if north is None else float(north),
        )
