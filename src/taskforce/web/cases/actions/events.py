"""Write down what happened to a case, and let its state follow."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from taskforce.web.cases.models import Case, Event, EventKind
from taskforce.web.cases.steps import may_follow, moves, state_after
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove


@transaction.atomic
def write_event(
    case: Case,
    kind: EventKind,
    *,
    on: date,
    by: Actor,
    reason: str = "",
    waits_for_applicant: bool = True,
) -> Event:
    """Write an event, with the reason where somebody has to wait.

    Raises
    ------
    ValidationError
        It cannot follow what happened before, or lies in the future.
    """
    _refuse_unless_possible(case, kind, on)
    event = Event(
        case=case,
        kind=kind,
        on=on,
        reason=reason.strip(),
        waits_for_applicant=waits_for_applicant,
        entered_by_id=by.account_id,
    )
    add(event, by=by)
    _settle(case, by)
    return event


@transaction.atomic
def take_back(event: Event, *, by: Actor) -> None:
    """Remove an event that was entered by mistake; only the last one, so that no gap is left.

    Raises
    ------
    ValidationError
        It is not the last, or the decision rests on it.
    """
    case = event.case
    last = case.events.order_by("pk").last()
    if event.kind in (EventKind.DECIDED, EventKind.RECEIVED) or last != event:
        raise ValidationError(
            _("Only the last event can be taken back, and never the application or the decision.")
        )
    remove(event, by=by)
    _settle(case, by)


def _settle(case: Case, by: Actor) -> None:
    change(case, {"state": state_after(case.events.all())}, by=by)


def _refuse_unless_possible(case: Case, kind: EventKind, on: date) -> None:
    if not may_follow(kind, case.state):
        raise ValidationError(
            _("“%(step)s” cannot be written while the case is “%(state)s”."),
            params={"step": kind.label, "state": case.get_state_display()},
        )
    if on > localdate():
        raise ValidationError(_("The day lies in the future."))
    before = [one.on for one in case.events.all() if moves(one.kind)]
    if before and on < max(before):
        raise ValidationError(_("The day lies before the step that came before it."))
