"""Send the minutes to each guest, as each may read them; what fails is tried again in the night."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone, translation
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from taskforce.report.paper.paper import pdf
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change
from taskforce.web.meetings.mail.posting import Went, counted, mail_to, taken
from taskforce.web.meetings.models import AgendaItem, Invitee, Meeting
from taskforce.web.meetings.queries.access import agenda_of_guest, invited
from taskforce.web.meetings.queries.export import paper_of
from taskforce.web.meetings.queries.mailed import due_minutes
from taskforce.web.people.caller import Caller

# Papers that have been set, by language and items: most guests read the same.
Papers = dict[tuple[str, tuple[int, ...]], bytes]


def send_minutes(meeting: Meeting, *, by: Caller) -> Went:
    """Note that the minutes go out, and send them to everybody who is invited.

    Raises
    ------
    ValidationError
        Somebody else has sent them since the meeting was read.
    """
    _note(meeting, by=by)
    return send_due_minutes(meeting)


def send_due_minutes(meeting: Meeting | None = None) -> Went:
    """Send what is due, of one meeting or of all; whoever has got the minutes gets nothing."""
    papers: Papers = {}
    return counted(_sent(one, papers) for one in due_minutes(meeting) if one.email)


def written(invitee: Invitee, papers: Papers) -> EmailMultiAlternatives:
    """The mail with the minutes in it, and as a PDF, in the guest's language."""
    meeting, items = invitee.meeting, agenda_of_guest(invitee)
    with translation.override(invitee.language):
        told: dict[str, object] = {
            "items": [one for one in items if one.minutes],
            "outcomes": list(meeting.outcomes.select_related("owner")),
        }
        subject = gettext("Minutes: %(meeting)s") % {"meeting": meeting.title}
        mail = mail_to(invitee, subject, "minutes", told)
        key = (invitee.language, tuple(one.pk for one in items))
        if key not in papers:
            papers[key] = _paper(meeting, items)
        mail.attach(gettext("minutes.pdf"), papers[key], "application/pdf")
    return mail


def _paper(meeting: Meeting, items: list[AgendaItem]) -> bytes:
    today = localdate()
    return pdf("case", paper_of(meeting, items, on=today), on=today)


@transaction.atomic
def _note(meeting: Meeting, *, by: Caller) -> None:
    known = Meeting.objects.select_for_update().get(pk=meeting.pk).minutes_sent_at
    if known != meeting.minutes_sent_at:
        raise ValidationError(_("The minutes have been sent already."))
    change(meeting, {"minutes_sent_at": timezone.now()}, by=by, what="meeting.minutes_sent")
    for one in invited(meeting):
        change(one, {"minutes_tries": 0}, by=by, what="invitee.minutes_due")


def _sent(invitee: Invitee, papers: Papers) -> bool:
    # No transaction is open while the mail server answers: others want to write meanwhile.
    well = taken(lambda: written(invitee, papers).send())
    new = {"minutes_mailed_at": timezone.now(), "minutes_tries": 0}
    failed = {"minutes_tries": invitee.minutes_tries + 1}
    what = "invitee.minutes_mailed" if well else "invitee.minutes_failed"
    change(invitee, new if well else failed, by=SOFTWARE, what=what)
    return well
