"""Whose calendar an address opens, and which deadlines stand in it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext

from taskforce.web.cases.calendar import Day
from taskforce.web.cases.models import OPEN_STATES, Case, CaseState, Feed
from taskforce.web.cases.queries.access import open_to
from taskforce.web.cases.queries.clocks import running
from taskforce.web.people.caller import Caller

_SALT = "cases.feed"
_LIVE = (*OPEN_STATES, CaseState.DECIDED)


def token_of(feed: Feed) -> str:
    """What stands in the address; nobody else can make it, and a new number ends it."""
    return signing.dumps([feed.account_id, feed.number], salt=_SALT)


def feed_for(caller: Caller) -> Feed | None:
    """The feed of somebody who has made one."""
    return Feed.objects.filter(account_id=caller.account_id or 0).first()


def feed_of(token: str) -> Feed | None:
    """The feed that an address opens, or None for an address that is worth nothing."""
    try:
        account_id, number = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    found = Feed.objects.filter(account_id=account_id, number=number, account__is_active=True)
    return found.select_related("account").first()


def days_of(caller: Caller, on: date) -> list[Day]:
    """Every clock that still runs in the cases that the caller sees."""
    cases = open_to(caller).filter(state__in=_LIVE).prefetch_related("events")
    return [day for case in cases for day in _days(case, on)]


def _days(case: Case, on: date) -> list[Day]:
    path = settings.SITE_URL + reverse("case", args=[case.pk])
    about = ", ".join(
        part for part in (case.whereabouts, case.municipality.name, case.reference) if part
    )
    words = gettext("%(clock)s: %(case)s")
    return [
        Day(
            key=f"{case.number}-{clock.key}-{clock.start:%Y%m%d}".lower(),
            on=clock.due,
            title=words % {"clock": clock.name, "case": case.title},
            about=about,
            path=path,
        )
        for clock in running(case, on)
    ]
