"""Let the promise about the guidelines follow from what is decided clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.stand import DECIDED, clauses_on, stand
from taskforce.rules.standing import Adoption
from taskforce.web.commitments.actions.guidelines import (
    answer_guidelines,
    ask_about_version,
    leave_guidelines_open,
    promise_of,
)
from taskforce.web.commitments.models import Answer
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.guidelines.queries.practice import practice
from taskforce.web.people.models import Organisation, OrganisationKind

_WHOLE = 100


@transaction.atomic
def take_effect(*, on: date, by: Actor) -> int:
    """Ask every municipality about the version in force, once; says how many were asked now."""
    version = the_rulebook().version(on)
    if version is None:
        return 0
    every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    asked = sum(ask_about_version(one, version.name, on=on, by=by) for one in every)
    for one in every:
        follow(one, by=by)
    return asked


def follow(municipality: Organisation, *, by: Actor) -> None:
    """Bring the promise into line; where nothing is decided here, its answer is left alone."""
    today, book, held = localdate(), the_rulebook(), practice()
    version = book.version(today)
    promise = promise_of(municipality, version.name) if version else None
    if promise is None:
        return
    clauses = clauses_on(book, today)
    adopted = [
        stand(book, held, municipality.code, rule=rule, on=today).adoption for rule in clauses
    ]
    if all(one == Adoption.NOT_DECIDED for one in adopted):
        return
    if any(one not in DECIDED for one in adopted):
        decided = sum(one in DECIDED for one in adopted)
        leave_guidelines_open(promise, percent=_WHOLE * decided // len(adopted), by=by)
        return
    found = (held.decision(municipality.code, rule.id, on=today) for rule in clauses)
    days = [one.decided_on for one in found if one and one.decided_on]
    answer_guidelines(promise, answer_from(adopted), decided_on=max(days, default=today), by=by)


def answer_from(adopted: Sequence[Adoption]) -> Answer:
    """What decisions on every clause come to."""
    if all(one == Adoption.ADOPTED for one in adopted):
        return Answer.AS_THEY_ARE
    if all(one == Adoption.REJECTED for one in adopted):
        return Answer.CANNOT
    return Answer.WITH_CHANGES
