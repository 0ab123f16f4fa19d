"""Keep the parties of a case, and what is written between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from taskforce.web.cases.models import Audience, Case, Message, Party
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.record import erase_details
from taskforce.web.frame.journal.writing import add, remove


def add_party(case: Case, facts: Mapping[str, Any], *, by: Actor) -> Party:
    """Add somebody whom the case concerns."""
    return add(Party(case=case, **facts), by=by)


@transaction.atomic
def remove_party(party: Party, *, by: Actor) -> None:
    """Take a party away; the journal forgets the name, and keeps that there was one."""
    case, gone = party.case, Party(pk=party.pk, case=party.case)
    remove(party, by=by)
    erase_details([gone], by=by, about=case)


def write_message(
    case: Case, text: str, *, by: Actor, audience: Audience, on_behalf_of: str
) -> Message:
    """Write to those who take part in the case."""
    message = Message(
        case=case,
        audience=audience,
        text=text.strip(),
        written_by_id=by.account_id,
        on_behalf_of=on_behalf_of,
        written_at=timezone.now(),
    )
    return add(message, by=by)
