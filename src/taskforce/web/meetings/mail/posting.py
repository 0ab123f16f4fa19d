"""What every mail about a meeting has: two versions, a link, and a server that may be away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from taskforce.web.meetings.models import Invitee, Meeting


@dataclass(frozen=True, slots=True)
class Went:
    """How many mails went, and how many the mail server would not take."""

    sent: int
    failed: int


def counted(went: Iterable[bool]) -> Went:
    """How many went and how many did not; each is tried while it is counted."""
    tried = list(went)
    return Went(tried.count(True), tried.count(False))


def mail_to(
    invitee: Invitee, subject: str, template: str, told: dict[str, object]
) -> EmailMultiAlternatives:
    """A mail as plain text and as HTML."""
    given = {**told, "meeting": invitee.meeting, "link": _link(invitee.meeting)}
    text = render_to_string(f"meetings/mails/{template}.txt", given).strip() + "\n"
    mail = EmailMultiAlternatives(" ".join(subject.split()), text, to=[invitee.email])
    page = render_to_string(f"meetings/mails/{template}.html", given)
    mail.attach_alternative(page, "text/html")
    return mail


def taken(send: Callable[[], object]) -> bool:
    """Whether the mail server took it."""
    try:
        send()
    except (SMTPException, OSError):
        return False
    return True


def _link(meeting: Meeting) -> str:
    return settings.SITE_URL + reverse("meeting", args=[meeting.pk])
