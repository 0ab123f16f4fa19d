"""Who gets a mail about a message: the other side, and never the one who wrote it."""

from __future__ import annotations

from django.db.models import QuerySet

from taskforce.web.people.models import Account, Grant, Role
from taskforce.web.people.models.grant import MUNICIPAL
from taskforce.web.sparring.models import Message, Question, Step


def recipients_of(message: Message) -> list[Account]:
    """The accounts to tell, each once."""
    question = message.question
    if message.step == Step.PROPOSED:
        # Only the coordinator can say yes, whoever of the municipality has asked.
        return coordinators_of(question)
    found = of_municipality(question) if message.of_taskforce else of_taskforce(question)
    return [one for one in dict.fromkeys(found) if one.pk != message.written_by_id]


def of_municipality(question: Question) -> list[Account]:
    """Those of the municipality who wrote here and still work there, else its coordinators."""
    wrote = question.messages.filter(of_taskforce=False).values_list("written_by", flat=True)
    active = {question.asked_by_id, *wrote}
    grants = Grant.objects.filter(organisation=question.municipality)
    taking_part = [one for one in _accounts(grants.filter(role__in=MUNICIPAL)) if one.pk in active]
    return taking_part or coordinators_of(question)


def coordinators_of(question: Question) -> list[Account]:
    """Those who give the municipality's own word."""
    grants = Grant.objects.filter(organisation=question.municipality, role=Role.COORDINATOR)
    return list(dict.fromkeys(_accounts(grants)))


def of_taskforce(question: Question) -> list[Account]:
    """The consultant who has taken it, and all of them until one has."""
    everybody = _accounts(Grant.objects.filter(role=Role.CONSULTANT))
    return [one for one in everybody if one.pk == question.taken_by_id] or everybody


def _accounts(grants: QuerySet[Grant]) -> list[Account]:
    active = grants.filter(account__is_active=True)
    return [one.account for one in active.select_related("account")]
