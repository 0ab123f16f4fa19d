"""Questions for the tests: one call asks one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Account, Organisation
from taskforce.web.sparring.actions.advice import log_hours
from taskforce.web.sparring.actions.questions import Said, ask, say
from taskforce.web.sparring.actions.sharing import propose
from taskforce.web.sparring.models import Advice, Proposal, Question, Topic
from tests.cast import HOME


def place_of(code: str) -> Organisation:
    """A municipality by its code."""
    return Organisation.objects.get(code=code)


def question_of(
    account: Account,
    *,
    code: str = HOME,
    subject: str = "Leje på vandtårnet",
    text: str = "Hvad må vi tage i leje?",
    **facts: Any,
) -> Question:
    """A question that an account has asked for a municipality."""
    told = {"municipality": place_of(code), "topic": Topic.RENT, "subject": subject, **facts}
    return ask(told, text, by=caller_for(account)).question


def logged(question: Question, consultant: Account, hours: str = "1.5") -> Advice:
    """Time that a consultant has spent on a question."""
    by = caller_for(consultant)
    return log_hours(question, given_on=date(2026, 1, 5), hours=Decimal(hours), by=by)


def proposed(question: Question, consultant: Account) -> Proposal:
    """An answer, made anonymous, that the municipality is asked to let go."""
    by = caller_for(consultant)
    say(question, Said("Brug statens metode."), by=by)
    told = {"title": "Leje af tårne", "summary": "Sådan sættes lejen.", "text": "Statens metode."}
    return propose(question, **told, by=by)
