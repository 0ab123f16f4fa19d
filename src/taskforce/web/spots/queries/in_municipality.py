"""What is done about the white spots of a municipality: followed up inside, and asked about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.web.people.caller import Caller
from taskforce.web.spots.models import SpotList
from taskforce.web.spots.queries.access import followed_in
from taskforce.web.spots.queries.asked_now import newest_list
from taskforce.web.spots.queries.size import left_alone, schedule


@dataclass(frozen=True, slots=True)
class Followed:
    """The white spots and mobile holes in the newest mapping, and those that nobody follows up."""

    code: str
    count: int
    alone: int


def followed(caller: Caller, code: str, on: date) -> Followed | None:
    """The numbers; None for who does not see them, and where there are none."""
    found = followed_in(caller, code)
    count = found.count() if found is not None else 0
    if found is None or not count:
        return None
    return Followed(code, count, left_alone(found, on).count())


@dataclass(frozen=True, slots=True)
class BeingAsked:
    """What everybody may know: the newest list that asks about places here, and the next one.

    `asked` is None where no place of the municipality stands on the newest list.
    """

    asked: SpotList | None
    is_over: bool
    next_on: date | None


def being_asked(code: str, on: date) -> BeingAsked:
    """Whether the operators have been asked about a municipality, and when they will be next."""
    newest, next_on = newest_list(), schedule().next_on
    here = newest is not None and any(one["municipality"] == code for one in newest.content)
    asked = newest if here else None
    is_over = asked is not None and asked.is_over(on)
    return BeingAsked(asked, is_over, next_on if next_on and next_on >= on else None)
