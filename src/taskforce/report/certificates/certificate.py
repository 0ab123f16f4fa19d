"""The certificate of a figure: everything that a reader needs to trust it, and to quote it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from taskforce.report.certificates import key as keys
from taskforce.report.certificates.command import command_for
from taskforce.report.certificates.key import Key
from taskforce.report.certificates.record import Record, Row, found_in
from taskforce.report.certificates.rows import Part, rows_behind
from taskforce.report.certificates.value import Value, value_of
from taskforce.report.codec import revived
from taskforce.report.figures import THEN
from taskforce.report.origin import Origin
from taskforce.vocabulary.text import Text

_FILES = {
    keys.CHANGE: "change.csv",
    keys.DIFFERENCE: "change.csv",
    keys.SPOTS: "white_spots.csv",
    keys.SPOT: "white_spots.csv",
    keys.NEAREST: "white_spots.csv",
}
# Which page in docs/figures tells how a figure is made.
_METHODS = {keys.DIFFERENCE: "change", keys.SCATTERED: "white-spots"}


@dataclass(frozen=True, slots=True)
class Certificate:
    """A published figure with all that belongs to it.

    `rows` are the parts that it is made of, as they were published; `file` is the open-data
    file of the edition that holds it; `command` counts it again; `as_of_then` is the earlier day
    of a figure that compares two; `title` what others call theirs, or the name of a scenario, and
    `needed` the speed that it asks for, such as "147/44".
    """

    edition: str
    key: Key
    area: str
    is_region: bool
    value: Value
    origin: Origin
    software: str
    snapshot: str
    region_name: Text
    as_of_then: date | None
    rows: tuple[Part, ...]
    file: str | None
    command: str | None
    title: Text | None
    needed: str | None


def certificate_of(record: Record, key: Key) -> Certificate:
    """Write the certificate of a figure.

    Parameters
    ----------
    record
        The edition, see `read_record`.
    key
        The name of the figure, see `parse`.

    Returns
    -------
    Certificate
        The same for ever: it is made of what the edition kept, and of nothing else.

    Raises
    ------
    NotOnShelf
        The edition has no such figure.
    """
    value = value_of(record, key)
    origin = revived(Origin, _with_method(value.origin, key))
    earlier = record.label["as_of_then"] if key.sort in (keys.CHANGE, keys.DIFFERENCE) else None
    return Certificate(
        edition=record.edition,
        key=key,
        area=record.name_of(key.area),
        is_region=key.area == record.region,
        value=value,
        origin=origin,
        software=record.label["software"],
        snapshot=record.label["previous" if key.when == THEN else "snapshot"],
        region_name=revived(Text, record.content["region"]["name"]),
        as_of_then=date.fromisoformat(earlier) if earlier else None,
        rows=rows_behind(record, key),
        file=_file(record, key),
        command=command_for(record, key),
        title=_title(record, key),
        needed=_needed(record, key),
    )


def _with_method(origin: Row, key: Key) -> Row:
    return {**origin, "method": _METHODS.get(key.sort, origin["method"])}


def _file(record: Record, key: Key) -> str | None:
    if key.sort in (keys.GROWTH, keys.OFFICIAL, keys.SERVED, keys.SCATTERED):
        return None
    by_postcode = key.part.isdigit() or key.part == keys.NO_POSTCODE
    usual = "need_postcodes.csv" if by_postcode else "need_municipalities.csv"
    name = _FILES.get(key.sort, usual)
    held: list[dict[str, Any]] = record.label["downloads"]
    return name if any(one["name"] == name for one in held) else None


def _title(record: Record, key: Key) -> Text | None:
    named: list[Row] = []
    if key.sort == keys.OFFICIAL:
        named = [one for one in record.content["reference"] if one["subject"] == key.detail]
    elif key.sort == keys.GROWTH:
        named = [_scenario(record, key)]
    return revived(Text, named[0]["name"]) if named else None


def _needed(record: Record, key: Key) -> str | None:
    if key.sort != keys.GROWTH:
        return None
    year = key.detail.rpartition("-")[2]
    step = found_in(_scenario(record, key)["years"], "year", year, edition=record.edition)
    return str(step["threshold"])


def _scenario(record: Record, key: Key) -> Row:
    slug = key.detail.rpartition("-")[0]
    scenarios = record.table("growth")["scenarios"]
    return found_in(scenarios, "slug", slug, edition=record.edition)
