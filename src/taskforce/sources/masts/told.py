"""One row of the mast register, as it stands there: texts, whatever the layout."""

from __future__ import annotations

from dataclasses import dataclass

# What the register writes for a thing that it does not know.
_NOTHING = frozenset({"", "ukendt", "null", "none", "n/a", "-"})


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of one antenna as texts; empty where nothing is told.

    `id` is the register's own number, where the layout has one; `dated` says whether the layout
    gives every antenna in use its day, so that one without is planned; `future` that the row
    stands in the list of plans.
    `columns` names the places in the file that the easting, northing, longitude and latitude
    were read from.
    """

    columns: tuple[str, str, str, str]
    easting: str = ""
    northing: str = ""
    longitude: str = ""
    latitude: str = ""
    id: str = ""
    station: str = ""
    service_id: str = ""
    service: str = ""
    technology_id: str = ""
    technology: str = ""
    band: str = ""
    operator: str = ""
    in_use_since: str = ""
    expected: str = ""
    radius: str = ""
    road: str = ""
    house_number: str = ""
    postcode: str = ""
    municipality: str = ""
    dated: bool = True
    future: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its place in the file; `told` is None where it is no antenna at all."""

    line: int
    number: int
    text: str
    told: Told | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The rows of one file; `layout` names how they were read.

    `promised` is the number of rows that the server had, where the file tells it.
    """

    layout: str
    rows: tuple[Row, ...]
    promised: int | None = None


def text_of(value: object) -> str:
    """A value as text without blanks around it; empty where it stands for nothing."""
    if value is None or isinstance(value, bool | dict | list):
        return ""
    text = str(value).strip()
    return "" if text.lower() in _NOTHING else text
