"""The overview of mobile need as files for everyone: a table of places, and the hexagons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from taskforce.prediction.terrain import TerrainMode
from taskforce.report.count import Count
from taskforce.report.features import Features
from taskforce.report.mobile.classes import measured_class, predicted_tier, reported_class
from taskforce.report.mobile.shown import ShownArea, ShownCell, ShownOverview
from taskforce.report.mobile.truths import Disagreement
from taskforce.report.shapes import cut_hexagons
from taskforce.report.sheets import Sheet
from taskforce.vocabulary.text import Text

METHOD = "mobile"
AREA_TITLE = Text("Mobildækning for hver kommune", "Mobile coverage by municipality")
CELL_TITLE = Text("Mobildækning for hver sekskant på kortet", "Mobile coverage by hexagon")


def area_sheet(shown: ShownOverview) -> Sheet:
    """The region and each municipality; `withheld` names the columns that are so.

    Parameters
    ----------
    shown
        Protected.
    """
    rows = [_area(one) | _basis(shown) for one in (shown.region, *shown.areas)]
    return _sheet("mobile_areas", AREA_TITLE, rows)


def cell_sheet(shown: ShownOverview, cells: Sequence[ShownCell]) -> Sheet:
    """Each hexagon, cut by municipality; see `area_sheet`."""
    rows = [_cell(one, shown) for one in cells]
    return _sheet("mobile_cells", CELL_TITLE, rows)


def cell_features(
    shown: ShownOverview, cells: Sequence[ShownCell], outlines: Mapping[str, Any]
) -> Features:
    """Draw the hexagons with what is told of each; what is not known or withheld is null.

    Parameters
    ----------
    shown, cells
        Protected.
    outlines
        By municipality, EPSG:25832.

    Returns
    -------
    Features
        In degrees. `reported` 0 none lack coverage, 1 under 10 %, 2 under half, 3 more;
        `measured` 0 strong, 1 enough, 2 weak, 3 very weak; `predicted` is a tier;
        `disagreement` "agree" or a kind of disagreement.
    """
    rows = [_cell(one, shown) for one in cells]
    shapes = cut_hexagons([(one.municipality, one.cell) for one in cells], outlines)
    names = list(rows[0]) if rows else []
    return Features(shapes, {name: [row[name] for row in rows] for name in names})


def told(shown: ShownOverview) -> dict[str, str]:
    """What a file says about itself: title, publishers, days, terrain and certainty."""
    return {
        "title": "Mobildækning: oplyst, målt og beregnet",
        "title_en": "Mobile coverage: reported, measured and predicted",
        "made_at": shown.made_at.isoformat(),
        "service": shown.service.value,
        "threshold_dbm": f"{shown.threshold_dbm:g}",
        "reported_mbps": shown.reported_mbps,
        "terrain": shown.terrain,
        "terrain_label": TerrainMode(shown.terrain).label.da,
        "source": "; ".join(f"{i.kind}: {i.publisher}, {i.as_of}" for i in shown.inputs),
        "demonstration": str(shown.demonstration).lower(),
    }


def _sheet(subject: str, title: Text, rows: Sequence[dict[str, Any]]) -> Sheet:
    columns = tuple(rows[0]) if rows else ()
    return Sheet(subject, title, METHOD, columns, tuple(tuple(row.values()) for row in rows))


def _area(one: ShownArea) -> dict[str, Any]:
    numbers = _reported(one) | _predicted(one) | {"differing": one.differing}
    kinds = {each.kind: each.addresses for each in one.differences}
    numbers |= {_name(kind): kinds.get(kind, Count.UNKNOWN) for kind in Disagreement}
    told = {"municipality": one.code, "municipality_name": one.name, "addresses": one.addresses}
    return told | _plain(numbers) | _measured(one)


def _cell(one: ShownCell, shown: ShownOverview) -> dict[str, Any]:
    tier = predicted_tier(one.predicted)
    return {
        "hex": one.cell,
        "municipality": one.municipality,
        "addresses": one.addresses,
        "reported": reported_class(one.reported),
        "measured": measured_class(one, shown.threshold_dbm),
        "predicted": tier.value if tier else None,
        "disagreement": one.main.value if one.main else ("agree" if one.agrees else None),
        **_plain(_reported(one) | _predicted(one)),
        "measurements": one.measurements,
        "median_dbm": one.median_dbm,
        "measured_from": _day(one.oldest),
        "measured_until": _day(one.newest),
        "terrain": shown.terrain,
    }


def _reported(one: ShownArea | ShownCell) -> dict[str, Count]:
    told = one.reported
    return {
        "reported_lacking": told.lacking if told else Count.UNKNOWN,
        "reported_known": Count(told.known) if told else Count.UNKNOWN,
    }


def _predicted(one: ShownArea | ShownCell) -> dict[str, Count]:
    told = one.predicted
    names = ("likely", "uncertain", "unlikely")
    return {f"predicted_{n}": getattr(told, n) if told else Count.UNKNOWN for n in names}


def _measured(one: ShownArea) -> dict[str, Any]:
    told = one.measured
    return {
        "measured_hexagons": told.cells if told else None,
        "measured_weak_hexagons": told.weak_cells if told else None,
        "measured_too_few": told.too_few if told else None,
        "measurements": told.measurements if told else None,
        "median_dbm": told.median_dbm if told else None,
        "measured_from": _day(told.oldest) if told else None,
        "measured_until": _day(told.newest) if told else None,
    }


def _plain(numbers: Mapping[str, Count]) -> dict[str, Any]:
    withheld = " ".join(name for name, count in numbers.items() if count.withheld)
    return {name: count.value for name, count in numbers.items()} | {"withheld": withheld}


def _basis(shown: ShownOverview) -> dict[str, Any]:
    days = {one.kind: one.as_of for one in shown.inputs}
    return {
        "service": shown.service.value,
        "threshold_dbm": shown.threshold_dbm,
        "reported_as_of": days.get("coverage"),
        "masts_as_of": days.get("masts"),
        "terrain": shown.terrain,
    }


def _name(kind: Disagreement) -> str:
    return kind.value.replace("-", "_")


def _day(one: date | None) -> str | None:
    return one.isoformat() if one else None
