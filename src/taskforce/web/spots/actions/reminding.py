"""Tell by mail what has been left undone about white spots, and what operators are asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.letters import send_letter
from taskforce.web.people.models import Account
from taskforce.web.spots.models import Notice, Spot
from taskforce.web.spots.queries.to_tell import ToAsk, ToTell, to_ask, to_tell


@dataclass(frozen=True, slots=True)
class Went:
    """How many mails went, and how many the mail server would not take."""

    sent: int
    failed: int


def remind(*, on: date, by: Actor) -> Went:
    """One mail to each about what awaits them; whoever could not be reached is tried again."""
    went = [_remind(account, told, on=on, by=by) for account, told in to_tell(on).items()]
    went += [_ask(one, on=on, by=by) for one in to_ask(on)]
    return Went(went.count(True), went.count(False))


def _remind(account: Account, told: ToTell, *, on: date, by: Actor) -> bool:
    with translation.override(account.language):
        given = {
            "late": [_line(one) for one in told.late],
            "alone": [_line(one) for one in told.alone],
            "count": len(told.about),
        }
    return _sent("spots/mails/reminder", account, told.about, given, on=on, by=by)


def _ask(one: ToAsk, *, on: date, by: Actor) -> bool:
    with translation.override(one.account.language):
        link = settings.SITE_URL + reverse("spots-to-answer")
    given = {"firm": one.firm, "list": one.asked, "open": one.open, "soon": one.soon, "link": link}
    return _sent("spots/mails/list", one.account, [one.about], given, on=on, by=by)


def _line(spot: Spot) -> dict[str, Any]:
    # What the next step is may name somebody: it stays on the page.
    return {
        "title": spot.title,
        "place": spot.municipality.name,
        "day": spot.next_step_on,
        "since": spot.unowned_since,
        "link": settings.SITE_URL + reverse("spot", args=[spot.pk]),
    }


def _sent(
    template: str,
    account: Account,
    about: Iterable[str],
    given: dict[str, Any],
    *,
    on: date,
    by: Actor,
) -> bool:
    # Written down first and sent last: when the mail fails, nobody has been told.
    try:
        with transaction.atomic():
            for name in about:
                add(Notice(account=account, about=name, sent_on=on), by=by)
            send_letter(template, account.email, language=account.language, told=given)
    except (SMTPException, OSError):
        return False
    return True
