"""Who sees and does what at the sparring desk: the municipality's own people and the taskforce."""

from __future__ import annotations

from django.db.models import QuerySet

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.sparring.models import Question


def takes_part(caller: Caller) -> bool:
    """Whether the caller has anything to do with the desk."""
    return caller.is_consultant or bool(caller.municipalities)


def sees(caller: Caller, question: Question) -> bool:
    """Whether a question is open to the caller."""
    return question.is_open_to(caller)


def open_to(caller: Caller) -> QuerySet[Question]:
    """The questions that a caller sees; lists ask the same as pages do."""
    found = Question.objects.select_related("municipality", "taken_by", "asked_by")
    if caller.is_consultant:
        return found
    return found.filter(municipality__code__in=caller.municipalities)


def asks_for(caller: Caller) -> list[Organisation]:
    """For which municipalities the caller can ask; the taskforce writes down what it is asked."""
    every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY, closed_on__isnull=True)
    if caller.is_consultant:
        return list(every)
    return list(every.filter(code__in=caller.municipalities))
