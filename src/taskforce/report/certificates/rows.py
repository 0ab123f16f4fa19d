"""The rows behind a figure: its postcodes, its municipalities or its white spots, as published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from taskforce.report.certificates import key as keys
from taskforce.report.certificates.key import Key
from taskforce.report.certificates.record import Record
from taskforce.report.certificates.value import Value, value_of
from taskforce.vocabulary.errors import NotOnShelf


@dataclass(frozen=True, slots=True)
class Part:
    """One row behind a figure; it is a published figure itself.

    `name` may be a postcode, or "" for the addresses whose postcode nobody has told.
    """

    name: str
    key: Key
    value: Value


def rows_behind(record: Record, key: Key) -> tuple[Part, ...]:
    """The published figures that a figure is made of.

    Parameters
    ----------
    record
        The edition.
    key
        The name of the figure.

    Returns
    -------
    tuple of Part
        Within the disclosure limit, for they are published; empty where nothing finer is. For a
        share or a density they are the same of each part, and must not be added up.
    """
    parts = []
    for name, one in _keys(record, key):
        try:
            parts.append(Part(name, one, value_of(record, one)))
        except NotOnShelf:  # a municipality that the survey of that day did not know
            continue
    return tuple(parts)


def _keys(record: Record, key: Key) -> Iterator[tuple[str, Key]]:
    if key.part or key.sort in (keys.OFFICIAL, keys.SPOT, keys.NEAREST):
        return
    if key.area == record.region:
        areas = record.content["areas"]
        yield from ((one["name"], replace(key, area=one["code"])) for one in areas)
    elif key.sort == keys.SPOTS:
        yield from _spots(record, key)
    elif key.sort in keys.OF_NEED:
        table = record.need(key.threshold, key.counting, key.when)
        here = (one for one in table["postcodes"] if one["municipality"] == key.area)
        found = (one["postcode"] for one in here)
        yield from ((one, replace(key, part=one or keys.NO_POSTCODE)) for one in found)


def _spots(record: Record, key: Key) -> Iterator[tuple[str, Key]]:
    for spot in record.spots(key.threshold)["spots"]:
        if spot["municipality"] == key.area:
            code, _, name = spot["id"].partition("-")
            yield spot["id"], replace(key, kind=keys.SPOT, area=code, part=name)
