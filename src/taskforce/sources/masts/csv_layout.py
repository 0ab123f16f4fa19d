"""Antennas as a table: the CSV that was drawn from the register, with degrees and an operator."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from taskforce.sources.masts import reasons
from taskforce.sources.masts.told import Opened, Row, Told, text_of
from taskforce.sources.raw_table import folded
from taskforce.vocabulary.errors import Refused

TABLE = "mastedatabasen table"

_DELIMITERS = (",", ";", "\t")
_NEEDED = ("latitude", "longitude", "technology")
_NAMES = {
    "longitude": ("lon", "longitude", "lng"),
    "latitude": ("lat", "latitude"),
    "id": ("mast_id", "masteid"),
    "station": ("station_name", "unik_station_navn"),
    "service": ("service", "tjenesteart"),
    "technology": ("technology", "teknologi"),
    "band": ("frequency_mhz", "frekvensbaand"),
    "operator": ("operator",),
    "in_use_since": ("start_date", "idriftsaettelsesdato"),
    "expected": ("expected_date", "forventet_idriftsaettelsesdato"),
    "radius": ("radius_i_meter", "radius_m"),
    "road": ("street_name", "vejnavn"),
    "house_number": ("house_number", "husnr"),
    "postcode": ("post_number", "postnr"),
    "municipality": ("commune_code", "kommunekode"),
}


def read_table(text: str, file: Path) -> Opened:
    """Read a CSV of antennas.

    Raises
    ------
    Refused
        It lacks the columns of a mast file, or holds no row.
    """
    lines = text.splitlines(keepends=True)
    delimiter = max(_DELIMITERS, key=lines[0].count) if lines else ","
    header = next(csv.reader(lines[:1], delimiter=delimiter), [])
    places = _positions(header)
    lacking = [name for name in _NEEDED if name not in places]
    if lacking:
        raise Refused(
            f"This is no file of the mast register: no column for {', '.join(lacking)} "
            f"(found: {', '.join(header)[:200]}).",
            remedy="Give antenner.json, the map's GeoJSON, or a CSV with lat, lon and technology.",
            file=file,
        )
    rows = tuple(_rows(lines, delimiter, header, places))
    if not rows:
        raise Refused(
            "The file holds no antenna: there is only a heading.",
            remedy="Fetch it again.",
            file=file,
        )
    return Opened(TABLE, rows)


def _positions(header: Sequence[str]) -> dict[str, int]:
    found = [folded(name) for name in header]
    return {
        fact: found.index(name)
        for fact, names in _NAMES.items()
        if (name := next((one for one in names if one in found), None)) is not None
    }


def _rows(
    lines: Sequence[str], delimiter: str, header: Sequence[str], places: dict[str, int]
) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter)
    next(reader)
    before, number = reader.line_num, 0
    x, y = (header[places[name]] for name in ("longitude", "latitude"))
    for cells in reader:
        line, raw = before + 1, "".join(lines[before : reader.line_num]).rstrip("\r\n")
        before = reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        if len(cells) != len(header):
            yield Row(line, number, raw, None, reasons.BROKEN)
            continue
        facts: dict[str, Any] = {
            fact: text_of(cells[position]) for fact, position in places.items()
        }
        told = Told(columns=(x, y, x, y), dated=False, **facts)
        yield Row(line, number, raw, told)
