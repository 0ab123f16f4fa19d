"""Which step may follow which, and how far a case is after its steps."""

from __future__ import annotations

from collections.abc import Iterable

from taskforce.web.cases.models import CaseState, Event, EventKind

_OPEN = frozenset(
    {CaseState.RECEIVED, CaseState.PAPERS_MISSING, CaseState.COMPLETE, CaseState.STOPPED}
)
_RUNNING = _OPEN - {CaseState.STOPPED}
_LEADS_TO = {
    EventKind.RECEIVED: CaseState.RECEIVED,
    EventKind.PAPERS_MISSING: CaseState.PAPERS_MISSING,
    EventKind.COMPLETE: CaseState.COMPLETE,
    EventKind.STOPPED: CaseState.STOPPED,
    EventKind.DECIDED: CaseState.DECIDED,
    EventKind.WITHDRAWN: CaseState.WITHDRAWN,
}
_FROM = {
    EventKind.RECEIVED: frozenset({CaseState.DRAFT}),
    EventKind.PAPERS_MISSING: frozenset({CaseState.RECEIVED, CaseState.PAPERS_MISSING}),
    EventKind.COMPLETE: frozenset({CaseState.RECEIVED, CaseState.PAPERS_MISSING}),
    EventKind.STOPPED: _RUNNING,
    EventKind.RESTARTED: frozenset({CaseState.STOPPED}),
    EventKind.NEIGHBOURS_NOTIFIED: _OPEN,
    EventKind.STATEMENT_ASKED: _OPEN,
    EventKind.STATEMENT_RECEIVED: _OPEN | {CaseState.DECIDED},
    EventKind.DECIDED: _RUNNING,
    EventKind.PUBLISHED: frozenset({CaseState.DECIDED}),
    EventKind.COMPLAINT: frozenset({CaseState.DECIDED}),
    EventKind.WITHDRAWN: _OPEN,
}
# Written where they belong: with the decision, with a statement, when the case is sent.
_ELSEWHERE = frozenset(
    {
        EventKind.RECEIVED,
        EventKind.STATEMENT_ASKED,
        EventKind.STATEMENT_RECEIVED,
        EventKind.DECIDED,
    }
)


def may_follow(kind: EventKind, state: str) -> bool:
    """Whether a step can be taken in a state."""
    return CaseState(state) in _FROM[kind]


def steps_from(state: str, taken: Iterable[Event]) -> list[EventKind]:
    """The steps that a case officer can write down now."""
    done = {one.kind for one in taken}
    return [
        kind
        for kind in _FROM
        if kind not in _ELSEWHERE
        and may_follow(kind, state)
        and not (kind == EventKind.NEIGHBOURS_NOTIFIED and kind in done)
        and not (kind == EventKind.PUBLISHED and kind in done)
    ]


def moves(kind: str) -> bool:
    """Whether a step moves the case on, rather than only adding to it."""
    return kind in _LEADS_TO or kind == EventKind.RESTARTED


def state_after(events: Iterable[Event]) -> CaseState:
    """How far the case is after its events, in their order."""
    state, before_stop = CaseState.DRAFT, CaseState.RECEIVED
    for one in events:
        kind = EventKind(one.kind)
        if kind == EventKind.STOPPED and state != CaseState.STOPPED:
            before_stop = state
        state = before_stop if kind == EventKind.RESTARTED else _LEADS_TO.get(kind, state)
    return state
