"""Who sees which dialogue, who reads which message, and who may do what."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from taskforce.web.dialogue.models import Agreement, Dialogue, Message, Participant, openness
from taskforce.web.dialogue.models.openness import PARTIES, organisations
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind, Role

# Those who speak for an organisation; a case officer or site manager writes, but does not open.
_OPENERS = (Role.COORDINATOR, Role.CASE_OFFICER, Role.OPERATOR, Role.LANDLORD)


def takes_part(caller: Caller) -> bool:
    """Whether the caller has anything to do with dialogues at all."""
    return caller.is_consultant or caller.has(*PARTIES)


def opens(caller: Caller) -> bool:
    """Whether the caller may open a dialogue."""
    return caller.is_consultant or caller.has(*_OPENERS)


def meets_obstacles(caller: Caller) -> bool:
    """Whether the caller may say what stops an operator: operators alone."""
    return caller.has(Role.OPERATOR)


def opens_for(caller: Caller) -> list[Organisation]:
    """For which organisations the caller may open a dialogue."""
    held = (one for one in caller.held if one.role in _OPENERS)
    ids = [one.organisation_id for one in held if one.organisation_id is not None]
    return list(Organisation.objects.filter(pk__in=ids))


def open_to(caller: Caller) -> QuerySet[Dialogue]:
    """The dialogues that a caller may see, with the organisations that stand on them."""
    found = Dialogue.objects.filter(openness.open_to(caller)).distinct()
    return found.select_related("municipality", "opened_for")


def sees(caller: Caller, dialogue: Dialogue) -> bool:
    """Whether one dialogue is among them."""
    return dialogue.is_open_to(caller)


def leads(caller: Caller, dialogue: Dialogue) -> bool:
    """Whether the caller may name parties, close, and mend the subject."""
    if caller.is_consultant:
        return True
    place = dialogue.municipality.place if dialogue.municipality else ""
    coordinates = bool(place) and caller.holds(place, Role.COORDINATOR)
    return coordinates or dialogue.opened_for_id in [one.pk for one in opens_for(caller)]


def readable(caller: Caller) -> QuerySet[Message]:
    """Every message that a caller may read."""
    return Message.objects.filter(openness.readable(caller)).distinct()


def messages_for(caller: Caller, dialogue: Dialogue) -> QuerySet[Message]:
    """The messages of one dialogue that the caller may read, the oldest first."""
    found = readable(caller).filter(dialogue=dialogue).select_related("sender", "written_by")
    return found.prefetch_related("readers__organisation")


def parties_of(dialogue: Dialogue) -> list[Organisation]:
    """The organisations in a dialogue, in the order in which they came."""
    return [one.organisation for one in dialogue.participants.select_related("organisation")]


def speaks_as(caller: Caller, dialogue: Dialogue) -> Organisation | None:
    """For whom the caller writes; None is the taskforce."""
    mine = organisations(caller)
    return next((one for one in parties_of(dialogue) if one.pk in mine), None)


def said_as(caller: Caller, dialogue: Dialogue) -> str:
    """The same in words."""
    own = speaks_as(caller, dialogue)
    return own.name if own else gettext("The taskforce")


def others(caller: Caller, dialogue: Dialogue) -> list[Organisation]:
    """The parties that the caller can choose as readers."""
    own = speaks_as(caller, dialogue)
    return [one for one in parties_of(dialogue) if one != own]


def candidates(caller: Caller, dialogue: Dialogue | None = None) -> QuerySet[Organisation]:
    """The organisations that the caller may bring in.

    An operator never brings in another operator, and nobody brings one into an obstacle: what
    stops an operator is no business of its competitors.
    """
    found = Organisation.objects.filter(closed_on__isnull=True)
    obstacle = dialogue is not None and dialogue.is_obstacle
    if obstacle or not (caller.is_consultant or caller.municipalities):
        found = found.exclude(kind=OrganisationKind.OPERATOR)
    if dialogue is not None:
        found = found.exclude(pk__in=dialogue.participants.values("organisation"))
    return found.exclude(pk__in=[] if dialogue else organisations(caller))


def fulfils(caller: Caller, agreement: Agreement) -> bool:
    """Whether the caller may say that it has been done: its owner, and those who lead."""
    own = agreement.owner_id in organisations(caller)
    return own or leads(caller, agreement.dialogue)


def own_agreements(caller: Caller) -> QuerySet[Agreement]:
    """What the caller's side has promised and has not done, in dialogues that are open to them."""
    owned = Q(owner__in=organisations(caller))
    if caller.is_consultant:
        owned |= Q(owner__isnull=True)
    found = Agreement.objects.filter(owned, done_on__isnull=True, dialogue__in=open_to(caller))
    return found.select_related("dialogue__municipality", "owner")


def names_contact(caller: Caller, participant: Participant) -> bool:
    """Whether the caller may name a party's contact: the party itself, and those who lead."""
    own = participant.organisation_id in organisations(caller)
    return own or leads(caller, participant.dialogue)
