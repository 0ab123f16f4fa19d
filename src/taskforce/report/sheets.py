"""The tables that everyone may download, as rows: the same numbers as on the pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from taskforce.report.cells import Cell
from taskforce.report.count import Count
from taskforce.report.counting import ADDRESSES
from taskforce.report.day import NO_PLACE
from taskforce.report.figures import ChangeTable, NeedTable, WhiteSpotTable
from taskforce.report.need_table import Shown
from taskforce.vocabulary.text import Text

# A share is shown to the millionth; a country has fewer addresses than that needs.
SHARE_DECIMALS = 6

_FLOWS = (
    *("below_then", "below_now", "still", "gained", "lost", "newly_known"),
    *("no_longer_known", "new", "gone"),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table to download: its subject names the file, `method` its page in docs/figures."""

    subject: str
    title: Text
    method: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def municipality_sheet(tables: Iterable[NeedTable]) -> Sheet:
    """The need of each municipality, split by use; `use` "all" is the whole.

    Parameters
    ----------
    tables
        One per threshold, way of counting and day.
    """
    rows = [
        (*_asked(table), area.code, area.name, use, *_numbers(part))
        for table in tables
        for area in table.areas
        for use, part in [("all", area), *((part.use.value, part) for part in area.uses)]
    ]
    title = Text("Behov for hver kommune", "Need by municipality")
    columns = (*_ASKED, "municipality", "municipality_name", "use", *_NUMBERS)
    return Sheet("need_municipalities", title, "need", columns, tuple(rows))


def postcode_sheet(tables: Iterable[NeedTable]) -> Sheet:
    """The need of each postcode, cut at the borders of the municipalities.

    Parameters
    ----------
    tables
        One per threshold, way of counting and day.
    """
    rows = [
        (*_asked(table), part.municipality, part.postcode, *_numbers(part))
        for table in tables
        for part in table.postcodes
    ]
    title = Text("Behov for hvert postnummer", "Need by postcode")
    columns = (*_ASKED, "municipality", "postcode", *_NUMBERS)
    return Sheet("need_postcodes", title, "need", columns, tuple(rows))


def hex_sheet(shown: Sequence[Shown]) -> Sheet:
    """The need of each hexagon of the map, cut at the borders of the municipalities.

    Parameters
    ----------
    shown
        One per threshold and day, fixed technologies.
    """
    rows = []
    for one in shown:
        asked = (one.threshold.label, one.counting.value, one.day.when, _day(one))
        for (code, hexagon), tally in sorted(one.day.hexes.items()):
            if hexagon != NO_PLACE:
                numbers = one.numbers(tally, Cell("hex", one.day.when, code, hexagon))
                rows.append((*asked, code, hexagon, *_numbers(numbers)))
    title = Text("Behov for hver sekskant på kortet", "Need by hexagon of the map")
    columns = (*_ASKED, "municipality", "hex", *_NUMBERS)
    return Sheet("need_hexes", title, "need", columns, tuple(rows))


def change_sheet(tables: Iterable[ChangeTable]) -> Sheet:
    """What became of the need of each municipality.

    Parameters
    ----------
    tables
        One per threshold and way of counting.
    """
    rows = [
        (
            *(table.threshold, table.counting.value),
            *(table.origin_then.as_of.isoformat(), table.origin.as_of.isoformat()),
            *(area.code, area.name),
            *(getattr(area, flow).value for flow in _FLOWS),
            *(area.addresses_new, area.addresses_gone),
        )
        for table in tables
        for area in table.areas
    ]
    title = Text("Ændring siden forrige opgørelse", "Change since the snapshot before")
    columns = (
        *("threshold", "counting", "as_of_then", "as_of", "municipality", "municipality_name"),
        *(*_FLOWS, "addresses_new", "addresses_gone"),
    )
    return Sheet("change", title, "change", columns, tuple(rows))


def white_spot_sheet(tables: Iterable[WhiteSpotTable]) -> Sheet:
    """The white spots of three addresses or more.

    Parameters
    ----------
    tables
        One per threshold.
    """
    rows = [
        (
            *(table.threshold, table.origin.as_of.isoformat(), spot.municipality, spot.id),
            *(spot.addresses.value, spot.addresses.withheld),
            *(spot.longitude, spot.latitude, spot.area_km2, spot.nearest_served_m),
            spot.nearest_served_technology and spot.nearest_served_technology.value,
            " ".join(technology.value for technology in spot.offered_today),
        )
        for table in tables
        for spot in table.spots
    ]
    columns = (
        *("threshold", "as_of", "municipality", "id", "addresses", "withheld"),
        *("longitude", "latitude", "area_km2", "nearest_served_m"),
        *("nearest_served_technology", "offered_today"),
    )
    title = Text("Hvide pletter", "White spots")
    return Sheet("white_spots", title, "white-spots", columns, tuple(rows))


_ASKED = ("threshold", "counting", "when", "as_of")
_NUMBERS = (ADDRESSES, "below", "withheld", "unknown", "share_below")


def _asked(table: NeedTable) -> tuple[str, str, str, str]:
    as_of = table.origin.as_of.isoformat()
    return table.threshold, table.counting.value, table.when, as_of


def _day(shown: Shown) -> str:
    return shown.day.snapshot.manifest.as_of.isoformat()


def _numbers(part: Any) -> tuple[Any, ...]:
    below: Count = part.below
    share = None if part.share_below is None else round(part.share_below, SHARE_DECIMALS)
    return part.addresses.value, below.value, below.withheld, part.unknown.value, share


def records(sheet: Sheet) -> list[Mapping[str, Any]]:
    """The rows with the names of their columns."""
    return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
