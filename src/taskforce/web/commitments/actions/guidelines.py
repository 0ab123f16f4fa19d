"""The promise to settle whether a version of the guidelines can be followed, and its answer."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from taskforce.web.commitments.actions.commitments import finish, report_progress
from taskforce.web.commitments.models import OPEN_STATES, Answer, Commitment, CommitmentKind, State
from taskforce.web.commitments.months import months_after
from taskforce.web.commitments.queries.founding import months_until_due
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.models import Organisation

_NEARLY = 99


def promise_of(municipality: Organisation, version: str) -> Commitment | None:
    """The promise about a version; one that names no version yet is about that of the day."""
    asked = Commitment.objects.filter(municipality=municipality, kind=CommitmentKind.GUIDELINES)
    return asked.filter(version__in=(version, "")).order_by("-version").first()


@transaction.atomic
def ask_about_version(municipality: Organisation, version: str, *, on: date, by: Actor) -> bool:
    """See to it that the municipality has the promise, once; says whether it was added."""
    known = promise_of(municipality, version)
    if known:
        change(known, {"version": version}, by=by, what="commitment.version_named")
        return False
    commitment = Commitment(
        municipality=municipality,
        kind=CommitmentKind.GUIDELINES,
        version=version,
        due=months_after(on, months_until_due(CommitmentKind.GUIDELINES)),
        answer=Answer.UNDECIDED,
    )
    add(commitment, by=by)
    return True


@transaction.atomic
def answer_guidelines(
    commitment: Commitment, answer: Answer, *, decided_on: date, by: Actor
) -> None:
    """Say what the decisions on all the clauses come to; with that, the promise is kept."""
    change(commitment, {"answer": answer, "decision_date": decided_on}, by=by)
    if commitment.state != State.WAIVED:
        finish(commitment, done_on=decided_on, by=by, on_behalf=commitment.on_behalf)


@transaction.atomic
def leave_guidelines_open(commitment: Commitment, *, percent: int, by: Actor) -> None:
    """Some clauses are not decided yet: there is no answer, only how far it is."""
    change(commitment, {"answer": Answer.UNDECIDED}, by=by)
    if commitment.state in (*OPEN_STATES, State.DONE):
        part = min(percent, _NEARLY)
        report_progress(commitment, part, by=by, on_behalf=commitment.on_behalf)
