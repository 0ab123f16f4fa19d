"""Send a draft: from then on the municipality sees it, and the first clock runs."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from taskforce.web.cases.actions.events import write_event
from taskforce.web.cases.models import Case, EventKind
from taskforce.web.cases.queries.completeness import completeness
from taskforce.web.frame.journal.actor import Actor


@transaction.atomic
def send(case: Case, *, on: date, by: Actor) -> None:
    """Send the application.

    Raises
    ------
    ValidationError
        Something without which nobody can read it is missing.
    """
    needed = [one.words for one in completeness(case) if one.needed and not one.done]
    if needed:
        raise ValidationError(needed)
    write_event(case, EventKind.RECEIVED, on=on, by=by)
