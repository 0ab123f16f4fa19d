"""Remind those who have promised something: a week before its day, and the day after."""

from __future__ import annotations

from datetime import date, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from taskforce.web.dialogue.mail.outgoing import Went
from taskforce.web.dialogue.models import Agreement
from taskforce.web.dialogue.queries.recipients import Recipient, of_organisation, the_taskforce
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change

SOON = timedelta(days=7)


def remind(*, on: date, by: Actor) -> Went:
    """Send each reminder that is due on a day, once."""
    went = [_reminded(one, on=on, by=by) for one in due_on(on)]
    return Went(went.count(True), went.count(False))


def due_on(on: date) -> list[Agreement]:
    """What is due within a week and has not been reminded of, and what has become overdue since."""
    ahead = Q(due__gte=on, due__lte=on + SOON, reminded_on__isnull=True)
    late = Q(due__lt=on) & (Q(reminded_on__isnull=True) | Q(reminded_on__lte=F("due")))
    waiting = Agreement.objects.filter(
        ahead | late, done_on__isnull=True, dialogue__closed_at__isnull=True
    )
    return list(waiting.select_related("dialogue", "owner"))


def _reminded(agreement: Agreement, *, on: date, by: Actor) -> bool:
    try:
        with transaction.atomic():
            change(agreement, {"reminded_on": on}, by=by, what="agreement.reminded")
            for recipient in _owners(agreement):
                _written(agreement, recipient, on=on).send()
    except (SMTPException, OSError):
        return False
    return True


def _owners(agreement: Agreement) -> list[Recipient]:
    if agreement.owner is None:
        return the_taskforce(agreement.dialogue)
    party = agreement.dialogue.participants.filter(organisation=agreement.owner).first()
    return of_organisation(agreement.owner, party.person if party else None)


def _written(agreement: Agreement, recipient: Recipient, *, on: date) -> EmailMultiAlternatives:
    with translation.override(recipient.language):
        late = agreement.is_overdue(on)
        told = {
            "agreement": agreement,
            "late": late,
            "link": settings.SITE_URL + reverse("dialogue", args=[agreement.dialogue_id]),
        }
        words = gettext("Overdue: %(what)s") if late else gettext("To be done soon: %(what)s")
        mail = EmailMultiAlternatives(
            subject=" ".join((words % {"what": agreement.what}).split()),
            body=render_to_string("dialogue/mails/reminder.txt", told).strip() + "\n",
            to=[recipient.email],
            headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
        )
        page = render_to_string("dialogue/mails/reminder.html", told)
    mail.attach_alternative(page, "text/html")
    return mail
