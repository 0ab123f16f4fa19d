"""What the one who reported may do by the receipt's link: correct, open again, withdraw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import VISITOR, Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.gaps.actions.erasing import erase
from taskforce.web.gaps.models import Gap, GapState, GapStep, StepKind
from taskforce.web.gaps.queries.deadlines import due_after


@transaction.atomic
def correct(gap: Gap, said: Mapping[str, Any]) -> None:
    """Change what was said, while it has not been answered.

    Raises
    ------
    ValidationError
        It has come to an end, or something in it does not hold.
    """
    gap = _held(gap)
    if not gap.is_open:
        raise ValidationError(_("The report has been answered. Open it again instead."))
    change(gap, said, by=VISITOR)
    _step(gap, StepKind.CORRECTED, by=VISITOR)


@transaction.atomic
def reopen(gap: Gap, text: str, *, by: Actor = VISITOR) -> None:
    """Say that the answer was not enough; the municipality's days begin anew.

    Raises
    ------
    ValidationError
        There is no answer.
    """
    gap = _held(gap)
    if gap.state != GapState.ANSWERED:
        raise ValidationError(_("Only a report that has been answered can be opened again."))
    due = due_after(gap.municipality, localdate())
    change(gap, {"state": GapState.RECEIVED, "answered_at": None, "due_on": due}, by=by)
    _step(gap, StepKind.REOPENED, text=text, by=by)


@transaction.atomic
def withdraw(gap: Gap) -> None:
    """Take the report back; what was said and where is erased at once."""
    gap = _held(gap)
    if gap.state == GapState.WITHDRAWN:
        return
    change(gap, {"state": GapState.WITHDRAWN}, by=VISITOR)
    erase(gap, by=VISITOR)


def _held(gap: Gap) -> Gap:
    return Gap.objects.select_for_update(of=("self",)).get(pk=gap.pk)


def _step(gap: Gap, kind: StepKind, *, by: Actor, text: str = "") -> None:
    add(GapStep(gap=gap, kind=kind, text=text, at=timezone.now()), by=by)
