"""Write down where a municipality stands, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from taskforce.web.commitments.actions.founding import add_founding_commitments
from taskforce.web.commitments.models import ParticipationStep, Status
from taskforce.web.commitments.queries.on_behalf import entered_for
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.people.models import Organisation

# From here on a municipality owes the three founding commitments.
COMMITS = (Status.DECISION_PENDING, Status.PARTICIPATING)


@dataclass(frozen=True, slots=True)
class NewStatus:
    """A status with its day and what it rests on."""

    status: Status
    since: date
    evidence: str
    evidence_url: str = ""


@transaction.atomic
def set_status(
    municipality: Organisation, new: NewStatus, *, by: Actor, on_behalf: bool = False
) -> ParticipationStep:
    """Take the next step; a second word on the same day corrects the first.

    Raises
    ------
    ValidationError
        A value is missing or cannot be.
    """
    values = asdict(new) | {"on_behalf": on_behalf}
    step = ParticipationStep.objects.filter(municipality=municipality, since=new.since).first()
    if step:
        change(step, values, by=by)
    else:
        step = add(ParticipationStep(municipality=municipality, **values), by=by)
    if new.status in COMMITS:
        add_founding_commitments(municipality, on=new.since, by=by, on_behalf=on_behalf)
    return step


@transaction.atomic
def register_for(places: Iterable[Organisation], new: NewStatus, *, by: Actor) -> int:
    """Write the same status for several municipalities, on behalf of each; says for how many."""
    chosen = list(places)
    for one in chosen:
        set_status(one, new, by=by, on_behalf=True)
    return len(chosen)


def take_back(step: ParticipationStep, *, by: Actor) -> None:
    """Remove a step that was entered by mistake; the journal keeps it."""
    remove(step, by=by)


@transaction.atomic
def confirm_entered(municipality: Organisation, *, by: Actor) -> int:
    """The municipality says that everything entered for it is right; says how much it was."""
    entered = entered_for(municipality)
    for one in (*entered.steps, *entered.commitments):
        change(one, {"on_behalf": False}, by=by, what=f"{one._meta.model_name}.confirmed")
    return entered.count
