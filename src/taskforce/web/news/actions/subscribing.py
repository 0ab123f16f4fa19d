"""Mails about news: asked for twice, changed and stopped by the reader alone."""

from __future__ import annotations

import secrets
from smtplib import SMTPException

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from taskforce.web.frame.journal.actor import VISITOR
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.news.models import Subscription
from taskforce.web.news.queries.mails import Wanted, confirming_token
from taskforce.web.people.letters import send_letter
from taskforce.web.people.models import Organisation, OrganisationKind

_KEY_OCTETS = 16


def ask_to_confirm(wanted: Wanted) -> bool:
    """Send the mail that asks whether it is right; False where it could not be sent.

    The same for an address that has mails already: nobody can find out who reads them.
    """
    with translation.override(wanted.language):
        path = reverse("news-mail-confirm", args=[confirming_token(wanted)])
    told = {"link": settings.SITE_URL + path, "places": places_of(wanted.codes), "wanted": wanted}
    try:
        send_letter("news/mails/confirm", wanted.email, language=wanted.language, told=told)
    except (SMTPException, OSError):
        return False
    return True


@transaction.atomic
def confirm(wanted: Wanted) -> Subscription:
    """Keep the address and its areas; from now on it is told what is new."""
    known = Subscription.objects.filter(email__iexact=wanted.email).first()
    if known is None:
        now = timezone.now()
        known = add(
            Subscription(
                email=wanted.email.lower(), language=wanted.language,
                whole_region=wanted.whole_region, key=secrets.token_hex(_KEY_OCTETS),
                confirmed_at=now, told_until=now,
            ),
            by=VISITOR,
        )  # fmt: skip
    set_areas(known, whole_region=wanted.whole_region, codes=wanted.codes)
    return known


@transaction.atomic
def set_areas(one: Subscription, *, whole_region: bool, codes: tuple[str, ...]) -> None:
    """What the reader wants to hear about from now on."""
    change(one, {"whole_region": whole_region}, by=VISITOR)
    # Which municipalities a reader follows is nobody's business, so no line tells it.
    one.municipalities.set(places_of(codes))


@transaction.atomic
def stop(one: Subscription) -> None:
    """No more mails: the address is erased."""
    remove(one, by=VISITOR)


def places_of(codes: tuple[str, ...]) -> list[Organisation]:
    """The municipalities of the codes, by name."""
    known = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY, code__in=codes)
    return list(known.order_by("name"))
