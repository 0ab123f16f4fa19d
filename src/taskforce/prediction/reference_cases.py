"""Reads the cases that others have worked out by the Recommendations, to compare with."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

import numpy as np

from taskforce.prediction.p1812.path import Link, Path
from taskforce.prediction.p2109 import Building
from taskforce.vocabulary.errors import Refused

_EARTH_KM = 6371.0
_HEAD = {
    "tx_latitude": "Tx LAT",
    "tx_longitude": "Tx LON",
    "rx_latitude": "Rx LAT",
    "rx_longitude": "Rx LON",
    "delta_n": "Average annual values dN",
    "n0": "Average annual sea-level surface refractivity",
}
# Where a row of measurements holds what; the target is the basic transmission loss.
_MHZ, _TX, _RX, _POLARISATION, _PERCENT, _TARGET = 0, 1, 3, 4, 14, 17


@dataclass(frozen=True, slots=True)
class Case:
    """One path with its loss as the reference has it."""

    file: File
    row: int
    path: Path
    link: Link
    expected_db: float


@dataclass(frozen=True, slots=True)
class EntryCase:
    """One house with its loss as the reference has it."""

    file: File
    row: int
    frequency_ghz: float
    probability_percent: float
    building: Building
    elevation_deg: float
    expected_db: float


@dataclass(slots=True)
class _Sheet:
    """What a profile file says, while it is read."""

    head: dict[str, float] = field(default_factory=dict)
    points: list[list[float]] = field(default_factory=list)
    wanted: int | None = None
    cases: list[tuple[int, list[str]]] = field(default_factory=list)


def profile_cases(file: File) -> Iterator[Case]:
    """Read one of the ITU's validation profiles: a path, and several links along it.

    Parameters
    ----------
    file
        CSV with section marks, as the reference program has them.

    Yields
    ------
    Case
        One for each row of the section "Measurements".

    Raises
    ------
    Refused
        Names file and row where something is missing or no number.
    """
    sheet = _read_sheet(file)
    missing = [name for key, name in _HEAD.items() if key not in sheet.head]
    if missing or not sheet.cases:
        what = (
            f'"{missing[0]}"' if missing else 'a row between "{Begin of Measurements}" and its end'
        )
        raise Refused(f"The profile lacks {what}.", file=file)
    if sheet.wanted is not None and sheet.wanted != len(sheet.points):
        raise Refused(
            f"The profile has {len(sheet.points)} points and announces {sheet.wanted}.", file=file
        )
    distance, ground, _, cover, zone = np.array(sheet.points).reshape(-1, 5).T
    with _placed(file):
        path = Path(distance.copy(), ground.copy(), cover.copy(), zone.astype(np.int64))
    for row, cells in sheet.cases:
        with _placed(file, row):
            link = _link_of(cells, sheet.head, path, (file, row))
        yield Case(file, row, path, link, _number(cells, _TARGET, file, row))


def _link_of(cells: list[str], head: dict[str, float], path: Path, place: tuple[File, int]) -> Link:
    def value(position: int) -> float:
        return _number(cells, position, *place)

    ends = [head[name] for name in ("tx_latitude", "tx_longitude", "rx_latitude", "rx_longitude")]
    return Link(
        value(_MHZ) / 1000.0,
        value(_TX),
        value(_RX),
        value(_PERCENT),
        int(value(_POLARISATION)),
        head["delta_n"],
        head["n0"],
        middle_latitude=_middle_latitude(ends, float(path.distance_km[-1])),
    )


def _read_sheet(file: File) -> _Sheet:
    sheet, section = _Sheet(), ""
    for row, cells in _rows(file):
        first = cells[0].strip()
        if first.startswith("{"):
            section = first.removeprefix("{Begin of ").removesuffix("}") if "Begin" in first else ""
        elif section == "Profile" and first.startswith("Number of Points"):
            sheet.wanted = int(_number(cells, 1, file, row))
        elif section == "Profile" and first:
            sheet.points.append([_number(cells, column, file, row) for column in range(5)])
        elif section == "Measurements" and first:
            sheet.cases.append((row, cells))
        else:
            key = next((key for key, name in _HEAD.items() if first.startswith(name)), None)
            if key:
                sheet.head[key] = _number(cells, 1, file, row)
    return sheet


def _rows(file: File) -> Iterator[tuple[int, list[str]]]:
    text = file.read_text(encoding="latin-1")
    for row, cells in enumerate(csv.reader(text.splitlines()), start=1):
        yield row, cells or [""]


def cross_cases(file: File) -> Iterator[Case]:
    """Read cases at the parameters of masts: one JSON object a line.

    Parameters
    ----------
    file
        JSON lines.

    Yields
    ------
    Case
        One for each line.

    Raises
    ------
    Refused
        Names file and row where something is missing or no number.
    """
    for row, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if line.strip():
            with _placed(file, row):
                case = _cross_case(file, row, line)
            yield case


def _cross_case(file: File, row: int, line: str) -> Case:
    try:
        case: dict[str, Any] = json.loads(line)
        distance, ground, cover = (
            np.array(case[key], np.float64) for key in ("d_km", "h_m", "clutter_m")
        )
        path = Path(distance, ground, cover, np.array(case["zone"], np.int64))
        ends = [float(case[key]) for key in ("phi_t", "lam_t", "phi_r", "lam_r")]
        link = Link(
            frequency_ghz=float(case["f_ghz"]),
            tx_height_m=float(case["htg"]),
            rx_height_m=float(case["hrg"]),
            time_percent=float(case["p"]),
            polarisation=int(case["pol"]),
            delta_n=float(case["DN"]),
            n0=float(case["N0"]),
            tx_coast_km=float(case["dct"]),
            rx_coast_km=float(case["dcr"]),
            middle_latitude=_middle_latitude(ends, float(path.distance_km[-1])),
        )
        expected = float(case["Lb_db"])
    except KeyError as error:
        raise Refused(f"The case lacks {error}.") from error
    except Refused:
        raise
    except (TypeError, ValueError, AttributeError) as error:
        raise Refused(f"This is no case: {error}.") from error
    if not math.isfinite(expected):
        raise Refused("The expected loss is no number.")
    return Case(file, row, path, link, expected)


def entry_cases(file: File) -> Iterator[EntryCase]:
    """Read cases of building entry loss.

    Parameters
    ----------
    file
        CSV: GHz, probability, building (1 traditional, 2 efficient), elevation, loss.

    Yields
    ------
    EntryCase
        One for each row below the header.

    Raises
    ------
    Refused
        Names file and row where something is missing or no number.
    """
    buildings = {1.0: Building.TRADITIONAL, 2.0: Building.EFFICIENT}
    for row, cells in _rows(file):
        if row == 1 or not cells[0].strip():
            continue
        ghz, percent, kind, elevation, expected = (
            _number(cells, column, file, row) for column in range(5)
        )
        if kind not in buildings:
            raise Refused(f"Building type {kind:g}; it is 1 or 2.", file=file, row=row)
        yield EntryCase(file, row, ghz, percent, buildings[kind], elevation, expected)


def _number(cells: list[str], position: int, file: File, row: int) -> float:
    try:
        value = float(cells[position])
    except IndexError:
        raise Refused(f"Cell {position + 1} is missing.", file=file, row=row) from None
    except ValueError:
        raise Refused(f'"{cells[position]}" is no number.', file=file, row=row) from None
    if not math.isfinite(value):
        raise Refused(f'"{cells[position]}" is no number.', file=file, row=row)
    return value


@contextmanager
def _placed(file: File, row: int | None = None) -> Iterator[None]:
    """Add file and row to a refusal that knows neither."""
    try:
        yield
    except Refused as error:
        raise Refused(error.message, file=file, row=row) from error


def _middle_latitude(ends: list[float], distance_km: float) -> float:
    """The latitude after half of the profile's length, along the great circle."""
    tx, tx_east, rx, rx_east = (math.radians(each) for each in ends)
    across = math.cos(rx) * math.sin(rx_east - tx_east)
    along = math.cos(tx) * math.sin(rx) - math.sin(tx) * math.cos(rx) * math.cos(rx_east - tx_east)
    half = 0.5 * distance_km / _EARTH_KM
    north = math.cos(math.atan2(across, along))
    return math.degrees(
        math.asin(math.sin(tx) * math.cos(half) + math.cos(tx) * math.sin(half) * north)
    )
