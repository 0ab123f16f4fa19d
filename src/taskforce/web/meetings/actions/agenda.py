"""Keep an agenda: it fills itself, and the taskforce adds, moves and takes off."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.meetings.models import AgendaItem, Meeting, Sort
from taskforce.web.meetings.queries.access import leads
from taskforce.web.meetings.queries.gathering import candidates, missing, settled, to_gather
from taskforce.web.people.caller import Caller


@transaction.atomic
def fill(meeting: Meeting, *, by: Actor) -> int:
    """Add what belongs on the agenda and is not there; take off what has been settled.

    What somebody took off by hand stays off. A meeting that has begun keeps its agenda.

    Returns
    -------
    int
        How many items came.
    """
    if not meeting.is_planned or meeting.has_begun:
        return 0
    # What is kept is kept in Danish; a reader's own language is added on the page.
    with override("da"):
        found = candidates(meeting, localdate())
    for item in settled(meeting, found):
        remove(item, by=by, what="agendaitem.settled")
    new = missing(meeting.agenda.exclude(key="").values_list("key", flat=True), found)
    for position, one in enumerate(new, _last(meeting) + 1):
        item = AgendaItem(
            meeting=meeting,
            sort=one.sort,
            key=one.key,
            title=one.title,
            state=one.state,
            municipality=one.municipality,
            position=position,
        )
        add(item, by=by)
    return len(new)


def fill_all(*, by: Actor) -> int:
    """Fill the agenda of every meeting that is still to come."""
    return sum(fill(meeting, by=by) for meeting in to_gather())


@transaction.atomic
def add_item(meeting: Meeting, title: str, *, by: Caller) -> AgendaItem:
    """Add an item of one's own at the end."""
    _must(by)
    if meeting.cancelled_at is not None:
        raise ValidationError(_("The meeting has been held or cancelled."))
    return add(AgendaItem(meeting=meeting, title=title, position=_last(meeting) + 1), by=by)


@transaction.atomic
def move(item: AgendaItem, *, up: bool, by: Caller) -> bool:
    """Let an item change places with the one above it, or below."""
    _must(by)
    order = list(item.meeting.agenda.filter(dropped=False))
    here = order.index(item)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        return False
    order[here], order[there] = order[there], order[here]
    for position, one in enumerate(order, 1):
        change(one, {"position": position}, by=by, what="agendaitem.moved")
    return True


@transaction.atomic
def take_off(item: AgendaItem, *, by: Caller) -> None:
    """Take an item off; a gathered one stays known, so that it does not come back.

    Raises
    ------
    ValidationError
        The meeting is over or cancelled, or minutes have been written under the item.
    """
    _must(by)
    if not item.meeting.is_planned:
        raise ValidationError(_("The meeting has been held or cancelled."))
    if item.minutes:
        raise ValidationError(_("Minutes have been written under the item, so it stays."))
    if item.sort == Sort.OWN:
        remove(item, by=by)
    else:
        change(item, {"dropped": True}, by=by, what="agendaitem.dropped")


def _last(meeting: Meeting) -> int:
    last: int | None = meeting.agenda.aggregate(last=Max("position"))["last"]
    return last or 0


def _must(by: Caller) -> None:
    if not leads(by):
        raise PermissionDenied
