"""Open a dialogue, bring parties in, close it and take it up again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.dialogue.actions.messages import Said, write_message
from taskforce.web.dialogue.models import Dialogue, Message, Participant, Step
from taskforce.web.dialogue.queries.access import leads, names_contact, opens, sees
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind


@transaction.atomic
def open_dialogue(
    facts: Mapping[str, Any],
    said: str | Said,
    *,
    by: Caller,
    others: Iterable[Organisation] = (),
    files: Iterable[File[bytes]] = (),
) -> Message:
    """Open a dialogue with its first message, which all parties read.

    Parameters
    ----------
    facts
        Values of the dialogue's fields; `opened_for` is the side that opens it.
    said
        The first message; all parties read it.
    by
        Who opens it.
    others
        Organisations besides the municipality and the opener.
    files
        What goes with the first message.

    Raises
    ------
    PermissionDenied
        The caller may not open dialogues.
    ValidationError
        A value is missing or cannot be, or an organisation may not be a party.
    """
    if not opens(by):
        raise PermissionDenied
    first = Said(said) if isinstance(said, str) else said
    opened_at = first.at or timezone.now()
    dialogue = add(Dialogue(opened_by_id=by.account_id, opened_at=opened_at, **facts), by=by)
    parties = [dialogue.opened_for, dialogue.municipality, *others]
    for one in dict.fromkeys(one for one in parties if one is not None):
        _bring_in(dialogue, Participant(organisation=one), by=by)
    return write_message(dialogue, first, by=by, files=files)


@transaction.atomic
def add_party(dialogue: Dialogue, facts: Mapping[str, Any], *, by: Caller) -> Participant:
    """Bring an organisation in, or name the person to write to there.

    Raises
    ------
    ValidationError
        It is a party already, or may not be one.
    """
    _must(leads(by, dialogue))
    return _bring_in(dialogue, Participant(**facts), by=by)


@transaction.atomic
def name_contact(participant: Participant, facts: Mapping[str, Any], *, by: Caller) -> bool:
    """Name the person at a party to whom the mails go."""
    _must(names_contact(by, participant))
    person = facts["person"]
    if person is not None and person.organisation_id != participant.organisation_id:
        raise ValidationError({"person": _("Choose somebody who works there.")})
    return change(participant, {"person": person}, by=by)


@transaction.atomic
def remove_party(participant: Participant, *, by: Caller) -> None:
    """Take a party out: from now on it reads nothing here, not even its own messages.

    Raises
    ------
    ValidationError
        The municipality and the opener stay as long as the dialogue does.
    """
    dialogue = participant.dialogue
    _must(leads(by, dialogue))
    if participant.organisation_id in (dialogue.municipality_id, dialogue.opened_for_id):
        raise ValidationError(_("The municipality, and the one who opened the dialogue, stay."))
    if dialogue.agreements.filter(owner=participant.organisation_id, done_on=None).exists():
        raise ValidationError(
            _("The organisation still has something to do here. Change the agreement first.")
        )
    remove(participant, by=by)


def change_dialogue(dialogue: Dialogue, new: Mapping[str, Any], *, by: Caller) -> bool:
    """Mend the subject, what stops, or the clause."""
    _must(leads(by, dialogue))
    return change(dialogue, new, by=by)


@transaction.atomic
def close(dialogue: Dialogue, text: str, *, by: Caller) -> Message:
    """Close it, and tell all parties what came of it.

    Raises
    ------
    ValidationError
        Something that was agreed has not been done.
    """
    _must(leads(by, dialogue) and dialogue.is_open)
    if dialogue.agreements.filter(done_on__isnull=True).exists():
        raise ValidationError(
            _("Something that was agreed has not been done. Say so on the agreement first.")
        )
    told = write_message(dialogue, Said(text, step=Step.CLOSED), by=by)
    change(dialogue, {"closed_at": timezone.now()}, by=by, what="dialogue.closed")
    return told


@transaction.atomic
def reopen(dialogue: Dialogue, text: str, *, by: Caller) -> Message:
    """Take it up again, and tell all parties why; every party may."""
    _must(sees(by, dialogue) and not dialogue.is_open and dialogue.forgotten_on is None)
    change(dialogue, {"closed_at": None}, by=by, what="dialogue.reopened")
    return write_message(dialogue, Said(text, step=Step.REOPENED), by=by)


def _bring_in(dialogue: Dialogue, participant: Participant, *, by: Caller) -> Participant:
    organisation = participant.organisation
    operator = organisation.kind == OrganisationKind.OPERATOR
    if dialogue.is_obstacle and operator and organisation != dialogue.opened_for:
        raise ValidationError({"organisation": _("No other operator may see what stops this one.")})
    if operator and _is_another_operator(dialogue, by, organisation):
        raise ValidationError(
            {"organisation": _("Only the municipality or the taskforce brings in an operator.")}
        )
    person = participant.person
    if person is not None and person.organisation_id != organisation.pk:
        raise ValidationError({"person": _("Choose somebody who works there.")})
    participant.dialogue, participant.joined_at = dialogue, timezone.now()
    return add(participant, by=by)


def _is_another_operator(dialogue: Dialogue, by: Caller, organisation: Organisation) -> bool:
    authority = by.is_consultant or bool(by.municipalities)
    return not authority and organisation != dialogue.opened_for


def _must(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
