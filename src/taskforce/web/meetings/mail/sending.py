"""Send each guest the newest version of an invitation, or take it back."""

from __future__ import annotations

from django.core.mail import EmailMultiAlternatives
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change
from taskforce.web.meetings.calendar import CANCEL, REQUEST, Guest, invitation
from taskforce.web.meetings.mail.posting import Went, counted, mail_to, taken
from taskforce.web.meetings.models import Invitee, Meeting
from taskforce.web.meetings.queries.feed import appointment, organiser
from taskforce.web.meetings.queries.mailed import MOST_TRIES

_GOES = Q(removed_at__isnull=True, meeting__cancelled_at__isnull=True)
_NEW = Q(sent_sequence__isnull=True) | Q(sent_sequence__lt=F("meeting__sequence"))


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
    return counted(_sent(one) for one in rows if one.email)


def written(invitee: Invitee) -> EmailMultiAlternatives:
    """The mail with the invitation in it, in the guest's language."""
    meeting = invitee.meeting
    gone = invitee.removed_at is not None or meeting.cancelled_at is not None
    method = CANCEL if gone else REQUEST
    with translation.override(invitee.language):
        words = _subject(invitee, gone=gone) % {"meeting": meeting.title}
        mail = mail_to(invitee, words, "invitation", {"gone": gone})
        content = invitation(
            appointment(meeting),
            method=method,
            organiser=organiser(),
            guest=Guest(invitee.email, invitee.answer),
            stamp=timezone.now(),
        ).decode()
    # Calendars read the invitation in the mail itself; people may open it as a file.
    mail.attach_alternative(content, f"text/calendar; method={method}")
    mail.attach("meeting.ics", content, "application/ics")
    return mail


def _subject(invitee: Invitee, *, gone: bool) -> str:
    if invitee.meeting.cancelled_at is not None:
        return gettext("Cancelled: %(meeting)s")
    if gone:
        return gettext("Invitation taken back: %(meeting)s")
    if invitee.sent_sequence is not None:
        return gettext("Changed: %(meeting)s")
    return gettext("Invitation: %(meeting)s")


def _sent(invitee: Invitee) -> bool:
    # No transaction is open while the mail server answers: others want to write meanwhile.
    if not taken(lambda: written(invitee).send()):
        change(invitee, {"tries": invitee.tries + 1}, by=SOFTWARE, what="invitee.mail_failed")
        return False
    gone = invitee.removed_at is not None or invitee.meeting.cancelled_at is not None
    new = {"sent_sequence": invitee.meeting.sequence, "cancelled": gone, "tries": 0}
    change(invitee, new, by=SOFTWARE, what="invitee.mailed")
    return True
