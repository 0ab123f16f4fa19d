"""The overview of the seventeen: one row for each municipality, filtered and sorted as asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from taskforce.vocabulary.places import plain
from taskforce.web.commitments.models import Commitment, CommitmentKind, State, Status
from taskforce.web.commitments.queries.standing import (
    Standing,
    in_danish_order,
    municipalities,
    standings,
)
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation
from taskforce.web.people.queries.overview import MunicipalityPeople, people_of_municipalities

DEFAULT_SORT = "name"


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality: status, people, commitments, plan, contact."""

    municipality: Organisation
    standing: Standing
    people: MunicipalityPeople
    founding: dict[str, Commitment] = field(default_factory=dict)
    plan_done: int = 0
    plan_counted: int = 0
    overdue: int = 0

    @property
    def coordinator(self) -> Commitment | None:
        return self.founding.get(CommitmentKind.COORDINATOR)

    @property
    def guidelines(self) -> Commitment | None:
        return self.founding.get(CommitmentKind.GUIDELINES)

    @property
    def resources(self) -> Commitment | None:
        return self.founding.get(CommitmentKind.RESOURCES)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; everything stands in the page's address."""

    status: str = ""
    without_coordinator: bool = False
    overdue: bool = False
    text: str = ""
    sort: str = DEFAULT_SORT


_FURTHEST_FIRST = (
    Status.PARTICIPATING,
    Status.DECISION_PENDING,
    Status.INTERESTED,
    Status.CONTACTED,
    Status.NOT_CONTACTED,
    Status.PAUSED,
    Status.LEFT,
)
_KEYS: dict[str, Callable[[Row], tuple[object, ...]]] = {
    "name": lambda row: (in_danish_order(row.municipality.name),),
    "status": lambda row: (_FURTHEST_FIRST.index(row.standing.status),),
    "since": lambda row: (row.standing.since is None, row.standing.since or date.max),
    "overdue": lambda row: (-row.overdue,),
    "contact": lambda row: (row.people.last_contact or date.min,),
    "next": lambda row: (row.people.next_step_on or date.max,),
}


def rows(caller: Caller, on: date) -> list[Row]:
    """Every municipality that the caller sees, in Danish order."""
    seen = [one for one in municipalities() if caller.sees(one.place)]
    standing, people = standings(on), people_of_municipalities(on)
    by_place: dict[int, list[Commitment]] = {}
    for one in Commitment.objects.filter(municipality__in=seen).select_related("owner"):
        by_place.setdefault(one.municipality_id, []).append(one)
    return [
        _row(one, standing[one.code], people[one.code], (by_place.get(one.pk, []), on))
        for one in seen
    ]


def chosen(every: Iterable[Row], asked: Asked) -> list[Row]:
    """The rows that are asked for, sorted; where two are equal, by name."""
    kept = [row for row in every if _fits(row, asked)]
    kept.sort(key=_KEYS["name"])
    return sorted(kept, key=_KEYS.get(asked.sort, _KEYS[DEFAULT_SORT]))


def _row(
    municipality: Organisation,
    standing: Standing,
    people: MunicipalityPeople,
    held: tuple[list[Commitment], date],
) -> Row:
    commitments, on = held
    plan = [one for one in commitments if one.goal_id and one.state != State.WAIVED]
    return Row(
        municipality,
        standing,
        people,
        founding={one.kind: one for one in commitments if one.kind != CommitmentKind.OWN},
        plan_done=sum(one.state == State.DONE for one in plan),
        plan_counted=len(plan),
        overdue=sum(one.is_overdue(on) for one in commitments),
    )


def _fits(row: Row, asked: Asked) -> bool:
    return (
        asked.status in ("", row.standing.status)
        and not (asked.without_coordinator and row.people.coordinator)
        and not (asked.overdue and not row.overdue)
        and _has(row, plain(asked.text).split())
    )


def _has(row: Row, words: list[str]) -> bool:
    people = row.people
    said = (row.municipality.name, people.coordinator or "", *people.deputies, people.next_step)
    text = plain(" ".join(said))
    return all(word in text for word in words)
