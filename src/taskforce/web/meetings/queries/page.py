"""What the page of a meeting shows: the agenda by where its items come from, and the outcomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse

from taskforce.web.dialogue.models.openness import organisations
from taskforce.web.meetings.models import AgendaItem, Answer, Meeting, Outcome, Sort
from taskforce.web.meetings.queries.access import invited, leads
from taskforce.web.people.caller import Caller


@dataclass(frozen=True, slots=True)
class Row:
    """One item with the page it is about; "" for one's own."""

    item: AgendaItem
    path: str


@dataclass(frozen=True, slots=True)
class Run:
    """Items that follow each other and come from the same source, and the first one's number."""

    sort: Sort
    first: int
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The same as a page shows them."""

    sort: Sort
    first: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A decision or an action, and what the reader may do with it."""

    outcome: Outcome
    overdue: bool
    finishes: bool


def groups_of(caller: Caller, items: Iterable[AgendaItem]) -> list[Group]:
    """The agenda in its order, cut where the source changes."""
    return [
        Group(run.sort, run.first, tuple(Row(one, path_of(caller, one)) for one in run.items))
        for run in runs_of(items)
    ]


def runs_of(items: Iterable[AgendaItem]) -> list[Run]:
    """The items in their order, cut where the source changes; numbers go on through all."""
    found, first = list[Run](), 1
    for sort, run in groupby(items, key=lambda one: Sort(one.sort)):
        together = tuple(run)
        found.append(Run(sort, first, together))
        first += len(together)
    return found


def path_of(caller: Caller, item: AgendaItem) -> str:
    """The page on which one reads more about an item; "" where there is none for the caller."""
    _sort, _, number = item.key.partition(":")
    if item.key.startswith("commitment:"):
        return reverse("commitment", args=[number])
    if item.sort == Sort.OVERDUE and item.municipality is not None:
        return reverse("municipality-work", args=[item.municipality.code])
    if item.key.startswith("spot:") and item.municipality is not None:
        return reverse("spot", args=[number]) if caller.sees(item.municipality.place) else ""
    if item.sort == Sort.DEVIATION:
        return reverse("guidelines-rule", args=[item.title])
    return ""


def outcomes_of(caller: Caller, meeting: Meeting, on: date) -> list[Told]:
    """The decisions and actions in the order in which they were written down."""
    mine, leading = organisations(caller), leads(caller)
    found = meeting.outcomes.select_related("owner", "commitment")
    return [
        Told(
            one,
            one.is_overdue(on),
            one.is_action
            and one.finished_on is None
            and one.commitment is None
            and (leading or one.owner_id in mine),
        )
        for one in found
    ]


def answers_of(meeting: Meeting) -> list[tuple[str, int]]:
    """How many have said what, in words; what nobody said is left out."""
    said = list(invited(meeting).values_list("answer", flat=True))
    counts = ((str(one.label), said.count(one)) for one in Answer)
    return [(words, count) for words, count in counts if count]
