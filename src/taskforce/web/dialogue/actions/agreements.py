"""Write down what has been agreed, change it, and say that it has been done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.dialogue.models import Agreement, Dialogue
from taskforce.web.dialogue.queries.access import fulfils, parties_of, sees
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation


@transaction.atomic
def agree(dialogue: Dialogue, facts: Mapping[str, Any], *, by: Caller) -> Agreement:
    """Write down an agreement; every party may.

    Raises
    ------
    ValidationError
        A value is missing, or its owner is no party.
    """
    if not sees(by, dialogue) or not dialogue.is_open:
        raise PermissionDenied
    _check_owner(dialogue, facts.get("owner"))
    return add(Agreement(dialogue=dialogue, written_by_id=by.account_id, **facts), by=by)


@transaction.atomic
def change_agreement(agreement: Agreement, new: Mapping[str, Any], *, by: Caller) -> bool:
    """Set what, who and when anew; a new day is reminded of anew."""
    if not fulfils(by, agreement):
        raise PermissionDenied
    _check_owner(agreement.dialogue, new.get("owner"))
    moved = {"reminded_on": None} if new.get("due") != agreement.due else {}
    return change(agreement, {**new, **moved}, by=by)


def fulfil(agreement: Agreement, *, on: date, by: Caller) -> bool:
    """Say that it has been done."""
    if not fulfils(by, agreement):
        raise PermissionDenied
    return change(agreement, {"done_on": on}, by=by, what="agreement.done")


def _check_owner(dialogue: Dialogue, owner: Organisation | None) -> None:
    if owner is not None and owner not in parties_of(dialogue):
        raise ValidationError({"owner": _("Choose among the parties of the dialogue.")})
