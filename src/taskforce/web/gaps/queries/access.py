"""Who sees a report of missing coverage, and who answers it."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from taskforce.web.gaps.models import AnswerTemplate, Gap
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind, Role
from taskforce.web.people.models.grant import MUNICIPAL


def takes_part(caller: Caller) -> bool:
    """Whether the caller sees reports at all: a municipality's own people, and the taskforce."""
    return caller.is_consultant or caller.has(*MUNICIPAL)


def answers_some(caller: Caller) -> bool:
    """Whether the caller answers for some municipality."""
    return caller.is_consultant or caller.has(Role.COORDINATOR)


def seen_by(caller: Caller) -> QuerySet[Gap]:
    """The reports of the caller's municipalities, and those close by across their borders."""
    every = Gap.objects.select_related("municipality")
    if caller.is_consultant:
        return every
    codes = caller.municipalities
    across = Q(neighbours__municipality__code__in=codes)
    return every.filter(Q(municipality__code__in=codes) | across).distinct()


def sees(caller: Caller, gap: Gap) -> bool:
    """Whether a report is open to the caller."""
    return any(caller.sees(code) for code in codes_of(gap))


def answers(caller: Caller, gap: Gap) -> bool:
    """Whether the caller may answer: the coordinators on both sides of a border, the taskforce."""
    return any(caller.keeps(code) for code in codes_of(gap))


def codes_of(gap: Gap) -> tuple[str, ...]:
    """The municipality that answers first, then those across a border close by."""
    near = gap.neighbours.values_list("municipality__code", flat=True)
    return (gap.municipality.code, *near)


def answering_for(caller: Caller, gap: Gap) -> Organisation:
    """For which of the municipalities of a report the caller speaks."""
    own = [code for code in codes_of(gap) if caller.speaks_for(code)]
    if gap.municipality.code in own or not own:
        return gap.municipality
    return Organisation.objects.get(code=own[0])


def answering_municipalities(caller: Caller) -> QuerySet[Organisation]:
    """The municipalities whose answers the caller keeps."""
    every = Organisation.objects.filter(
        kind=OrganisationKind.MUNICIPALITY, closed_on__isnull=True
    ).order_by("name")
    return every if caller.is_consultant else every.filter(code__in=caller.places(Role.COORDINATOR))


def templates_for(caller: Caller, municipality: Organisation | None = None) -> list[AnswerTemplate]:
    """The texts to begin with: a municipality's, or those of all the caller's, and everyone's."""
    own = [municipality] if municipality else list(answering_municipalities(caller))
    asked = Q(municipality__in=own) | Q(municipality__isnull=True)
    return list(AnswerTemplate.objects.filter(asked).select_related("municipality"))


def keeps_template(caller: Caller, template: AnswerTemplate) -> bool:
    """Whether the caller may change a text; those of everyone are the taskforce's."""
    if template.municipality is None:
        return caller.is_consultant
    return caller.keeps(template.municipality.code)
