"""Who gets a mail about a message: those who read it, and nobody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localdate

from taskforce.web.dialogue.models import Audience, Dialogue, Message, Participant
from taskforce.web.people.models import Account, DutyKind, Grant, Organisation, Person, Role
from taskforce.web.people.models.grant import MUNICIPAL
from taskforce.web.people.queries.duties import current

_SPEAKERS = (Role.COORDINATOR, Role.OPERATOR, Role.LANDLORD)
_WRITERS = (*MUNICIPAL, Role.OPERATOR, Role.LANDLORD)
_DUTIES = (DutyKind.COORDINATOR, DutyKind.CONTACT)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody to write to, with the organisation for which they read (None: the taskforce)."""

    email: str
    language: str
    organisation: Organisation | None
    account: Account | None = None
    person: Person | None = None

    @property
    def facts(self) -> dict[str, Any]:
        """The values of a letter to them."""
        return {
            "email": self.email,
            "language": self.language,
            "organisation": self.organisation,
            "account": self.account,
            "person": self.person,
        }


def recipients_of(message: Message, *, but: str = "") -> list[Recipient]:
    """One line for each mail address; the one who wrote it, and `but`, get none."""
    found: dict[str, Recipient] = {}
    for participant in _readers(message):
        for one in _of_party(message, participant):
            found.setdefault(one.email, one)
    for one in the_taskforce(message.dialogue):
        found.setdefault(one.email, one)
    mine = {but, *(one.email for one in found.values() if _wrote(message, one))}
    return [one for one in found.values() if one.email not in mine]


def of_organisation(organisation: Organisation, person: Person | None = None) -> list[Recipient]:
    """Those to write to at an organisation: the contact, else its speakers, else its duties."""
    if person is not None and person.email and person.left_on is None:
        return [_person(person, organisation)]
    accounts = _accounts(organisation, _SPEAKERS)
    if accounts:
        return [_account(one, organisation) for one in accounts]
    duties = current(localdate()).filter(organisation=organisation, kind__in=_DUTIES)
    people = (one.person for one in duties if one.person is not None)
    return [_person(one, organisation) for one in people if one.email and one.left_on is None]


def the_taskforce(dialogue: Dialogue) -> list[Recipient]:
    """Those of its consultants who take part in a dialogue, and all of them until one does."""
    grants = Grant.objects.filter(role=Role.CONSULTANT, account__is_active=True)
    everybody = [one.account for one in grants.select_related("account")]
    wrote = dialogue.messages.values_list("written_by", flat=True)
    active = {dialogue.opened_by_id, *wrote}
    taking_part = [one for one in everybody if one.pk in active]
    return [_account(one, None) for one in taking_part or everybody]


def _readers(message: Message) -> Iterable[Participant]:
    parties = message.dialogue.participants.select_related("organisation", "person__account")
    chosen = set(message.readers.values_list("organisation", flat=True)) | {message.sender_id}
    if message.audience == Audience.ALL:
        return parties
    if message.audience == Audience.OWN:
        return parties.filter(organisation=message.sender_id)
    return parties.filter(organisation__in=[one for one in chosen if one is not None])


def _of_party(message: Message, participant: Participant) -> list[Recipient]:
    organisation = participant.organisation
    wrote = message.dialogue.messages.filter(sender=organisation).values("written_by")
    writers = _accounts(organisation, _WRITERS, among=wrote)
    named = of_organisation(organisation, participant.person)
    return [*named, *(_account(one, organisation) for one in writers)]


def _accounts(
    organisation: Organisation, roles: Iterable[Role], *, among: Any = None
) -> list[Account]:
    grants = Grant.objects.filter(
        organisation=organisation, role__in=list(roles), account__is_active=True
    )
    if among is not None:
        grants = grants.filter(account__in=among)
    return list(dict.fromkeys(one.account for one in grants.select_related("account")))


def _account(account: Account, organisation: Organisation | None) -> Recipient:
    return Recipient(account.email, account.language, organisation, account=account)


def _person(person: Person, organisation: Organisation) -> Recipient:
    account = person.account
    language = account.language if account else "da"
    return Recipient(person.email.lower(), language, organisation, account=account, person=person)


def _wrote(message: Message, one: Recipient) -> bool:
    return one.account is not None and one.account.pk == message.written_by_id
