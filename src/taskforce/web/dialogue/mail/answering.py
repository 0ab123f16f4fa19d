"""Who answers a mail, for which side, and who reads the answer."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.web.dialogue.mail.refusing import Refusal
from taskforce.web.dialogue.models import Audience, Letter
from taskforce.web.dialogue.models.openness import organisations
from taskforce.web.people.caller import Caller, Held, caller_for
from taskforce.web.people.models import Account, Organisation, Person, Role


@dataclass(frozen=True, slots=True)
class WriterWithoutAccount(Caller):
    """Somebody of an organisation who has no account here, and answers by mail only."""

    @property
    def role_name(self) -> str:
        return ", ".join(f"by mail {one.place}" for one in self.held)


def writer_of(letter: Letter, sender: str) -> Caller | Refusal:
    """The one whose address a mail came from, where they still take part.

    The secret alone is not enough: a mail that was passed on to a stranger is not answered by
    the stranger. A colleague at the same organisation may answer.
    """
    account = Account.objects.filter(email=sender, is_active=True).first()
    if account is None and letter.email == sender:
        account = letter.account
    if account is not None:
        return _with_account(letter, account, sender)
    if letter.organisation is None:
        return Refusal.UNKNOWN_SENDER
    person = Person.objects.filter(email__iexact=sender, organisation=letter.organisation)
    if not person.filter(left_on__isnull=True).exists():
        return Refusal.UNKNOWN_SENDER
    if not _is_party(letter, letter.organisation):
        return Refusal.NO_LONGER_PARTY
    return _without_account(letter.organisation)


def answered_to(letter: Letter) -> tuple[Audience, tuple[Organisation, ...]]:
    """Who reads the answer: those who read the message, and the one who wrote it."""
    message = letter.message
    if message.audience == Audience.ALL:
        return Audience.ALL, ()
    chosen = [one.organisation for one in message.readers.select_related("organisation")]
    read_it = [one for one in (message.sender, *chosen) if one is not None]
    others = tuple(
        one
        for one in dict.fromkeys(read_it)
        if one != letter.organisation and _is_party(letter, one)
    )
    return (Audience.SOME, others) if others else (Audience.OWN, ())


def _with_account(letter: Letter, account: Account, sender: str) -> Caller | Refusal:
    caller, side = caller_for(account), letter.organisation
    belongs = caller.is_consultant if side is None else side.pk in organisations(caller)
    if not account.is_active or not belongs:
        known = letter.email == sender
        return Refusal.NO_LONGER_PARTY if known else Refusal.UNKNOWN_SENDER
    if side is not None and not _is_party(letter, side):
        return Refusal.NO_LONGER_PARTY
    return caller


def _is_party(letter: Letter, organisation: Organisation) -> bool:
    parties = letter.message.dialogue.participants
    return parties.filter(organisation=organisation).exists()


def _without_account(organisation: Organisation) -> Caller:
    role = Role.COORDINATOR if organisation.is_municipality else Role.LANDLORD
    return WriterWithoutAccount(held=(Held(role, organisation.place, organisation.pk),))
