"""Ask for a statement, and write down what the answer was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from taskforce.web.cases.actions.events import write_event
from taskforce.web.cases.models import Case, EventKind, Statement
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change


@transaction.atomic
def ask_statement(case: Case, facts: Mapping[str, Any], *, by: Actor) -> Statement:
    """Ask somebody; the case's events say so too."""
    statement = add(Statement(case=case, **facts), by=by)
    asked = statement.asked_from
    write_event(case, EventKind.STATEMENT_ASKED, on=statement.asked_on, reason=asked, by=by)
    return statement


@transaction.atomic
def receive_statement(statement: Statement, *, answer: str, on: date, by: Actor) -> None:
    """Write down the answer."""
    change(statement, {"answer": answer.strip(), "received_on": on}, by=by)
    kind, who = EventKind.STATEMENT_RECEIVED, statement.asked_from
    write_event(statement.case, kind, on=on, reason=who, by=by)
