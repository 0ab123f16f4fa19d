"""Erase a human being: name, mail and phone go, what the role did stays."""

from __future__ import annotations

from copy import copy

from django.db import models, transaction
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.record import erase_details
from taskforce.web.frame.journal.writing import change, remove
from taskforce.web.people.actions.accounts import take_role
from taskforce.web.people.actions.duties import end_duty
from taskforce.web.people.models import Account, Invitation, Person
from taskforce.web.people.queries.personal_data import invitations_to


def erase_person(person: Person, *, by: Actor) -> None:
    """Erase somebody from the register, with the account if they have one."""
    _erase(person, person.account, by=by)


def erase_account(account: Account, *, by: Actor) -> None:
    """Erase an account, with the entry in the register if it has one.

    Raises
    ------
    ValidationError
        It is the last administrator; nothing was erased.
    """
    _erase(Person.objects.filter(account=account).first(), account, by=by)


@transaction.atomic
def _erase(person: Person | None, account: Account | None, *, by: Actor) -> None:
    sent = invitations_to(person, account)
    if person is not None:
        _leave_history(person, by=by)
        _erase_one(person, by=by)
    for invitation in sent:
        _erase_one(invitation, by=by)
    if account is not None:
        for grant in account.grants.all():
            take_role(grant, by=by)
        # What they have written stays, unnamed: the database empties the author's field.
        _erase_one(account, by=by)


def erase_invitation(invitation: Invitation, *, by: Actor) -> None:
    """Erase an invitation that has done its work."""
    _erase_one(invitation, by=by)


@transaction.atomic
def _erase_one(thing: models.Model, *, by: Actor) -> None:
    """Remove it, and what the journal's lines say of it; the lines themselves stay."""
    gone = copy(thing)  # a removed thing no longer knows its own number
    remove(thing, by=by, what=f"{thing._meta.model_name}.erased")
    erase_details([gone], by=by, about=gone)


def _leave_history(person: Person, *, by: Actor) -> None:
    for duty in person.duties.all():
        if duty.until is None:
            end_duty(duty, on=max(localdate(), duty.since), by=by)
        change(duty, {"person": None}, by=by, what="duty.unnamed")
