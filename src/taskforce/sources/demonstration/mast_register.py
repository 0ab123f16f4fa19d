"""The made-up masts in the layout of the mast register's list of antennas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.mast_network import OPERATORS, Masts
from taskforce.vocabulary.coordinates import to_lonlat

MOBILE = {"id": "2", "navn": "Mobiltelefoni"}
OTHER = {"id": "1", "navn": "Andre"}
GSM, LTE, NR = (
    {"id": "39", "navn": "GSM"},
    {"id": "29", "navn": "LTE"},
    {"id": "42", "navn": "NR"},
)
EVERYWHERE = ((GSM, "900"), (LTE, "800"), (NR, "700"))
IN_TOWNS = ((LTE, "1800"), (LTE, "2100"), (NR, "3500"))
# Not for telephones: every so many masts carry one of these too.
RAILWAY, EVERY = {"id": "40", "navn": "GSM-R"}, 23

IN_USE_SINCE, EXPECTED, PLANNED_WITHIN_M = "2015-06-01", "2027-12-31", "300"


def write_masts(masts: Masts, file: Path) -> None:
    """Write the register: one element per antenna, a station for each operator.

    Parameters
    ----------
    masts
        Where they stand. The register's list names no operator; the invented station names do.
    file
        antenner.json.
    """
    text = json.dumps(list(_antennas(masts)), ensure_ascii=False, indent=0)
    file.write_text(text + "\n", encoding="utf-8")


def _antennas(masts: Masts) -> Iterator[dict[str, Any]]:
    nearest = _nearest_towns(masts)
    longitude, latitude = to_lonlat(masts.easting_m, masts.northing_m)
    towns = facts.anchors()
    for number in range(len(masts)):
        place = {
            "vejnavn": {"kode": "", "navn": ""},
            "husnr": "",
            "postnummer": {
                "nr": str(towns.postcode[nearest[number]]),
                "navn": str(towns.postal_name[nearest[number]]),
            },
            "kommune": {"kode": str(masts.municipality[number])},
            "etrs89koordinat": {
                "oest": f"{masts.easting_m[number]:.0f}",
                "nord": f"{masts.northing_m[number]:.0f}",
            },
            "wgs84koordinat": {
                "bredde": f"{latitude[number]:.6f}",
                "laengde": f"{longitude[number]:.6f}",
            },
        }
        planned = bool(masts.planned[number])
        place |= {
            "idriftsaettelsesdato": "" if planned else IN_USE_SINCE,
            "forventet_idriftsaettelsesdato": EXPECTED if planned else "",
            "radius_i_meter": PLANNED_WITHIN_M if planned else "-1",
        }
        for station, service, technology, band in _on_one(masts, number):
            yield place | {
                "tjenesteart": service,
                "teknologi": technology,
                "unik_station_navn": station,
                "frekvensbaand": band,
            }


def _on_one(masts: Masts, number: int) -> Iterator[tuple[str, dict[str, str], dict[str, str], str]]:
    bands = EVERYWHERE + (IN_TOWNS if masts.town[number] else ())
    for operator in np.flatnonzero(masts.carries[number]):
        station = f"{OPERATORS[operator]} {1_000 + number}"
        for technology, band in bands:
            yield station, MOBILE, technology, band
    if number % EVERY == 0:
        yield f"Demobane {number}", OTHER, RAILWAY, ""


def _nearest_towns(masts: Masts) -> np.ndarray:
    towns = facts.anchors()
    away = np.hypot(
        masts.easting_m[:, None] - towns.easting_m, masts.northing_m[:, None] - towns.northing_m
    )
    return away.argmin(axis=1)
