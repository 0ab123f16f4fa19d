"""What has changed in some places since a day, told in words from the journal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.urls import reverse
from django.utils.timezone import make_aware
from django.utils.translation import gettext

from taskforce.web.commitments.models import Commitment, CommitmentKind, Status
from taskforce.web.commitments.queries.words import municipality_names, said_by
from taskforce.web.frame.models import Entry
from taskforce.web.people.models import DutyKind

_MOST = 200
_COMMITMENT = "commitments.commitment"
Values = dict[str, Any]


# Older than any line; the first days of the calendar have no place in other time zones.
_OLDEST = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that has changed; `place` is a name, `by_role` is who did it, by role."""

    at: datetime
    place: str
    what: str
    path: str
    by_role: str


def changes(places: Iterable[str], since: date) -> list[Change]:
    """What has changed in some municipalities since the beginning of a day, the newest first."""
    names = municipality_names()
    lines = Entry.objects.filter(
        place__in=[code for code in places if code in names],
        kind__in=list(_TOLD),
        at__gte=make_aware(datetime.combine(max(since, _OLDEST), time.min)),
    ).select_related("details")
    told = list(lines.order_by("-number")[:_MOST])
    headings = _headings(told)
    found = (_change(entry, headings.get(entry.thing_id, ""), names) for entry in told)
    return [one for one in found if one]


def _headings(entries: list[Entry]) -> dict[str, str]:
    """What the commitments that are told of are called now; none of them is ever deleted."""
    ids = [int(one.thing_id) for one in entries if one.kind == _COMMITMENT]
    return {str(one.pk): one.heading for one in Commitment.objects.filter(pk__in=ids)}


def _change(entry: Entry, heading: str, names: dict[str, str]) -> Change | None:
    before, after = details_of(entry)
    verb = entry.what.partition(".")[2]
    what = _TOLD[entry.kind](verb, before, after, heading)
    if not what:
        return None
    by_role = said_by(entry.role_name, names)
    return Change(entry.at, names[entry.place], what, _path(entry), by_role)


def details_of(entry: Entry) -> tuple[Values, Values]:
    """What the line said; nothing where the details have been erased."""
    details = getattr(entry, "details", None)
    told = json.loads(details.content) if details else {"before": {}, "after": {}}
    return told["before"], told["after"]


def _path(entry: Entry) -> str:
    if entry.kind == _COMMITMENT:
        return reverse("commitment", args=[entry.thing_id])
    return reverse("municipality-work", args=[entry.place])


def _step(verb: str, before: Values, after: Values, _heading: str) -> str:
    status = after.get("status") or before.get("status")
    if not status:
        return gettext("A status was confirmed.") if verb == "confirmed" else ""
    words = {
        "removed": gettext("The status “%(status)s” was taken back."),
        "changed": gettext("The status was corrected to “%(status)s”."),
    }.get(verb, gettext("New status: %(status)s."))
    return words % {"status": Status(status).label}


def _commitment(verb: str, _before: Values, after: Values, heading: str) -> str:
    if verb == "added" and (after.get("goal") or after.get("kind") != CommitmentKind.OWN):
        return ""  # follows from the new status, or from the goal that was added with its actions
    words = {
        "added": gettext("“%(name)s” was added."),
        "confirmed": gettext("“%(name)s” was confirmed by the municipality."),
        "done": gettext("“%(name)s” was done."),
        "waived": gettext("“%(name)s” was waived."),
        "reopened": gettext("“%(name)s” was opened again."),
    }.get(verb, gettext("“%(name)s” was changed."))
    percent = after.get("progress_percent")
    if verb == "progressed" and percent is not None:
        words = gettext("“%(name)s” has come to %(percent)s per cent.")
    return words % {"name": heading, "percent": percent}


def _milestone(verb: str, before: Values, after: Values, _heading: str) -> str:
    title = after.get("title") or before.get("title")
    if title and verb in ("added", "removed"):
        words = {
            "added": gettext("The milestone “%(name)s” was added."),
            "removed": gettext("The milestone “%(name)s” was removed."),
        }[verb]
        return words % {"name": title}
    return gettext("A milestone was reached.") if after.get("done_on") else ""


def _plan_goal(verb: str, _before: Values, after: Values, _heading: str) -> str:
    if verb == "added" and after.get("title"):
        return gettext("The goal “%(name)s” was added to the action plan.") % {
            "name": after["title"]
        }
    return gettext("A goal of the action plan was changed.")


def _duty(verb: str, _before: Values, after: Values, _heading: str) -> str:
    # Names stay in the register: here the role is enough, and it outlives the person.
    if verb != "removed" and after.get("kind"):
        return gettext("Somebody has a new role: %(role)s.") % {
            "role": DutyKind(after["kind"]).label
        }
    return gettext("Somebody has left a role.") if after.get("until") else ""


def _contact(verb: str, _before: Values, _after: Values, _heading: str) -> str:
    return gettext("A contact was written into the log.") if verb == "added" else ""


_TOLD: dict[str, Callable[[str, Values, Values, str], str]] = {
    "commitments.participationstep": _step,
    _COMMITMENT: _commitment,
    "commitments.milestone": _milestone,
    "commitments.plangoal": _plan_goal,
    "people.duty": _duty,
    "people.contactlog": _contact,
}
