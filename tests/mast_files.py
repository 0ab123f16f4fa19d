"""Small files of the mast register, in the layouts that it is published in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from taskforce.vocabulary.coordinates import to_lonlat

# A place near Sorø, in Slagelse municipality.
EAST, NORTH = 655_000, 6_145_000

_COLUMNS = (
    *("id", "mast_id", "station_name", "lat", "lon", "start_date", "service", "technology"),
    *("frequency_mhz", "operator", "house_number", "street_name", "town", "street_code"),
    *("commune_code", "post_number"),
)


def degrees(east: int = EAST, north: int = NORTH) -> tuple[float, float]:
    """Longitude and latitude of a metre, with the six decimals of the register."""
    longitude, latitude = to_lonlat(np.array([float(east)]), np.array([float(north)]))
    return round(float(longitude[0]), 6), round(float(latitude[0]), 6)


def antenna(east: int = EAST, north: int = NORTH, **facts: Any) -> dict[str, Any]:
    """One antenna of the list: LTE 800 in use, on the metre that is told; all values are texts."""
    longitude, latitude = degrees(east, north)
    return {
        "vejnavn": {"kode": "0545", "navn": "Grøftevej"},
        "husnr": "16",
        "postnummer": {"nr": "4180", "navn": "Sorø"},
        "kommune": {"kode": "0330"},
        "idriftsaettelsesdato": "2012-12-31",
        "forventet_idriftsaettelsesdato": "",
        "etrs89koordinat": {"oest": str(east), "nord": str(north)},
        "wgs84koordinat": {"bredde": str(latitude), "laengde": str(longitude)},
        "tjenesteart": {"id": "2", "navn": "Mobiltelefoni"},
        "teknologi": {"id": "29", "navn": "LTE"},
        "unik_station_navn": "SO1",
        "radius_i_meter": "-1",
        "frekvensbaand": "800",
    } | facts


def sends(service: str, technology: str, band: str = "") -> dict[str, Any]:
    """What an antenna sends, by the ids of the register's code lists alone."""
    return {
        "tjenesteart": {"id": service, "navn": ""},
        "teknologi": {"id": technology, "navn": ""},
        "frekvensbaand": band,
    }


def planned(expected: str = "2027-03-01", radius: str = "-1") -> dict[str, Any]:
    """An antenna that is not in use yet."""
    return {
        "idriftsaettelsesdato": "",
        "forventet_idriftsaettelsesdato": expected,
        "radius_i_meter": radius,
    }


def metres(east: str, north: str) -> dict[str, Any]:
    """Coordinates in metres only."""
    return {
        "etrs89koordinat": {"oest": east, "nord": north},
        "wgs84koordinat": {"bredde": "", "laengde": ""},
    }


def as_list(antennas: Sequence[Any]) -> str:
    """antenner.json: one fact a line, as the register writes it."""
    return json.dumps(list(antennas), ensure_ascii=False, indent=0)


def feature(
    number: int, *, layer: str = "MasteIBrug", point: Sequence[float] = (EAST, NORTH), **facts: Any
) -> dict[str, Any]:
    """One antenna of the map, with its own number."""
    properties = {
        "MasteID": number,
        "Unik_Station_navn": "SO1",
        "Idriftsaettelsesdato": "2012-12-30T23:00:00Z",
        "Vejnavn": "Grøftevej",
        "Husnummer": "16",
        "Vejkode": "Ukendt",
        "Kommunekode": "Ukendt",
        "Postnr": 4180,
        "By": "Sorø",
        "TjenesteArtID": 2,
        "TeknologiID": 29,
        "Objekt_type": "Mast",
        "Radius_i_meter": -1,
        "UTM_E": EAST,
        "UTM_N": NORTH,
        "TjenesteArt_navn": "Mobiltelefoni",
        "Teknologi_navn": "LTE",
        "Frekvensbaand": "800",
    }
    return {
        "type": "Feature",
        "id": f"{layer}.{number}",
        "geometry": {"type": "Point", "coordinates": list(point)},
        "properties": properties | facts,
    }


def as_map(features: Sequence[Any], **more: Any) -> str:
    """The answer of the register's map: GeoJSON features, at most 500 to a page."""
    return json.dumps({"type": "FeatureCollection", **more, "features": list(features)})


def drawn(number: int = 1, east: int = EAST, north: int = NORTH, **cells: str) -> dict[str, str]:
    """One row of the CSV that is drawn from the register."""
    longitude, latitude = degrees(east, north)
    return {
        "id": str(number),
        "mast_id": str(3_871_795 + number),
        "station_name": "SO1",
        "lat": str(latitude),
        "lon": str(longitude),
        "start_date": "2012-12-30 23:00:00",
        "service": "Mobile telecoms",
        "technology": "LTE",
        "frequency_mhz": "800",
        "operator": "TDC",
        "house_number": "16",
        "street_name": "Grøftevej",
        "town": "Sorø",
        "street_code": "0545",
        "commune_code": "330",
        "post_number": "4180",
    } | cells


def as_csv(rows: Iterable[dict[str, str]], *, delimiter: str = ",") -> str:
    """The CSV; a cell that is told and no column of it becomes a column at the end."""
    rows = list(rows)
    columns = [
        *_COLUMNS,
        *dict.fromkeys(name for row in rows for name in row if name not in _COLUMNS),
    ]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def in_file(folder: Path, text: str, name: str = "antenner.json") -> Path:
    """Put a register into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(text.encode())
    return file
