"""Send each guest the newest version of an invitation, take it back, and send the minutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change
from taskforce.web.meetings.calendar import CANCEL, REQUEST, Guest, invitation
from taskforce.web.meetings.models import Invitee, Meeting
from taskforce.web.meetings.queries.access import invited
from taskforce.web.meetings.queries.feed import appointment
from taskforce.web.people.caller import Caller

# After so many tries somebody has to look at the mail server.
MOST_TRIES = 8
_GOES = Q(removed_at__isnull=True, meeting__cancelled_at__isnull=True)
_NEW = Q(sent_sequence__isnull=True) | Q(sent_sequence__lt=F("meeting__sequence"))


@dataclass(frozen=True, slots=True)
class Went:
    """How many mails went, and how many the mail server would not take."""

    sent: int
    failed: int


def send_invitations(meeting: Meeting | None = None) -> Went:
    """Send what is due, for one meeting or for all; what fails is tried again in the night.

    Whoever has the newest version already gets nothing; a meeting that is over is left alone.
    """
    told = Q(sent_sequence__isnull=False, cancelled=False)
    due = Invitee.objects.filter((_GOES & _NEW) | (~_GOES & told), tries__lt=MOST_TRIES)
    due = due.filter(meeting__ends_at__gt=timezone.now())
    if meeting is not None:
        due = due.filter(meeting=meeting)
    rows = due.select_related("meeting", "organisation", "account", "person")
    went = [_sent(one) for one in rows if one.email]
    return Went(went.count(True), went.count(False))


def send_minutes(meeting: Meeting, *, by: Caller) -> Went:
    """Send the minutes to everybody who is invited, and note that they have been sent."""
    change(meeting, {"minutes_sent_at": timezone.now()}, by=by, what="meeting.minutes_sent")
    went = [_tried(lambda one=one: _minutes(one).send()) for one in invited(meeting) if one.email]  # type: ignore[misc]
    return Went(went.count(True), went.count(False))


def written(invitee: Invitee) -> EmailMultiAlternatives:
    """The mail with the invitation in it, in the guest's language."""
    meeting = invitee.meeting
    gone = invitee.removed_at is not None or meeting.cancelled_at is not None
    method = CANCEL if gone else REQUEST
    with translation.override(invitee.language):
        words = _subject(invitee, gone=gone) % {"meeting": meeting.title}
        told = {"meeting": meeting, "gone": gone, "link": _link(meeting), "invitee": invitee}
        mail = _mail(words, "invitation", invitee, told)
        content = invitation(
            appointment(meeting),
            method=method,
            organiser=_bare(settings.DEFAULT_FROM_EMAIL),
            guest=Guest(invitee.email, invitee.answer),
            stamp=timezone.now(),
        ).decode()
    # Calendars read the invitation in the mail itself; people may open it as a file.
    mail.attach_alternative(content, f"text/calendar; method={method}")
    mail.attach("meeting.ics", content, "application/ics")
    return mail


def _subject(invitee: Invitee, *, gone: bool) -> str:
    if gone:
        return gettext("Cancelled: %(meeting)s")
    if invitee.sent_sequence is not None:
        return gettext("Changed: %(meeting)s")
    return gettext("Invitation: %(meeting)s")


def _minutes(invitee: Invitee) -> EmailMultiAlternatives:
    meeting = invitee.meeting
    with translation.override(invitee.language):
        words = gettext("Minutes: %(meeting)s") % {"meeting": meeting.title}
        outcomes = list(meeting.outcomes.select_related("owner"))
        told = {"meeting": meeting, "outcomes": outcomes, "link": _link(meeting)}
        return _mail(words, "minutes", invitee, told)


def _mail(
    subject: str, template: str, invitee: Invitee, told: dict[str, object]
) -> EmailMultiAlternatives:
    text = render_to_string(f"meetings/mails/{template}.txt", told).strip() + "\n"
    mail = EmailMultiAlternatives(" ".join(subject.split()), text, to=[invitee.email])
    page = render_to_string(f"meetings/mails/{template}.html", told)
    mail.attach_alternative(page, "text/html")
    return mail


def _link(meeting: Meeting) -> str:
    return settings.SITE_URL + reverse("meeting", args=[meeting.pk])


def _sent(invitee: Invitee) -> bool:
    # No transaction is open while the mail server answers: others want to write meanwhile.
    if not _tried(lambda: written(invitee).send()):
        change(invitee, {"tries": invitee.tries + 1}, by=SOFTWARE, what="invitee.mail_failed")
        return False
    gone = invitee.removed_at is not None or invitee.meeting.cancelled_at is not None
    new = {"sent_sequence": invitee.meeting.sequence, "cancelled": gone, "tries": 0}
    change(invitee, new, by=SOFTWARE, what="invitee.mailed")
    return True


def _tried(send: Callable[[], object]) -> bool:
    try:
        send()
    except (SMTPException, OSError):
        return False
    return True


def _bare(address: str) -> str:
    """The address in "Name <address>"."""
    return address.rpartition("<")[2].rstrip("> ")
