"""Write a line into the journal, in the same transaction as what it tells about."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

from taskforce.web.frame.journal import chain
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.models import Details, Entry, Seal

Values = Mapping[str, Any]


@transaction.atomic
def record(
    thing: models.Model, what: str, *, by: Actor, before: Values | None = None, after: Values
) -> Entry:
    """Say what happened to a thing: `what` is "kind.verb", the values are those that changed."""
    seal, _new = Seal.objects.select_for_update().get_or_create(pk=1)
    content = json.dumps(
        {"before": before or {}, "after": after},
        cls=DjangoJSONEncoder,
        ensure_ascii=False,
        sort_keys=True,
    )
    salt = secrets.token_hex(16)
    entry = Entry(
        number=seal.number + 1,
        at=timezone.now(),
        account_id=by.account_id,
        role_name=by.role_name,
        what=what,
        kind=thing._meta.label_lower,
        thing_id=str(thing.pk),
        place=place_of(thing),
        details_digest=chain.digest(salt, content),
        previous_hash=seal.hash,
    )
    entry.hash = chain.link(entry)
    entry.save(force_insert=True)
    Details.objects.create(entry=entry, salt=salt, content=content)
    seal.number, seal.hash = entry.number, entry.hash
    seal.save()
    return entry


def seen(thing: models.Model, *, by: Actor, what: str = "") -> Entry:
    """Say that somebody has read something confidential."""
    return record(thing, what or f"{thing._meta.model_name}.read", by=by, after={})


@transaction.atomic
def erase_details(things: Sequence[models.Model], *, by: Actor, about: models.Model) -> int:
    """Erase what the journal's lines say of some things; that it was erased stays on record."""
    numbers: list[int] = []
    for thing in things:
        lines = Entry.objects.filter(kind=thing._meta.label_lower, thing_id=str(thing.pk))
        told = lines.filter(details__isnull=False).exclude(what=chain.ERASED)
        numbers += told.values_list("number", flat=True)
    if numbers:
        Details.objects.filter(entry_id__in=numbers).delete()
        record(about, chain.ERASED, by=by, after={"lines": sorted(numbers)})
    return len(numbers)


def place_of(thing: models.Model) -> str:
    """The municipality's code, or the organisation, that a thing belongs to; "" for none."""
    return str(getattr(thing, "place", "") or "")
