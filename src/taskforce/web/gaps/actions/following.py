"""Send the answer to those who asked for it, and said so twice."""

from __future__ import annotations

from smtplib import SMTPException

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from taskforce.web.frame.journal.actor import VISITOR, Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.gaps.actions.erasing import forget_mail
from taskforce.web.gaps.models import Gap, GapStep, StepKind
from taskforce.web.gaps.queries.receipt import confirming_token, link_of
from taskforce.web.people.letters import send_letter


@transaction.atomic
def follow(gap: Gap, email: str, *, language: str) -> None:
    """Keep a mail address; it gets nothing but a question before it has been confirmed."""
    new = {"email": email, "email_given_at": timezone.now(), "email_confirmed_at": None}
    change(gap, {**new, "language": language}, by=VISITOR)


def ask_to_confirm(gap: Gap) -> bool:
    """Send the mail that asks whether the address is right; False where it could not be sent."""
    with translation.override(gap.language):
        path = reverse("gap-follow-confirm", args=[confirming_token(gap)])
    told = {"gap": gap, "confirm": settings.SITE_URL + path, "link": link_of(gap)}
    return _sent("gaps/mails/confirm", gap, told)


@transaction.atomic
def confirm(gap: Gap) -> None:
    """The address is right: the answer will be sent there."""
    if gap.email_confirmed_at is None:
        change(gap, {"email_confirmed_at": timezone.now()}, by=VISITOR)


def stop(gap: Gap) -> None:
    """No more mails: the address is erased."""
    forget_mail(gap, by=VISITOR)


def send_answers(*, by: Actor, gap: Gap | None = None) -> tuple[int, int]:
    """Send the answers that have not been sent; returns how many went, and how many did not."""
    steps = GapStep.objects.filter(kind=StepKind.ANSWERED, mailed_at__isnull=True)
    steps = steps.filter(gap__email_confirmed_at__isnull=False).exclude(gap__email="")
    if gap is not None:
        steps = steps.filter(gap=gap)
    went = [_send_answer(step, by=by) for step in steps.select_related("gap", "municipality")]
    return went.count(True), went.count(False)


def _send_answer(step: GapStep, *, by: Actor) -> bool:
    gap = step.gap
    told = {"gap": gap, "step": step, "link": link_of(gap)}
    if not _sent("gaps/mails/answer", gap, told):
        return False
    change(step, {"mailed_at": timezone.now()}, by=by)
    return True


def _sent(template: str, gap: Gap, told: dict[str, object]) -> bool:
    try:
        send_letter(template, gap.email, language=gap.language, told=told)
    except (SMTPException, OSError):
        # The report and its answer are kept; the receipt shows them, and the night tries again.
        return False
    return True
