"""How many white spots a municipality follows up, for those who see them from the inside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.web.people.caller import Caller
from taskforce.web.spots.queries.access import followed_in
from taskforce.web.spots.queries.size import left_alone


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
