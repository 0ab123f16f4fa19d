"""Reads a file of the mast register: which antennas it tells of, and which rows cannot be true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from taskforce.sources.masts import reasons
from taskforce.sources.masts.csv_layout import read_table
from taskforce.sources.masts.days import day_of
from taskforce.sources.masts.json_layouts import read_json
from taskforce.sources.masts.places import Fault, places_of
from taskforce.sources.masts.told import Opened, Row, Told
from taskforce.sources.masts.words import kind_of
from taskforce.sources.rejected import Rejected
from taskforce.sources.text_form import text_form
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.places import country_register
from taskforce.vocabulary.signal import Generation


@dataclass(frozen=True, slots=True)
class Antenna:
    """One antenna: where it is, what it sends, and whether it is in use yet.

    `easting_m` and `northing_m` are whole metres, EPSG:25832; `radius_m` is how far off that may
    be, None where it is exact. `municipality` is the register's own word.
    """

    easting_m: int
    northing_m: int
    radius_m: float | None
    planned: bool
    station: str
    service: str
    technology: str
    mobile: bool
    generation: Generation | None
    band_mhz: int | None
    operator: str | None
    in_use_since: date | None
    expected: date | None
    road: str | None
    house_number: str | None
    postcode: str | None
    municipality: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one file: `rows = len(antennas) + len(rejected)`.

    `remarks` counts what was taken in and yet is odd; `unknown` the technologies that the
    register's code list does not have, by word.
    """

    shown: str
    layout: str
    antennas: tuple[Antenna, ...]
    rejected: tuple[Rejected, ...]
    promised: int | None
    remarks: dict[str, int] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return len(self.antennas) + len(self.rejected)


NEUTRAL = "neutral"
NO_DAY = "no day"
NO_BAND = "no band"
ALIKE = "alike"


def read_masts(file: Path, *, day: date, known: set[object] | None = None) -> Reading:
    """Read a file of the mast register; its layout is recognised by what stands in it.

    Parameters
    ----------
    file
        The list of antennas (JSON), features of the register's map (GeoJSON), or a CSV with
        lat, lon and technology.
    day
        The day that the file speaks of; what comes into use later is planned.
    known
        The antennas of other files that are given together with this one; those of this file are
        added.

    Raises
    ------
    Refused
        The file cannot be read, is no mast file, or holds no antenna.
    """
    opened = _opened(file)
    told = [row.told for row in opened.rows if row.told]
    places = places_of(told)
    at = iter(
        zip(places.easting_m.tolist(), places.northing_m.tolist(), places.faults, strict=True)
    )
    judge = _Judge(file.name, day, known if known is not None else set())
    for row in opened.rows:
        if row.told is None:
            judge.reject(row, row.reason)
            continue
        easting, northing, fault = next(at)
        if fault:
            judge.reject(row, fault.reason, fault)
        else:
            judge.take(row, row.told, (easting, northing))
    return judge.reading(opened)


def _opened(file: Path) -> Opened:
    form = text_form(file)
    try:
        text = file.read_text(encoding=form.encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Refused(
            f"The text cannot be read as {form.encoding} (byte {error.start:,}).",
            remedy="Save it as UTF-8.",
            file=file,
        ) from error
    start = text.lstrip()[:1]
    if start == "<":
        raise Refused(
            "This is a web page or XML, no JSON.",
            remedy="Ask the register for antenner.json; taskforce refresh masts does so.",
            file=file,
        )
    return read_json(text, file) if start in ("[", "{") else read_table(text, file)


class _Judge:
    """Takes the rows of one file one by one, and keeps count."""

    def __init__(self, shown: str, day: date, elsewhere: set[object]) -> None:
        self.shown, self.day, self.elsewhere = shown, day, elsewhere
        self.antennas: list[Antenna] = []
        self.rejected: list[Rejected] = []
        self.remarks: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()
        self.ids: set[str] = set()
        self.here: set[object] = set()

    def reject(self, row: Row, reason: str, fault: Fault | None = None, *, more: str = "") -> None:
        column = row.told.columns[fault.column] if row.told and fault else None
        value = _values(row.told)[fault.column] if row.told and fault else None
        detail = "; ".join(filter(None, (f"row {row.number}", fault.detail if fault else more)))
        self.rejected.append(
            Rejected(self.shown, row.line, column, value, reason, detail, row.text)
        )

    def take(self, row: Row, told: Told, place: tuple[int, int]) -> None:
        if _radius(told.radius) is None and told.radius:
            self.reject(row, reasons.NO_NUMBER, more=f'radius "{told.radius}"')
            return
        antenna = self._antenna(told, place)
        if antenna in self.elsewhere or told.id in self.ids:
            self.reject(row, reasons.DUPLICATE)
            return
        # Without an id, two rows alike may be two owners' antennas: the register names none.
        self.remarks[ALIKE] += antenna in self.here
        self.here.add(antenna)
        if told.id:
            self.ids.add(told.id)
        self._remark(told, antenna)
        self.antennas.append(antenna)

    def _antenna(self, told: Told, place: tuple[int, int]) -> Antenna:
        kind, radius = kind_of(told), _radius(told.radius)
        since, expected = day_of(told.in_use_since), day_of(told.expected)
        if since and since > self.day:
            since, expected = None, expected or since
        undated = told.dated and not told.in_use_since
        exact = radius is None or radius <= 0
        return Antenna(
            *place,
            radius_m=None if exact else radius,
            planned=told.future or (since is None and (undated or expected is not None)),
            station=told.station,
            service=kind.service,
            technology=kind.technology,
            mobile=kind.mobile,
            generation=kind.generation,
            band_mhz=_band(told.band),
            operator=told.operator or None,
            in_use_since=since,
            expected=expected,
            road=told.road or None,
            house_number=told.house_number or None,
            postcode=told.postcode or None,
            municipality=_municipality(told.municipality),
        )

    def _remark(self, told: Told, antenna: Antenna) -> None:
        kind = kind_of(told)
        self.unknown[kind.technology] += not kind.known
        self.remarks[NEUTRAL] += kind.neutral
        self.remarks[NO_BAND] += bool(told.band) and antenna.band_mhz is None
        days = (told.in_use_since, told.expected)
        self.remarks[NO_DAY] += any(text and day_of(text) is None for text in days)

    def reading(self, opened: Opened) -> Reading:
        self.elsewhere |= self.here
        return Reading(
            self.shown,
            opened.layout,
            tuple(self.antennas),
            tuple(self.rejected),
            opened.promised,
            dict(+self.remarks),
            dict(+self.unknown),
        )


def _values(told: Told) -> Sequence[str]:
    return (told.easting, told.northing, told.longitude, told.latitude)


def _radius(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _band(text: str) -> int | None:
    try:
        found = float(text.replace(",", "."))
        return round(found) if 1 <= found < 1_000_000 else None
    except ValueError:
        return None


def _municipality(text: str) -> str | None:
    """The code with its four digits; None where there is no such municipality."""
    register = country_register("dk")
    code = text.zfill(4)
    return code if text and register and code in register.by_code else None
