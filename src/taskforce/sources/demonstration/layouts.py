"""The official file layouts, column by column, filled with what the demonstration made up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.addresses import Register
from taskforce.sources.demonstration.networks import Speeds, Survey
from taskforce.vocabulary.coordinates import to_lonlat
from taskforce.vocabulary.technology import Technology

# A pyarrow array of text, or one text that stands in every row.
Column = Any
Columns = dict[str, Column]
Mask = NDArray[np.bool_]

# The newest layout of the Danish broadband mapping has one pair of columns per technology.
WIDE_TECHNOLOGIES = {
    "fasttraadloest": Technology.FIXED_WIRELESS,
    "fiber": Technology.FIBRE,
    "kabel_tv": Technology.CABLE,
    "xdsl": Technology.XDSL,
    "mobil": Technology.MOBILE,
}
CENT, KBPS_PER_MBPS = 100, 1_000


def wide_coverage(register: Register, survey: Survey, named: NDArray[np.str_]) -> Columns:
    """The layout of 2026: one row per address; text and numbers quoted, decimal comma.

    Parameters
    ----------
    register, survey
        One row per address; only the addresses that the survey lists are written.
    named
        The municipality name that stands in each row of the register.
    """
    mask = survey.listed
    columns: Columns = {
        '"adgadr_id"': _quoted(_text(register.identifier[mask])),
        '"vejnavn"': _quoted(_text(register.road_name[mask])),
        '"husnr"': _quoted(_house(register, mask)),
        '"postnr"': _text(register.postcode[mask]),
        '"kommunenavn"': _quoted(_text(named[mask])),
        '"etrs89koordinat_oest"': _quoted(_metres(register.easting_m[mask], ",")),
        '"etrs89koordinat_nord"': _quoted(_metres(register.northing_m[mask], ",")),
    }
    for name, technology in WIDE_TECHNOLOGIES.items():
        form = _decimals if technology is Technology.XDSL else _whole
        download, upload = _pair(survey.speeds[technology][mask], form)
        columns[f'"download_{name}"'] = _quoted(download)
        columns[f'"upload_{name}"'] = _quoted(upload)
    return columns


def older_coverage(
    register: Register, survey: Survey, named: NDArray[np.str_], technology: Technology
) -> Columns:
    """The layout of 2015 to 2022: one file per technology, no coordinates.

    The xDSL file lists every address that was asked about; the others only those with an offer.

    Parameters
    ----------
    register, survey, named
        As for `wide_coverage`.
    technology
        The technology of this file.
    """
    speeds = survey.speeds[technology]
    copper = technology is Technology.XDSL
    mask = survey.listed & (copper | (speeds[:, 0] > 0))
    download, upload = _pair(speeds[mask], _decimals if copper else _whole)
    code = _municipality_code(register, mask)
    road_code = pc.utf8_lpad(_text(register.road_code[mask]), 4, "0")
    return {
        "id": _text(register.identifier[mask]),
        "kvh": _joined(code, road_code, pc.utf8_lpad(_house(register, mask), 4, "_")),
        "kommunenavn": _text(named[mask]),
        "kommunekode": code,
        "postnr": _text(register.postcode[mask]),
        "vejnavn": _text(register.road_name[mask]),
        "vejkode": road_code,
        "husnr": _text(register.house_number[mask]),
        "bogstav": _text(register.letter[mask]),
        "download_tek_mbits": download,
        "upload_tek_mbits": upload,
        "download_udt_privat_mbits": download,
        "upload_udt_privat_mbits": upload,
        "download_udt_erhverv_mbits": download,
        "upload_udt_erhverv_mbits": upload,
    }


def address_register(register: Register, mask: Mask) -> Columns:
    """The layout of DAWA's access addresses, in the common selection of columns.

    Parameters
    ----------
    register
        One row per address.
    mask
        Which addresses exist on the day of the register.
    """
    longitude, latitude = to_lonlat(register.easting_m[mask], register.northing_m[mask])
    return {
        "id": _text(register.identifier[mask]),
        "status": "1",
        "vejkode": pc.utf8_lpad(_text(register.road_code[mask]), 4, "0"),
        "vejnavn": _text(register.road_name[mask]),
        "husnr": _house(register, mask),
        "supplerendebynavn": "",
        "postnr": _text(register.postcode[mask]),
        "postnrnavn": _text(register.postal_name[mask]),
        "kommunekode": _municipality_code(register, mask),
        "etrs89koordinat_øst": _metres(register.easting_m[mask], "."),
        "etrs89koordinat_nord": _metres(register.northing_m[mask], "."),
        "wgs84koordinat_bredde": _text(np.round(latitude, 8)),
        "wgs84koordinat_længde": _text(np.round(longitude, 8)),
        "nøjagtighed": "A",
        "tekniskstandard": "TD",
        "højde": "",
    }


def municipality_names(register: Register) -> NDArray[np.str_]:
    """Name the municipality of every address."""
    return np.array([place.name for place in facts.municipalities()])[register.municipality]


def _municipality_code(register: Register, mask: Mask) -> Column:
    codes = np.array([place.code for place in facts.municipalities()])
    return _text(codes[register.municipality[mask]])


def _house(register: Register, mask: Mask) -> Column:
    return _joined(_text(register.house_number[mask]), _text(register.letter[mask]))


def _text(values: NDArray[np.generic]) -> Column:
    return pc.cast(pa.array(values), pa.string())


def _joined(*columns: Column) -> Column:
    return pc.binary_join_element_wise(*columns, "")


def _quoted(column: Column) -> Column:
    """Put quotes around what is there; what is missing stays bare, as in the official file."""
    return _joined('"', column, '"')


def _metres(values: NDArray[np.float64], decimal: str) -> Column:
    whole, cents = np.divmod(np.rint(values * CENT).astype(np.int64), CENT)
    return _joined(_text(whole), decimal, pc.utf8_lpad(_text(cents), 2, "0"))


def _pair(speeds: Speeds, form: Callable[[NDArray[np.int32]], Column]) -> tuple[Column, Column]:
    offered = pa.array(speeds[:, 0] > 0)
    nothing = pa.scalar(None, pa.string())
    return (
        pc.if_else(offered, form(speeds[:, 0]), nothing),
        pc.if_else(offered, form(speeds[:, 1]), nothing),
    )


def _whole(kbps: NDArray[np.int32]) -> Column:
    return _text(kbps // KBPS_PER_MBPS)


def _decimals(kbps: NDArray[np.int32]) -> Column:
    """Write 50 Mbit/s as the xDSL columns do: 50,000."""
    whole, rest = np.divmod(kbps, KBPS_PER_MBPS)
    return _joined(_text(whole), ",", pc.utf8_lpad(_text(rest), 3, "0"))
