"""Everything that is kept about one human being, gathered so that they can have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from taskforce.web.frame.journal.models import Entry
from taskforce.web.frame.journal.writing import values
from taskforce.web.people.models import Account, ContactLog, Invitation, Person

_HOUSE = "taskforce.web."


def everything_about(person: Person | None, account: Account | None) -> dict[str, Any]:
    """A person and the account that belongs to them, as plain values for a file.

    Either may be missing: many people have no account, and some accounts are nobody's contact.
    """
    duties = list(person.duties.order_by("since")) if person else []
    grants = list(account.grants.all()) if account else []
    sent = invitations_to(person, account)
    things = [one for one in (person, account, *duties, *grants, *sent) if one is not None]
    return {
        "person": values(person) if person else None,
        "account": values(account) if account else None,
        "roles_held": _all(duties),
        "rights_given": _all(grants),
        "invitations": _all(sent),
        "contact_log_written": _all(_written_by(account)),
        "elsewhere": dict(_elsewhere(person, account)),
        "journal_about": [_line(one) for one in _journal_about(things)],
        "journal_by": [_line(one) for one in _journal_by(account)],
    }


def invitations_to(person: Person | None, account: Account | None) -> list[Invitation]:
    """The invitations that went to one of their mail addresses."""
    asked = Q()
    for address in {one.email for one in (person, account) if one is not None and one.email}:
        asked |= Q(email__iexact=address)
    return list(Invitation.objects.filter(asked)) if asked else []


def _elsewhere(
    person: Person | None, account: Account | None
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """What the other rooms keep with one of the two: what they wrote, were asked or take part in.

    The rooms are asked by what refers to people, so that a new one is never forgotten here.
    """
    who = {Person: person, Account: account}
    for model in apps.get_models():
        if not model.__module__.startswith(_HOUSE) or model._meta.app_label == "people":
            continue
        asked = Q()
        for field in model._meta.concrete_fields:
            one = who.get(field.related_model) if isinstance(field, models.ForeignKey) else None
            if one is not None:
                asked |= Q(**{field.name: one.pk})
        if asked and (found := _all(model._base_manager.filter(asked).order_by("pk"))):
            yield model._meta.label_lower, found


def _all(things: Iterable[models.Model]) -> list[dict[str, Any]]:
    return [values(one) for one in things]


def _written_by(account: Account | None) -> Iterable[ContactLog]:
    return ContactLog.objects.filter(written_by=account) if account else ()


def _journal_about(things: Iterable[models.Model]) -> Iterable[Entry]:
    asked = Q()
    for thing in things:
        asked |= Q(kind=thing._meta.label_lower, thing_id=str(thing.pk))
    return Entry.objects.filter(asked).select_related("details") if asked else ()


def _journal_by(account: Account | None) -> Iterable[Entry]:
    return Entry.objects.filter(account_id=account.pk) if account else ()


def _line(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "at": entry.at,
        "by": entry.role_name,
        "what": entry.what,
        "kind": entry.kind,
        "thing": entry.thing_id,
        "place": entry.place,
    }
