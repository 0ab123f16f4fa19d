"""Take over what a mapping shows: new spots come, known ones get their size, lost ones close."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.spots.models import Spot


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a mapping, the day on which it is read, and who reads it."""

    as_of: date
    on: date
    by: Actor


@dataclass(frozen=True, slots=True)
class Taken:
    """How many were new, and how many are gone."""

    new: int
    gone: int


def municipalities() -> dict[str, Organisation]:
    """Those that can have a white spot, by code."""
    every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    return {one.code: one for one in every}


def take_over(found: Mapping[str, Mapping[str, Any]], known: Iterable[Spot], day: Day) -> Taken:
    """Keep the facts found, by the name of the spot; nothing is ever deleted."""
    left = {spot.spot_id: spot for spot in known}
    new = 0
    for name, facts in found.items():
        if name in left:
            _seen_again(left.pop(name), facts, day)
        else:
            fresh = {"spot_id": name, "first_seen": day.as_of, "unowned_since": day.on}
            add(Spot(**fresh, **facts), by=day.by)
            new += 1
    gone = [_close(spot, day) for spot in left.values() if spot.is_open]
    return Taken(new, len(gone))


def _seen_again(spot: Spot, facts: Mapping[str, Any], day: Day) -> None:
    back: dict[str, Any] = {"gone_on": None}
    if not spot.is_open and spot.owner_id is None:
        back["unowned_since"] = day.on
    change(spot, {**facts, **back}, by=day.by)


def _close(spot: Spot, day: Day) -> bool:
    return change(spot, {"gone_on": day.as_of}, by=day.by, what="spot.gone_from_mapping")
