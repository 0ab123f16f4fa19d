"""Tell readers by mail what is new in their areas, once and in one mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.news.models import NewsItem, Subscription
from taskforce.web.news.queries.mails import link_to, untold

_TEMPLATE = "news/mails/new"


@dataclass(frozen=True, slots=True)
class Sent:
    """How many mails went, and how many the mail server would not take."""

    sent: int
    failed: int


def send_news(*, at: datetime, by: Actor) -> Sent:
    """Send each reader what is untold; whoever could not be reached is tried again next time."""
    went = []
    for one in Subscription.objects.all():
        news = untold(one, at)
        if news:
            went.append(_send(one, news, at=at, by=by))
    return Sent(went.count(True), went.count(False))


@transaction.atomic
def _send(one: Subscription, news: list[NewsItem], *, at: datetime, by: Actor) -> bool:
    change(one, {"told_until": at}, by=by)
    try:
        _letter(one, news).send()
    except (SMTPException, OSError):
        transaction.set_rollback(True)
        return False
    return True


def _letter(one: Subscription, news: list[NewsItem]) -> EmailMultiAlternatives:
    with translation.override(one.language):
        rows = [(item, settings.SITE_URL + reverse("news-item", args=[item.slug])) for item in news]
        told = {"rows": rows, "site": settings.SITE_URL, "own": link_to("news-mail-own", one)}
        subject = " ".join(render_to_string(f"{_TEMPLATE}_subject.txt", told).split())
        text = render_to_string(f"{_TEMPLATE}_message.txt", told).strip() + "\n"
        page = render_to_string(f"{_TEMPLATE}_message.html", told)
    # RFC 8058: the mail program's own button stops the mails with one click.
    stop = f"<{link_to('news-mail-stop', one)}>"
    headers = {"List-Unsubscribe": stop, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    letter = EmailMultiAlternatives(subject, text, to=[one.email], headers=headers)
    letter.attach_alternative(page, "text/html")
    return letter
