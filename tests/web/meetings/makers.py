"""Meetings for the tests: one call plans one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from taskforce.web.meetings.actions.agenda import add_item
from taskforce.web.meetings.actions.holding import add_outcome
from taskforce.web.meetings.actions.planning import Repeats, plan
from taskforce.web.meetings.models import Meeting, MeetingKind, OutcomeKind
from taskforce.web.meetings.queries.inviting import guests
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Organisation
from tests.cast import Cast

ACTION = OutcomeKind.ACTION


def at(day: date, hour: int = 10) -> datetime:
    """An hour of a day, by the clock on the wall in Denmark."""
    zone = timezone.get_current_timezone()
    return datetime(day.year, day.month, day.day, hour, tzinfo=zone)


def meetings_of(
    cast: Cast,
    *invited: str,
    groups: tuple[str, ...] = (),
    begins: datetime | None = None,
    repeats: Repeats | None = None,
    **facts: Any,
) -> list[Meeting]:
    """Meetings that the taskforce plans in a week; those invited are named as organisations."""
    starts_at = begins or timezone.now() + timedelta(days=7)
    whole = {
        "kind": MeetingKind.NETWORK,
        "title": "Netværksmøde i Sorø",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "location": "Regionshuset",
    }
    organisations = list(Organisation.objects.filter(name__in=invited))
    by = caller_for(cast.consultant)
    chosen = guests(groups, organisations)
    return plan({**whole, **facts}, by=by, guests=chosen, repeats=repeats)


def meeting_of(cast: Cast, *invited: str, **facts: Any) -> Meeting:
    """One of them."""
    return meetings_of(cast, *invited, **facts)[0]


def things_of_a_meeting(place: Organisation, cast: Cast) -> tuple[Model, ...]:
    """A public meeting to which a municipality is invited, with one of everything."""
    by = caller_for(cast.consultant)
    meeting = meeting_of(cast, place.name, public=True, public_text="Alle er velkomne.")
    operator = Organisation.objects.get(name="Prøvenet")
    facts = {"kind": ACTION, "text": "Send et kort", "owner": operator, "due": date(2030, 1, 7)}
    outcome = add_outcome(meeting, facts, by=by)
    item = add_item(meeting, "Siden sidst", by=by)
    return meeting, outcome, item, meeting.invitees.get()
