"""The links in the mails about news, and what each reader has not been told yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db.models import Q
from django.urls import reverse
from django.utils import translation

from taskforce.web.news.models import Category, NewsItem, Subscription
from taskforce.web.news.queries.public import public_news

_SALT = "news.subscribe"
_OWN = signing.Signer(salt="news.subscription", sep=".")
# A link that confirms an address holds for so long; until then nothing has been kept.
HOLDS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for: which mail address, which areas, which language."""

    email: str
    whole_region: bool
    codes: tuple[str, ...]
    language: str


def confirming_token(wanted: Wanted) -> str:
    """The end of the link that says yes; all that is asked for stands in it, and nowhere else."""
    told = [wanted.email, wanted.whole_region, list(wanted.codes), wanted.language]
    return signing.dumps(told, salt=_SALT, compress=True)


def wanted_by(token: str) -> Wanted | None:
    """What a link asks for; None where it is not ours, or too old."""
    try:
        email, whole, codes, language = signing.loads(token, salt=_SALT, max_age=HOLDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Wanted(email, whole, tuple(codes), language)


def token_of(one: Subscription) -> str:
    """The end of the link with which somebody changes or stops their mails."""
    return _OWN.sign(one.key)


def subscription_of(token: str) -> Subscription | None:
    """Whose mails a link is about; None where it is not ours, or they have been stopped."""
    key = _key_of(token)
    return Subscription.objects.filter(key=key).first() if key else None


def is_whole(token: str) -> bool:
    """Whether a link is one of ours, and nothing was cut off on its way."""
    return bool(_key_of(token))


def _key_of(token: str) -> str:
    try:
        return _OWN.unsign(token)
    except signing.BadSignature:
        return ""


def link_to(page: str, one: Subscription) -> str:
    """The whole address of a reader's own page, in the reader's language."""
    with translation.override(one.language):
        return settings.SITE_URL + reverse(page, args=[token_of(one)])


def untold(one: Subscription, at: datetime) -> list[NewsItem]:
    """The public news of the reader's areas that no mail has told yet, the oldest first.

    New figures are about every municipality, so they are told to everybody.
    """
    found = public_news(at).filter(publish_at__gt=one.told_until).order_by("publish_at", "pk")
    if one.whole_region:
        return list(found)
    own = one.municipalities.values_list("pk", flat=True)
    everywhere = Q(municipality__isnull=True, category=Category.FIGURES)
    return list(found.filter(everywhere | Q(municipality__in=list(own))))
