"""The list of white spots: filtered as asked, those that nobody has taken care of on top."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from taskforce.vocabulary.places import plain
from taskforce.web.people.caller import Caller
from taskforce.web.spots.models import Spot, SpotList
from taskforce.web.spots.queries.access import seen_by
from taskforce.web.spots.queries.size import schedule

# Choices of the filters that are no value of their own.
OPEN_ONES, OVERDUE, GONE = "open", "overdue", "gone"
NOBODY, MINE = "nobody", "mine"
ANSWERED, UNANSWERED = "answered", "unanswered"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; everything stands in the page's address."""

    q: str = ""
    state: str = OPEN_ONES
    owner: str = ""
    answers: str = ""
    municipality: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One white spot, what is late about it, and how many operators have answered."""

    spot: Spot
    left_alone: bool
    late: bool
    answers: int

    @property
    def overdue(self) -> bool:
        return self.left_alone or self.late

    @property
    def look(self) -> str:
        """How its state looks."""
        if self.overdue:
            return "overdue"
        return "" if not self.spot.is_open else "going" if self.spot.owner_id else "waiting"


def rows(caller: Caller, asked: Asked, on: date) -> list[Row]:
    """The white spots that the caller sees, and that were asked for."""
    found = _in_state(seen_by(caller), asked.state)
    found = _owned(found, asked.owner, caller)
    if asked.municipality:
        found = found.filter(municipality__code=asked.municipality)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    smallest = schedule().smallest
    every = [_row(one, smallest, on) for one in counted(found) if _has(asked.q, one)]
    if asked.state == OVERDUE:
        every = [row for row in every if row.overdue]
    if asked.answers:
        every = [row for row in every if bool(row.answers) == (asked.answers == ANSWERED)]
    return sorted(every, key=_urgency)


def counted(found: QuerySet[Spot]) -> QuerySet[Spot]:
    """With the number of operators that have answered about each on the newest list."""
    newest = SpotList.objects.aggregate(newest=Max("pk"))["newest"]
    # Outlines are heavy, and no list draws them.
    return found.defer("shape").annotate(
        given=Count("answers", filter=Q(answers__spot_list_id=newest))
    )


def _in_state(found: QuerySet[Spot], state: str) -> QuerySet[Spot]:
    if state == GONE:
        return found.filter(gone_on__isnull=False)
    return found.filter(gone_on__isnull=True) if state in (OPEN_ONES, OVERDUE) else found


def _owned(found: QuerySet[Spot], owner: str, caller: Caller) -> QuerySet[Spot]:
    if owner == NOBODY:
        return found.filter(owner__isnull=True)
    if owner == MINE:
        return found.filter(owner_id=caller.account_id)
    return found.filter(owner_id=int(owner)) if owner.isdigit() else found


def _row(spot: Spot, smallest: int, on: date) -> Row:
    given: int = spot.given  # type: ignore[attr-defined]
    alone = spot.is_large(smallest) and spot.is_left_alone(on)
    return Row(spot, alone, spot.is_late(on), given)


def _urgency(row: Row) -> tuple[bool, bool, int, int]:
    size = max(row.spot.addresses or 0, row.spot.weak_addresses or 0)
    return not row.overdue, not row.spot.is_open, -size, row.spot.pk


def _has(text: str, spot: Spot) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    said = plain(f"{spot.title} {spot.spot_id} {spot.municipality.name} {spot.next_step}")
    return all(word in said for word in plain(text).split())
