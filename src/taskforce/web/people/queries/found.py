"""Search among organisations and people, and find only what the caller may see."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from taskforce.vocabulary.places import plain
from taskforce.web.frame.found import Found
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, Person
from taskforce.web.people.queries.duties import current, may_see, sees_person

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The organisations and the people whose name, title or mail has the words in it."""
    words = plain(text).split()
    if not words or not caller.held:
        return []
    return [*_organisations(words), *_people(caller, words, localdate())]


def _organisations(words: list[str]) -> list[Found]:
    hits = [one for one in Organisation.objects.all() if _has(words, one.name, one.code, one.cvr)]
    return [
        Found(one.name, str(one.get_kind_display()), reverse("organisation", args=[one.pk]))
        for one in hits[:_MOST]
    ]


def _people(caller: Caller, words: list[str], on: date) -> list[Found]:
    everybody = Person.objects.filter(left_on__isnull=True).select_related("organisation")
    hits = [one for one in everybody if _has(words, one.name, one.title, one.email)]
    # The rights are asked before the list is cut: others' hidden people must not crowd it.
    seen = [one for one in hits if sees_person(caller, one, on)][:_MOST]
    return [
        Found(one.name, _what(caller, one, on), reverse("organisation", args=[one.organisation_id]))
        for one in seen
    ]


def _has(words: list[str], *texts: str) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    said = plain(" ".join(texts))
    return all(word in said for word in words)


def _what(caller: Caller, person: Person, on: date) -> str:
    duties = [one for one in current(on).filter(person=person) if may_see(caller, one)]
    roles = [str(one.get_kind_display()) for one in duties] or [person.title]
    return ", ".join(filter(None, [*roles, person.organisation.name]))
