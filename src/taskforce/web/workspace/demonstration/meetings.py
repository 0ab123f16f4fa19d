"""Plan the demonstration's meetings: one with the industry that was, and one to come."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from taskforce.web.meetings.actions.agenda import add_item
from taskforce.web.meetings.actions.holding import add_outcome, hold, write_minutes
from taskforce.web.meetings.actions.planning import plan
from taskforce.web.meetings.models import Meeting, MeetingKind, OutcomeKind
from taskforce.web.meetings.queries.inviting import TASKFORCE, guests
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation

_MINUTES = (
    "Demonet og Demomobil fortalte om deres planer for næste år.\n"
    "Kommunerne bad om at høre tidligere, når der graves i de samme veje."
)
_OPEN_TO_ALL = (
    "Kommunernes tovholdere mødes om dækningen i regionen. Første halve time er åben for alle: "
    "her fortæller vi, hvordan det går, og svarer på spørgsmål."
)


def make_meetings(today: date, *, by: Caller) -> None:
    """Plan both, and write the first up."""
    _with_the_industry(today - timedelta(days=20), by=by)
    starts_at = _at(today + timedelta(days=18), 10)
    facts = {
        "kind": MeetingKind.NETWORK,
        "title": "Netværksmøde for tovholdere",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=3),
        "location": "Regionshuset, Alleen 15, Sorø",
        "about": "Status i kommunerne, nye afvigelser og erfaringer fra de første sager.",
        "public": True,
        "public_text": _OPEN_TO_ALL,
    }
    [meeting] = plan(facts, by=by, guests=guests(["coordinators", TASKFORCE], []))
    add_item(meeting, "Erfaringer fra fælles gravning", by=by)


def _with_the_industry(on: date, *, by: Caller) -> None:
    facts = {
        "kind": MeetingKind.DIALOGUE,
        "title": "Dialogmøde om næste års gravearbejde",
        "starts_at": _at(on, 13),
        "ends_at": _at(on, 15),
        "location": "Online",
    }
    [meeting] = plan(facts, by=by, guests=guests(["operators", TASKFORCE], []))
    add_item(meeting, "Selskabernes planer", by=by)
    add_item(meeting, "Fælles gravning", by=by)
    hold(meeting, list(meeting.invitees.all()), by=by)
    write_minutes(meeting, _MINUTES, by=by)
    _write_up(meeting, on, by=by)


def _write_up(meeting: Meeting, on: date, *, by: Caller) -> None:
    decision = "Kommunerne melder større vejarbejder til selskaberne et halvt år før."
    add_outcome(meeting, {"kind": OutcomeKind.DECISION, "text": decision}, by=by)
    action = {
        "kind": OutcomeKind.ACTION,
        "text": "Send en liste over veje, hvor der graves næste år",
        "owner": Organisation.objects.get(name="Demonet"),
        "due": on + timedelta(days=60),
    }
    add_outcome(meeting, action, by=by)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), timezone.get_current_timezone())
