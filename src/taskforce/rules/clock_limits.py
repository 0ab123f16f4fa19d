"""The clocks that a case can have: what starts, stops and ends each, and how long it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from taskforce.rules.case_events import EventKind
from taskforce.vocabulary.text import Text


class ClockKind(StrEnum):
    """What a clock counts down to."""

    COMPLETENESS = "completeness"
    DECISION = "decision"
    NEIGHBOURS = "neighbours"
    STATEMENT = "statement"
    COMPLAINT = "complaint"

    @property
    def label(self) -> Text:
        return _KINDS[self]


_KINDS = {
    ClockKind.COMPLETENESS: Text(
        "Tjek af, om ansøgningen er fuldt oplyst", "Check that the application is complete"
    ),
    ClockKind.DECISION: Text("Kommunens afgørelse", "The municipality's decision"),
    ClockKind.NEIGHBOURS: Text("Naboernes tid til at svare", "The neighbours' time to answer"),
    ClockKind.STATEMENT: Text("Radioteknisk udtalelse", "Radio-technical statement"),
    ClockKind.COMPLAINT: Text("Klagefrist", "Time to complain"),
}


@dataclass(frozen=True, slots=True)
class Limit:
    """One clock as the law sets it; `rule` is its id in the rulebook.

    A clock that `waits` is no duty: it holds a decision or a permit back until it has run out. One
    that runs `again` has a run of its own for each event that begins it.
    """

    kind: ClockKind
    rule: str
    length: float
    unit: str
    begins: EventKind
    ends: tuple[EventKind, ...] = ()
    stopped_by: EventKind | None = None
    waits: bool = False
    again: bool = False


# The lengths of the law as it is known; the rulebook's value on the case's day goes before them.
LIMITS = (
    Limit(
        ClockKind.COMPLETENESS,
        rule="PROC-06",
        length=20,
        unit="working_days",
        begins=EventKind.RECEIVED,
        ends=(EventKind.PAPERS_MISSING, EventKind.COMPLETE, EventKind.DECIDED),
        stopped_by=EventKind.STOPPED,
    ),
    Limit(
        ClockKind.DECISION,
        rule="PROC-07",
        length=4,
        unit="months",
        begins=EventKind.COMPLETE,
        ends=(EventKind.DECIDED,),
        stopped_by=EventKind.STOPPED,
    ),
    Limit(
        ClockKind.NEIGHBOURS,
        rule="MAST-02",
        length=2,
        unit="weeks",
        begins=EventKind.NEIGHBOURS_NOTIFIED,
        ends=(EventKind.DECIDED,),
        waits=True,
    ),
    Limit(
        ClockKind.STATEMENT,
        rule="MAST-32",
        length=1,
        unit="months",
        begins=EventKind.STATEMENT_ASKED,
        ends=(EventKind.STATEMENT_RECEIVED,),
        again=True,
    ),
    Limit(
        ClockKind.COMPLAINT,
        rule="MAST-05",
        length=4,
        unit="weeks",
        begins=EventKind.PUBLISHED,
        stopped_by=EventKind.COMPLAINT,
        waits=True,
    ),
)
