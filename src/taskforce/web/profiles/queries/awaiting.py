"""What awaits a caller among the municipalities' pages: to approve, or to mend."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext

from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.people.caller import Caller
from taskforce.web.profiles.models import ProfileVersion, VersionState
from taskforce.web.profiles.queries.desk import sent_in

# Whoever has written waits no longer than this for the taskforce's word.
ANSWERED_WITHIN = timedelta(days=7)


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """What the taskforce is to approve, and what came back to the municipality."""
    found = [_to_approve(one, on) for one in sent_in()] if caller.is_consultant else []
    return [*found, *(_to_mend(one) for one in _returned() if caller.speaks_for(one.place))]


def _returned() -> QuerySet[ProfileVersion]:
    back = ProfileVersion.objects.filter(state=VersionState.RETURNED)
    return back.select_related("piece", "piece__municipality").order_by("pk")


def _to_approve(one: ProfileVersion, on: date) -> Awaiting:
    words = gettext("Read and approve: “%(title)s”") % {"title": one.title}
    due = localdate(one.sent_at) + ANSWERED_WITHIN
    return _awaiting(one, words, due=due, overdue=due < on)


def _to_mend(one: ProfileVersion) -> Awaiting:
    words = gettext("The taskforce has returned “%(title)s”: %(why)s")
    return _awaiting(one, words % {"title": one.title, "why": one.returned_because})


def _awaiting(
    one: ProfileVersion, words: str, *, due: date | None = None, overdue: bool = False
) -> Awaiting:
    path = reverse("profile-version", args=[one.pk])
    return Awaiting(words, one.piece.municipality.name, path, due, overdue)
