"""Let nothing about the one who reported stay longer than it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.gaps.actions.files import unlink
from taskforce.web.gaps.models import OPEN, Gap, StepKind

# A mail address that nobody confirmed, one whose answer has been sent, and the report itself.
UNCONFIRMED = timedelta(days=7)
MAIL_AFTER_ANSWER = timedelta(days=180)
REPORT = timedelta(days=730)
_NO_MAIL = {"email": "", "email_given_at": None, "email_confirmed_at": None}
_NOTHING = {
    **_NO_MAIL,
    "what": "",
    "label": "",
    "address_id": "",
    "operator": "",
    "longitude": None,
    "latitude": None,
    "photo": "",
}


@dataclass(frozen=True, slots=True)
class Erased:
    """How much was erased."""

    mails: int
    reports: int


@transaction.atomic
def erase(gap: Gap, *, by: Actor) -> None:
    """Erase what was said and where; that there was a report, and its hexagon, stays."""
    file = gap.photo.name
    change(gap, {**_NOTHING, "erased_at": timezone.now()}, by=by, what="gap.erased")
    for step in gap.steps.exclude(kind=StepKind.LOOKED_INTO).exclude(text=""):
        change(step, {"text": ""}, by=by)
    transaction.on_commit(lambda: unlink(gap, file) if file else None)


@transaction.atomic
def forget_mail(gap: Gap, *, by: Actor) -> None:
    """Erase the mail address; the receipt's link still works."""
    change(gap, _NO_MAIL, by=by, what="gap.mail_erased")


def retention(*, on: date, by: Actor) -> Erased:
    """Erase what is no longer needed on a day."""
    unconfirmed = Q(email_confirmed_at__isnull=True, email_given_at__date__lte=on - UNCONFIRMED)
    answered = Q(answered_at__date__lte=on - MAIL_AFTER_ANSWER)
    mails = list(Gap.objects.exclude(email="").filter(unconfirmed | answered))
    for gap in mails:
        forget_mail(gap, by=by)
    old = Gap.objects.filter(received_at__date__lte=on - REPORT, erased_at__isnull=True)
    reports = list(old.exclude(state__in=OPEN))
    for gap in reports:
        erase(gap, by=by)
    return Erased(len(mails), len(reports))
