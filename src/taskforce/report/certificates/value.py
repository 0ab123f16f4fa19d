"""Finds the value of a figure in the frozen figures of an edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from taskforce.report.certificates import key as keys
from taskforce.report.certificates.key import Key
from taskforce.report.certificates.record import Record, Row, found_in
from taskforce.report.figures import NOW, THEN
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.vocabulary.use import Use

WITHHELD = "withheld"
_USES = {use.value for use in Use}


@dataclass(frozen=True, slots=True)
class Value:
    """A number, or that it is withheld, or (neither) that it is unknown.

    `unit` is "addresses", "share" (0 to 1), "per_km2" (addresses), "spots", "metres"
    or "percent".
    """

    number: float | None
    withheld: bool
    unit: str
    origin: Row


def value_of(record: Record, key: Key) -> Value:
    """Find the value of a figure.

    Parameters
    ----------
    record
        The edition.
    key
        The name of the figure.

    Returns
    -------
    Value
        As it was published: a withheld number stays withheld.

    Raises
    ------
    NotOnShelf
        The edition has no such figure.
    """
    finders: dict[str, Callable[[Record, Key], Value]] = {
        keys.SERVED: _served,
        keys.CHANGE: _change,
        keys.DENSITY: _density,
        keys.DIFFERENCE: _difference,
        keys.GROWTH: _growth,
        keys.OFFICIAL: _official,
        keys.SPOTS: _spots,
        keys.SPOT: _spot,
        keys.NEAREST: _nearest,
        keys.SCATTERED: _scattered,
    }
    return finders.get(key.sort, _need)(record, key)


def need_row(record: Record, key: Key) -> Row:
    """The row that a figure of need stands in: of an area, of a use in it, or of a postcode.

    Parameters
    ----------
    record, key
        See `value_of`.

    Raises
    ------
    NotOnShelf
        The edition has no such row.
    """
    table = record.need(key.threshold, key.counting, key.when)
    if not key.part:
        return record.area(table, key.area)
    if key.part in _USES:
        uses = record.area(table, key.area).get("uses", [])
        return found_in(uses, "use", key.part, edition=record.edition)
    postcodes = [one for one in table["postcodes"] if one["municipality"] == key.area]
    wanted = "" if key.part == keys.NO_POSTCODE else key.part
    return found_in(postcodes, "postcode", wanted, edition=record.edition)


def counted(number: Any, unit: str, origin: Row) -> Value:
    """A value as JSON holds it: a number, "withheld", or null for unknown."""
    return Value(None if number == WITHHELD else number, number == WITHHELD, unit, origin)


def _need(record: Record, key: Key) -> Value:
    row = need_row(record, key)
    origin = record.need(key.threshold, key.counting, key.when)["origin"]
    if key.kind in (keys.ADDRESSES, keys.BELOW, keys.UNKNOWN):
        return counted(row.get(key.kind), "addresses", origin)
    share, withheld = row.get("share_below"), row.get("below") == WITHHELD
    if share is None:
        return Value(None, withheld, "share", origin)
    number = 1 - share if key.kind == keys.SHARE_ABOVE else share
    return Value(number, False, "share", origin)


def _density(record: Record, key: Key) -> Value:
    table = record.need(key.threshold, key.counting, key.when)
    below = record.area(table, key.area).get("below")
    place: Row = next((one for one in record.content["areas"] if one["code"] == key.area), {})
    area_km2 = place.get("area_km2")
    if below == WITHHELD or below is None or not area_km2:
        return Value(None, below == WITHHELD, "per_km2", table["origin"])
    return Value(below / area_km2, False, "per_km2", table["origin"])


def _served(record: Record, key: Key) -> Value:
    table = record.need(key.threshold, key.counting, key.when)
    rows = record.area(table, key.area).get("technologies", [])
    row = found_in(rows, "technology", key.detail, edition=record.edition)
    return counted(row["served"], "addresses", table["origin"])


def _change(record: Record, key: Key) -> Value:
    table = record.change(key.threshold, key.counting)
    row, flow = record.area(table, key.area), key.detail
    if flow in ("code", "name") or flow not in table["region"]:
        raise NotOnShelf(f'The edition {record.edition} tells nothing of "{flow}".')
    return counted(row.get(flow), "addresses", table["origin"])


def _difference(record: Record, key: Key) -> Value:
    now, then = (record.need(key.threshold, key.counting, when) for when in (NOW, THEN))
    after, before = (record.area(one, key.area).get("below") for one in (now, then))
    if WITHHELD in (after, before):
        return Value(None, True, "addresses", now["origin"])
    number = after - before if after is not None and before is not None else None
    return Value(number, False, "addresses", now["origin"])


def _growth(record: Record, key: Key) -> Value:
    table = record.table("growth")
    slug, _, year = key.detail.rpartition("-")
    scenario = found_in(table["scenarios"], "slug", slug, edition=record.edition)
    step = found_in(scenario["years"], "year", year, edition=record.edition)
    return counted(record.area(step, key.area).get("below"), "addresses", table["origin"])


def _official(record: Record, key: Key) -> Value:
    for fact in record.content["reference"]:
        if (fact["subject"], fact["area"], fact["as_of"]) == (key.detail, key.area, key.when):
            return Value(fact["value"], False, fact["unit"], fact["origin"])
    raise NotOnShelf(f"The edition {record.edition} quotes no such figure.")


def _spots(record: Record, key: Key) -> Value:
    table = record.spots(key.threshold)
    spots = [one for one in table["spots"] if key.area in (one["municipality"], record.region)]
    return Value(len(spots), False, "spots", table["origin"])


def _spot(record: Record, key: Key) -> Value:
    return counted(_spot_row(record, key)["addresses"], "addresses", _origin_of_spots(record, key))


def _nearest(record: Record, key: Key) -> Value:
    metres = _spot_row(record, key)["nearest_served_m"]
    return counted(metres, "metres", _origin_of_spots(record, key))


def _spot_row(record: Record, key: Key) -> Row:
    spots = record.spots(key.threshold)["spots"]
    return found_in(spots, "id", f"{key.area}-{key.part}", edition=record.edition)


def _origin_of_spots(record: Record, key: Key) -> Row:
    origin: Row = record.spots(key.threshold)["origin"]
    return origin


def _scattered(record: Record, key: Key) -> Value:
    table = record.spots(key.threshold)
    row = next((one for one in table["scattered"] if one["municipality"] == key.area), None)
    return counted(row["addresses"] if row else 0, "addresses", table["origin"])
