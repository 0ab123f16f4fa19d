"""What has changed in the cases of some places since a day, told in words from the journal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.urls import reverse
from django.utils.timezone import make_aware
from django.utils.translation import gettext

from taskforce.web.cases.models import Case, EventKind
from taskforce.web.cases.queries.access import open_to
from taskforce.web.commitments.queries.changes import Change, details_of
from taskforce.web.commitments.queries.words import municipality_names, said_by
from taskforce.web.frame.models import Entry
from taskforce.web.people.caller import Caller

_MOST = 200
_OLDEST = date(2000, 1, 1)
_EVENT, _MESSAGE = "cases.event", "cases.message"


def changes(caller: Caller, since: date) -> list[Change]:
    """The events and messages of the cases that the caller sees, the newest first."""
    lines = Entry.objects.filter(
        kind__in=(_EVENT, _MESSAGE),
        at__gte=make_aware(datetime.combine(max(since, _OLDEST), time.min)),
    ).select_related("details")
    told = [(one, details_of(one)[1]) for one in lines.order_by("-number")[:_MOST]]
    cases = {one.pk: one for one in open_to(caller).filter(pk__in=_cases(told))}
    names = municipality_names()
    found = (_change(entry, after, cases, names) for entry, after in told)
    return [one for one in found if one]


def _cases(told: Iterable[tuple[Entry, dict[str, Any]]]) -> set[int]:
    return {after["case"] for _entry, after in told if "case" in after}


def _change(
    entry: Entry, after: dict[str, Any], cases: dict[int, Case], names: dict[str, str]
) -> Change | None:
    case, what = cases.get(after.get("case", 0)), _what(entry, after)
    if case is None or not what:
        return None
    words = f"{case.title}: {what}"
    path = reverse("case", args=[case.pk])
    by_role = said_by(entry.role_name, names)
    return Change(entry.at, case.municipality.name, words, path, by_role)


def _what(entry: Entry, after: dict[str, Any]) -> str:
    if entry.kind == _MESSAGE:
        # A message among authorities is told of on the page of the case alone.
        return gettext("There is a new message.") if after.get("audience") == "everybody" else ""
    return str(EventKind(after["kind"]).label) if after.get("kind") else ""
