"""Register a case, change what it says, and check it against the rules of the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from taskforce.rules.as_object import as_object, plain
from taskforce.rules.fact import Value
from taskforce.rules.facts import facts_from
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.cases.models import Case, FrozenCheck
from taskforce.web.cases.queries.needed import facts_of
from taskforce.web.checks.queries.answering import answer
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change


def register(facts: Mapping[str, Any], *, by: Actor) -> Case:
    """Begin a case as a draft, which its registrar alone sees.

    Raises
    ------
    ValidationError
        A value is missing or cannot be.
    """
    case = Case(registered_by_id=by.account_id, registered_at=timezone.now(), **facts)
    return add(case, by=by)


def change_case(case: Case, new: Mapping[str, Any], *, by: Actor) -> bool:
    """Set its title, its place, its papers or the municipality's own case number."""
    return change(case, new, by=by)


@transaction.atomic
def set_facts(case: Case, facts: Mapping[str, Value], *, by: Actor) -> bool:
    """Set what is known of the case; the rulebook has the last word on what is a fact.

    Raises
    ------
    Refused
        A fact is unknown, or its value is none.
    """
    known = facts_from({**facts, "case": case.kind}, book=the_rulebook())
    return change(case, {"facts": {name: plain(one) for name, one in known.given.items()}}, by=by)


def freeze_check(case: Case, *, on: date, by: Actor) -> FrozenCheck:
    """Ask the rules of a day, and keep the answer as it was; earlier answers stay.

    Raises
    ------
    Refused
        The rulebook of today knows a fact of the case no longer.
    """
    told = answer(facts_of(case), code=case.municipality.code, on=on)
    frozen = FrozenCheck(
        case=case,
        made_at=timezone.now(),
        on=on,
        outcome=told.outcome.value,
        rulebook=told.rulebook,
        said={**case.said, "municipality": case.municipality.code},
        answer=as_object(told),
    )
    return add(frozen, by=by, what="frozencheck.made")
