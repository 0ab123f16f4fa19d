"""Write down what a municipality has decided about clauses, one or all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.stand import clauses_of
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, remove
from taskforce.web.guidelines.actions.commitments import follow
from taskforce.web.guidelines.models import AdoptionState, ClauseDecision
from taskforce.web.people.models import Organisation


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, when, and where it can be read."""

    version: str
    state: AdoptionState
    decided_on: date
    minutes_url: str = ""
    reason: str = ""


@transaction.atomic
def decide(municipality: Organisation, rules: Iterable[str], decided: Decided, *, by: Actor) -> int:
    """Write the same decision for some clauses; says for how many.

    Raises
    ------
    ValidationError
        A clause or a version is not known, the day cannot be, or the reason is missing; nothing
        was written.
    """
    chosen = list(dict.fromkeys(rules))
    for rule in chosen:
        one = ClauseDecision(
            municipality=municipality, rule=rule, entered_by=by.role_name, **asdict(decided)
        )
        add(one, by=by)
    follow(municipality, by=by)
    return len(chosen)


def adopt_version(
    municipality: Organisation, version: str, *, decided_on: date, by: Actor, minutes_url: str = ""
) -> int:
    """The municipality follows a version as it stands: every one of its clauses is adopted."""
    decided = Decided(version, AdoptionState.ADOPTED, decided_on, minutes_url)
    rules = [rule.id for rule in clauses_of(the_rulebook(), version)]
    return decide(municipality, rules, decided, by=by)


@transaction.atomic
def take_back(decision: ClauseDecision, *, by: Actor) -> None:
    """Remove a decision that was entered by mistake; the journal keeps it."""
    municipality = decision.municipality
    remove(decision, by=by)
    follow(municipality, by=by)
