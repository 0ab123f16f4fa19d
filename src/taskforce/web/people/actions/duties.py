"""Give people their roles, let one take over from another, and end them; the history stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.models import Duty, DutyKind, Organisation, Person


def start_duty(person: Person, kind: DutyKind, *, since: date, by: Actor, **facts: Any) -> Duty:
    """Give somebody a role in their own organisation.

    Raises
    ------
    ValidationError
        The organisation has a coordinator already, or the person has left.
    """
    if person.left_on is not None:
        raise ValidationError({"person": _("This person has left.")})
    duty = Duty(organisation=person.organisation, person=person, kind=kind, since=since, **facts)
    return add(duty, by=by, what="duty.started")


@transaction.atomic
def hand_over_duty(duty: Duty, person: Person, *, on: date, by: Actor, **facts: Any) -> Duty:
    """Let somebody take over a role on a day: the old duty ends as the new one begins.

    Raises
    ------
    ValidationError
        The duty has ended already, or the one who takes over works somewhere else.
    """
    if person.organisation_id != duty.organisation_id:
        raise ValidationError({"person": _("Choose somebody from the same organisation.")})
    if person.pk == duty.person_id:
        raise ValidationError({"person": _("Choose somebody else than the one who hands over.")})
    end_duty(duty, on=on, by=by, what="duty.handed_over")
    same = {"mandate": duty.mandate, "audience": duty.audience, "source": duty.source}
    return start_duty(person, DutyKind(duty.kind), since=on, by=by, **{**same, **facts})


def end_duty(duty: Duty, *, on: date, by: Actor, what: str = "duty.ended") -> None:
    """End a role on a day; it stays in the history.

    Raises
    ------
    ValidationError
        The duty has ended already, or had not begun by then.
    """
    if duty.until is not None:
        raise ValidationError(_("This role has ended already."))
    if on < duty.since:
        raise ValidationError({"on": _("The role had not begun by that day.")})
    change(duty, {"until": on}, by=by, what=what)


def change_duty(duty: Duty, new: Mapping[str, Any], *, by: Actor) -> bool:
    """Set what a duty lets somebody decide, who may see it, and where we have it from."""
    return change(duty, new, by=by)


@transaction.atomic
def confirm_entered(organisation: Organisation, *, by: Actor) -> int:
    """The organisation says that what the taskforce entered for it is right."""
    entered = list(organisation.duties.filter(on_behalf=True))
    for duty in entered:
        change(duty, {"on_behalf": False}, by=by, what="duty.confirmed")
    return len(entered)
