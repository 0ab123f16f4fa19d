"""The mail about what awaits somebody, every weekday or every Monday; never an empty one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.caller import Caller, caller_for
from taskforce.web.people.models import Account
from taskforce.web.people.models.account import Digest
from taskforce.web.workspace.models import DigestSent
from taskforce.web.workspace.queries.changes import News, news
from taskforce.web.workspace.queries.waiting import Waiting, waiting

_SALT = "workspace.digest"
_NEWEST = 10
_MONDAY, _SATURDAY = 0, 5


@dataclass(frozen=True, slots=True)
class Contents:
    """What one mail tells."""

    waiting: Waiting
    news: list[News]
    more_news: int = 0

    @property
    def says_something(self) -> bool:
        return bool(self.waiting.total or self.news)


@dataclass(frozen=True, slots=True)
class Sent:
    """How many mails went, and how many the mail server would not take."""

    sent: int
    failed: int


def send_digests(*, on: date, by: Actor) -> Sent:
    """Send every mail that is due on a day, each account for itself."""
    went = [send_digest(account, on=on, by=by) for account in due_on(on)]
    return Sent(went.count(True), went.count(False))


def due_on(on: date) -> list[Account]:
    """The accounts that have asked for a mail on such a day, and have not had it yet."""
    wished = [Digest.DAILY] if on.weekday() < _SATURDAY else []
    if on.weekday() == _MONDAY:
        wished.append(Digest.WEEKLY)
    asking = Account.objects.filter(is_active=True, digest__in=wished)
    return list(asking.exclude(digest_sent__sent_on__gte=on))


def send_digest(account: Account, *, on: date, by: Actor) -> bool | None:
    """Send one mail; None when there is nothing to tell, False when it could not be sent."""
    caller = caller_for(account)
    with translation.override(account.language):
        told = contents(caller, account, on)
        if not told.says_something:
            return None
        mail = written(account, told)
    try:
        with transaction.atomic():
            _note(account, on, by)
            mail.send()
    except (SMTPException, OSError):
        return False
    return True


def contents(caller: Caller, account: Account, on: date) -> Contents:
    """What has come up since the last mail, and what awaits."""
    last = DigestSent.objects.filter(account=account).first()
    usual = timedelta(days=7 if account.digest == Digest.WEEKLY else 1)
    since = last.sent_on if last else on - usual
    told = news(caller, since)
    return Contents(waiting(caller, on), told[:_NEWEST], len(told[_NEWEST:]))


def written(account: Account, told: Contents) -> EmailMultiAlternatives:
    """The mail in the language of the moment, as plain text and as HTML."""
    stop = settings.SITE_URL + reverse("digest-stop", args=[token_for(account)])
    given = {"account": account, "told": told, "site": settings.SITE_URL, "stop": stop}
    mail = EmailMultiAlternatives(
        subject=_subject(told),
        body=render_to_string("workspace/mail/digest.txt", given),
        to=[account.email],
        # Lets the mail program itself offer to stop them (RFC 8058).
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    mail.attach_alternative(render_to_string("workspace/mail/digest.html", given), "text/html")
    return mail


def token_for(account: Account) -> str:
    """What stands in the link that stops the mails; nobody else can make it."""
    return signing.dumps(account.pk, salt=_SALT)


def account_of(token: str) -> Account | None:
    """Whose mails a link stops, or None for a link that is not ours."""
    try:
        return Account.objects.filter(pk=signing.loads(token, salt=_SALT)).first()
    except signing.BadSignature:
        return None


def stop(account: Account) -> bool:
    """No more of these mails."""
    return change(account, {"digest": Digest.NEVER}, by=caller_for(account))


def _note(account: Account, on: date, by: Actor) -> None:
    last = DigestSent.objects.filter(account=account).first()
    if last is None:
        add(DigestSent(account=account, sent_on=on), by=by)
    else:
        change(last, {"sent_on": on}, by=by)


def _subject(told: Contents) -> str:
    overdue, total = len(told.waiting.overdue), told.waiting.total
    if overdue:
        words = ngettext("%(count)s thing is overdue", "%(count)s things are overdue", overdue)
        return words % {"count": overdue}
    if total:
        words = ngettext("%(count)s thing awaits you", "%(count)s things await you", total)
        return words % {"count": total}
    return gettext("News on your desk")
