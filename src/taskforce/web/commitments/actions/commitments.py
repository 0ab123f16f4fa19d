"""Keep a commitment: add it, change it, say how far it is, finish it, waive it, open it again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from taskforce.web.commitments.models import Commitment, CommitmentKind, State
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.models import Organisation

_NOT_DONE = {"done_on": None, "waived_reason": ""}
# Nothing but "done" is 100 per cent.
_NEARLY = 99
_WHOLE = 100


def add_commitment(
    municipality: Organisation, facts: Mapping[str, Any], *, by: Actor, on_behalf: bool = False
) -> Commitment:
    """Add one of the municipality's own, with or without a goal of its plan.

    Raises
    ------
    ValidationError
        It has no title, or a value cannot be.
    """
    commitment = Commitment(
        municipality=municipality, kind=CommitmentKind.OWN, on_behalf=on_behalf, **facts
    )
    return add(commitment, by=by)


def change_commitment(
    commitment: Commitment, new: Mapping[str, Any], *, by: Actor, on_behalf: bool = False
) -> bool:
    """Set some facts; what the municipality changes itself, it has confirmed."""
    return change(commitment, {**new, "on_behalf": on_behalf}, by=by)


def report_progress(
    commitment: Commitment, percent: int, *, by: Actor, on_behalf: bool = False
) -> bool:
    """Say how far it is; below 100, since being done needs a day."""
    state = State.IN_PROGRESS if percent else State.OPEN
    new = {"progress_percent": percent, "state": state, "on_behalf": on_behalf, **_NOT_DONE}
    return change(commitment, new, by=by, what="commitment.progressed")


def finish(
    commitment: Commitment,
    *,
    done_on: date,
    by: Actor,
    evidence_url: str = "",
    on_behalf: bool = False,
) -> bool:
    """Say that it is done, and on which day."""
    new = {
        "state": State.DONE,
        "done_on": done_on,
        "progress_percent": _WHOLE,
        "waived_reason": "",
        "evidence_url": evidence_url or commitment.evidence_url,
        "on_behalf": on_behalf,
    }
    return change(commitment, new, by=by, what="commitment.done")


def waive(commitment: Commitment, *, reason: str, by: Actor, on_behalf: bool = False) -> bool:
    """Say that it is not to be done after all, and why."""
    new = {
        "state": State.WAIVED,
        "waived_reason": reason,
        "done_on": None,
        "progress_percent": min(commitment.progress_percent, _NEARLY),
        "on_behalf": on_behalf,
    }
    return change(commitment, new, by=by, what="commitment.waived")


def reopen(commitment: Commitment, *, by: Actor, on_behalf: bool = False) -> bool:
    """Take up again what was done or waived."""
    new = {
        "state": State.IN_PROGRESS,
        "progress_percent": min(commitment.progress_percent, _NEARLY),
        "on_behalf": on_behalf,
        **_NOT_DONE,
    }
    return change(commitment, new, by=by, what="commitment.reopened")


def confirm(commitment: Commitment, *, by: Actor) -> bool:
    """The municipality says that what was entered for it is right."""
    return change(commitment, {"on_behalf": False}, by=by, what="commitment.confirmed")
