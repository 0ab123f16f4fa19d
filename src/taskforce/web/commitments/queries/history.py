"""The history of one commitment in plain words, from the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext

from taskforce.web.commitments.models import Commitment
from taskforce.web.commitments.queries.changes import Values, details_of
from taskforce.web.commitments.queries.words import municipality_names, said_by
from taskforce.web.frame.models import Entry
from taskforce.web.frame.templatetags.numbers import day, number

# Follows from the state, or says the same as another field.
_UNTOLD = ("id", "municipality", "kind", "goal", "on_behalf")


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact, as it was and as it became; "" where there was none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the history."""

    at: datetime
    what: str
    by_role: str
    differences: tuple[Difference, ...]


def history_of(commitment: Commitment) -> list[Told]:
    """What has happened to a commitment, the newest first."""
    names = municipality_names()
    lines = Entry.objects.filter(
        kind=commitment._meta.label_lower, thing_id=str(commitment.pk)
    ).select_related("details")
    return [_told(entry, names) for entry in lines.order_by("-number")]


def _told(entry: Entry, names: dict[str, str]) -> Told:
    before, after = details_of(entry)
    verb = entry.what.partition(".")[2]
    added = verb == "added"
    differences = () if added else tuple(_differences(before, after))
    return Told(entry.at, _verb(verb), said_by(entry.role_name, names), differences)


def _verb(verb: str) -> str:
    return {
        "added": gettext("Added"),
        "done": gettext("Done"),
        "waived": gettext("Waived"),
        "reopened": gettext("Opened again"),
        "confirmed": gettext("Confirmed by the municipality"),
        "progressed": gettext("Progress reported"),
    }.get(verb, gettext("Changed"))


def _differences(before: Values, after: Values) -> list[Difference]:
    found = []
    for name in after:
        try:
            field = Commitment._meta.get_field(name)
        except FieldDoesNotExist:  # an older version of the software knew it
            continue
        if name not in _UNTOLD and isinstance(field, models.Field):
            words = (_said(field, before.get(name)), _said(field, after.get(name)))
            found.append(Difference(str(field.verbose_name), *words))
    return found


def _said(field: models.Field[Any, Any], value: Any) -> str:
    if value in (None, ""):
        return ""
    if isinstance(field, models.ForeignKey):
        return _named(field, value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateField):
        return day(date.fromisoformat(value))
    return number(value) if isinstance(value, int) else str(value)


def _named(field: models.ForeignKey[Any, Any], value: int) -> str:
    known = field.related_model._default_manager.filter(pk=value).first()
    return str(known) if known else gettext("somebody who has left")
