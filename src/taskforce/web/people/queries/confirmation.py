"""The link by which somebody confirms their own details without signing in."""

from __future__ import annotations

from datetime import date, timedelta

from django.core import signing
from django.db.models import Q

from taskforce.web.people.models import Person
from taskforce.web.people.queries.duties import current

# Asked a month before the word grows too old, and at most every other week.
ASKED_AFTER = timedelta(days=150)
ASKED_AGAIN_AFTER = timedelta(days=14)
_LINK_LASTS = timedelta(days=90)
_SALT = "people.confirmation"


def to_ask(on: date) -> list[Person]:
    """The people to write to: their word is old or missing, and they were not asked just now."""
    old = Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=on - ASKED_AFTER)
    not_just_now = Q(asked_on__isnull=True) | Q(asked_on__lte=on - ASKED_AGAIN_AFTER)
    working = Q(left_on__isnull=True, doubted_on__isnull=True, pk__in=current(on).values("person"))
    people = Person.objects.filter(old, not_just_now, working).exclude(email="")
    return list(people.select_related("organisation", "account"))


def token_for(person: Person) -> str:
    """The end of the link: it holds for the round in which the person is asked."""
    return signing.dumps([person.pk, str(person.asked_on)], salt=_SALT)


def asked_person(token: str) -> Person | None:
    """Whom a link belongs to; None when it was used, has been replaced, or is not ours."""
    try:
        pk, asked_on = signing.loads(token, salt=_SALT, max_age=_LINK_LASTS)
    except signing.BadSignature:
        return None
    open_round = Person.objects.filter(pk=pk, asked_on=date.fromisoformat(asked_on))
    return open_round.select_related("organisation").first()
