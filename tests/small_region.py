"""A region small enough to know by heart, taken in and published by the road of real data.

On the newest day Sorø has 40 homes with fibre on Søndergade and six without on Skovvej, one white
spot; one more home, Tavshedsvej 1, no operator has told of. Lolland has 30 with fibre and two
without, few enough to be withheld, and Slagelse has four of ten, withheld so that nobody can find
Lolland's by subtraction. Næstved has 12 of 30 without. Køge has 30 with fibre, one of them 8H.
Three years before, nobody on Søndergade had anything fast.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from tests.makers import uuid_of
from tests.official import official, row, written

THEN, NOW = date(2023, 6, 30), date(2026, 6, 30)
SLOW = {"download_fiber": "", "upload_fiber": "", "download_xdsl": "20", "upload_xdsl": "2"}
SLOW |= {"download_mobil": "300", "upload_mobil": "50"}

SERVED_ID, NEEDY_ID, UNTOLD_ID = uuid_of(1), uuid_of(101), uuid_of(901)
_PLACES = {
    "0340": ("Sorø", 655_000, 6_145_000),
    "0360": ("Lolland", 640_000, 6_080_000),
    "0259": ("Køge", 697_000, 6_150_000),
    "0370": ("Næstved", 675_000, 6_123_000),
    "0330": ("Slagelse", 630_000, 6_141_000),
}


def publish_small_region(folder: Path) -> Path:
    """Write the files, collect them, build the bundle; returns the shelf."""
    from taskforce.collect.boundaries import collect_boundaries
    from taskforce.collect.coverage import Choices, collect_coverage
    from taskforce.collect.register import collect_addresses
    from taskforce.report.build import build
    from taskforce.snapshot.shelf import Shelf

    shelf = Shelf(folder / "shelf")
    boundaries = written(folder, _boundaries(), "kommuner.geojson")
    register = written(folder, _register(), "adgangsadresser.csv")
    collect_boundaries(shelf, boundaries, Choices(as_of=THEN))
    collect_addresses(shelf, [register], Choices(as_of=THEN))
    for day, content in ((THEN, _coverage(then=True)), (NOW, _coverage(then=False))):
        file = written(folder, official(content), f"BBK{day:%y}_udbudt.csv")
        collect_coverage(shelf, [file], Choices(as_of=day))
    build(shelf)
    return shelf.root


def _coverage(*, then: bool) -> list[dict[str, str]]:
    before = SLOW if then else {}
    soroe = [row(n, **before) for n in range(1, 41)]
    needy = [
        row(100 + n, vejnavn="Skovvej", husnr=str(n), **_at("0340", n), **SLOW) for n in range(1, 7)
    ]
    lolland = [row(200 + n, **_home("0360", "Åvej", "4900", n)) for n in range(1, 31)]
    few = [row(300 + n, **_home("0360", "Byvej", "4900", n), **SLOW) for n in (1, 2)]
    koege = [row(400 + n, **_home("0259", "H.C. Andersens Vej", "4600", n)) for n in range(1, 30)]
    lettered = [row(450, **(_home("0259", "H.C. Andersens Vej", "4600", 8) | {"husnr": "8H"}))]
    rest = [
        *_mixed("0370", "Ringvej", "4700", 500, 30, 12),
        *_mixed("0330", "Ågade", "4200", 600, 10, 4),
    ]
    return [*soroe, *needy, *lolland, *few, *koege, *lettered, *rest]


def _mixed(
    code: str, road: str, postcode: str, first: int, homes: int, without: int
) -> list[dict[str, str]]:
    return [
        row(first + n, **_home(code, road, postcode, n), **(SLOW if n <= without else {}))
        for n in range(1, homes + 1)
    ]


def _home(code: str, road: str, postcode: str, number: int) -> dict[str, str]:
    name = _PLACES[code][0]
    home = {"vejnavn": road, "husnr": str(number), "postnr": postcode, "kommunenavn": name}
    return home | _at(code, number)


def _at(code: str, number: int) -> dict[str, str]:
    _, east, north = _PLACES[code]
    return {
        "etrs89koordinat_oest": f"{east + 15 * number},25",
        "etrs89koordinat_nord": f"{north + 700},50",
    }


def _register() -> str:
    """The address that exists although no operator tells of it."""
    cells = {
        "id": UNTOLD_ID,
        "status": "1",
        "vejkode": "0001",
        "vejnavn": "Tavshedsvej",
        "husnr": "1",
        "supplerendebynavn": "",
        "postnr": "4180",
        "postnrnavn": "Sorø",
        "kommunekode": "0340",
        "etrs89koordinat_øst": "655300.5",
        "etrs89koordinat_nord": "6145300.5",
        "wgs84koordinat_bredde": "55.43",
        "wgs84koordinat_længde": "11.45",
        "nøjagtighed": "A",
        "tekniskstandard": "TD",
        "højde": "",
    }
    return f"{','.join(cells)}\n{','.join(cells.values())}\n"


def _boundaries() -> str:
    from taskforce.vocabulary.coordinates import to_lonlat

    features = []
    for code, (name, east, north) in _PLACES.items():
        corners = [(-9, -9), (9, -9), (9, 9), (-9, 9), (-9, -9)]
        xs, ys = zip(*((east + 1000 * x, north + 1000 * y) for x, y in corners), strict=True)
        ring = [[float(lon), float(lat)] for lon, lat in zip(*to_lonlat(xs, ys), strict=True)]
        features.append(
            {
                "type": "Feature",
                "properties": {"kode": code, "navn": name, "regionskode": "1085"},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    return json.dumps({"type": "FeatureCollection", "features": features})
