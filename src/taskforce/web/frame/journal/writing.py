"""The only ways to write to the database: each checks first and leaves its line in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models.fields.files import FieldFile

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.record import record

Thing = TypeVar("Thing", bound=models.Model)


@transaction.atomic
def add(thing: Thing, *, by: Actor, what: str = "") -> Thing:
    """Check and save something new.

    Raises
    ------
    ValidationError
        A value, or a constraint of the table, does not hold; nothing was written.
    """
    thing.full_clean()
    thing.save(force_insert=True)
    record(thing, what or _said(thing, "added"), by=by, after=values(thing))
    return thing


@transaction.atomic
def change(thing: Thing, new: Mapping[str, Any], *, by: Actor, what: str = "") -> bool:
    """Set some fields; False, and no line in the journal, when nothing is different.

    Raises
    ------
    ValidationError
        A value, or a constraint of the table, does not hold; nothing was written.
    """
    before = values(thing)
    for name, value in new.items():
        setattr(thing, name, value)
    thing.full_clean()
    after = values(thing)
    changed = [name for name in after if after[name] != before[name]]
    hidden = [name for name in new if name in _hidden(thing)]
    if not changed and not hidden:
        return False
    thing.save(update_fields=[thing._meta.get_field(name).name for name in (*changed, *hidden)])
    told = {name: after[name] for name in changed}
    record(
        thing,
        what or _said(thing, "changed"),
        by=by,
        before={name: before[name] for name in changed},
        after=told,
    )
    return True


@transaction.atomic
def remove(thing: models.Model, *, by: Actor, what: str = "") -> None:
    """Delete something; the journal keeps what it said."""
    record(thing, what or _said(thing, "removed"), by=by, before=values(thing), after={})
    thing.delete()


def values(thing: models.Model) -> dict[str, Any]:
    """Every value of a thing but the secret ones, by the name of its field."""
    return {
        field.name: _plain(field.value_from_object(thing))
        for field in thing._meta.concrete_fields
        if field.name not in _hidden(thing)
    }


def _plain(value: Any) -> Any:
    return value.name if isinstance(value, FieldFile) else value


def _hidden(thing: models.Model) -> tuple[str, ...]:
    """Fields that the journal never repeats, such as a password's hash."""
    return getattr(thing, "never_in_journal", ())


def _said(thing: models.Model, verb: str) -> str:
    return f"{thing._meta.model_name}.{verb}"
