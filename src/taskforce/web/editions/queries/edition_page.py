"""The main figures of one edition, read from what was kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from taskforce.report.certificates.key import BELOW, SHARE_BELOW, UNKNOWN, Key
from taskforce.report.certificates.record import Record
from taskforce.report.certificates.value import value_of
from taskforce.web.editions.queries.wording import number_of

_KINDS = (BELOW, SHARE_BELOW, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Written:
    """A figure as it is read, and its lasting name."""

    key: Key
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """The region or a municipality with its main figures."""

    name: str
    figures: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What an edition tells of itself."""

    edition: str
    as_of: date
    software: str
    snapshot: str
    speed: str
    places: tuple[Place, ...]
    files: tuple[dict[str, Any], ...]


def told_of(record: Record, region_name: str) -> Told:
    """The main figures of an edition, the region first."""
    speed = str(record.content["region"]["default_threshold"])
    table = record.need(speed.replace("/", "-"), "fixed", "now")
    codes = [(record.region, region_name)]
    codes += [(one["code"], one["name"]) for one in table["areas"]]
    return Told(
        edition=record.edition,
        as_of=date.fromisoformat(record.label["as_of"]),
        software=record.label["software"],
        snapshot=record.label["snapshot"],
        speed=speed,
        places=tuple(_place(record, code, name, speed.replace("/", "-")) for code, name in codes),
        files=tuple(record.label["downloads"]),
    )


def _place(record: Record, code: str, name: str, threshold: str) -> Place:
    keys = [Key(kind, code, threshold=threshold) for kind in _KINDS]
    return Place(name, tuple(Written(key, number_of(value_of(record, key))) for key in keys))
