"""Keep the log of contacts, and what is to happen next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.models import ContactLog, Organisation


def log_contact(organisation: Organisation, *, by: Actor, **facts: Any) -> ContactLog:
    """Write down that we have talked with an organisation."""
    entry = ContactLog(organisation=organisation, written_by_id=by.account_id, **facts)
    return add(entry, by=by)


def change_contact(entry: ContactLog, new: Mapping[str, Any], *, by: Actor) -> bool:
    """Mend an entry."""
    return change(entry, new, by=by)


def take_next_step(entry: ContactLog, *, by: Actor) -> bool:
    """The next step has been taken; it waits for nobody any more."""
    return change(entry, {"next_step_done": True}, by=by, what="contactlog.step_taken")
