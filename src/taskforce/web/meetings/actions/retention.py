"""Forget the names of those who came instead of others: a year after the meeting."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.meetings.models import Answer, Invitee

KEPT_FOR = timedelta(days=365)
_SOMEBODY = "–"


@transaction.atomic
def forget_substitutes(*, on: date, by: Actor) -> int:
    """How many names went; that somebody came instead is still known."""
    old = Invitee.objects.filter(
        answer=Answer.SUBSTITUTE, meeting__ends_at__date__lt=on - KEPT_FOR
    ).exclude(substitute=_SOMEBODY)
    rows = list(old)
    for one in rows:
        change(one, {"substitute": _SOMEBODY}, by=by, what="invitee.unnamed")
    return len(rows)
