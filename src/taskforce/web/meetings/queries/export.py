"""Gather a meeting, as one reader may read it, onto paper: agenda, minutes and outcomes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.meetings.models import AgendaItem, Meeting, Outcome
from taskforce.web.meetings.queries.access import invited
from taskforce.web.meetings.queries.page import runs_of

Section = dict[str, Any]


def paper_of(meeting: Meeting, items: list[AgendaItem], *, on: date) -> dict[str, Any]:
    """What the paper says; the items are those that its reader may read."""
    sections = [
        _about(meeting),
        *_agenda(items),
        _came(meeting),
        _minutes(meeting, items),
        _outcomes(meeting),
    ]
    return {
        "language": get_language() or "da",
        "title": meeting.title,
        "lead": str(meeting.get_kind_display()),
        "state": state_of(meeting),
        "house": "Digital Taskforce",
        "note_heading": gettext("For those who are invited"),
        "note": gettext("What a municipality is late with is told to that municipality only."),
        "foot": gettext("Digital Taskforce, %(day)s") % {"day": day(on)},
        "page": gettext("Page"),
        "of": gettext("of"),
        "sections": [one for one in sections if one["rows"] or one["text"]],
    }


def state_of(meeting: Meeting) -> str:
    """How far it is, in words."""
    if meeting.cancelled_at is not None:
        return gettext("Cancelled")
    return gettext("Held") if meeting.held_at is not None else gettext("Planned")


def _about(meeting: Meeting) -> Section:
    begins, ends = localtime(meeting.starts_at), localtime(meeting.ends_at)
    hours = f"{time_format(begins, 'H:i')}–{time_format(ends, 'H:i')}"
    rows = [
        [gettext("When"), f"{day(begins)}, {hours}"],
        [gettext("Where"), meeting.location],
        [gettext("What it is about"), meeting.about],
    ]
    return _section(gettext("The meeting"), [row for row in rows if row[1]])


def _agenda(items: list[AgendaItem]) -> list[Section]:
    return [
        _section(
            f"{gettext('Agenda')}: {run.sort.label}",
            [[str(number), one.heading] for number, one in enumerate(run.items, run.first)],
        )
        for run in runs_of(items)
    ]


def _came(meeting: Meeting) -> Section:
    # By organisation: a paper is passed on, and names of people are not needed on it.
    sides = dict.fromkeys(one.side for one in invited(meeting) if one.attended)
    return _section(gettext("Who came"), text=[", ".join(sides)] if sides else [])


def _minutes(meeting: Meeting, items: list[AgendaItem]) -> Section:
    general = [part for part in meeting.minutes.split("\n") if part]
    rows = [[one.heading, one.minutes] for one in items if one.minutes]
    return _section(gettext("Minutes"), rows, general)


def _outcomes(meeting: Meeting) -> Section:
    rows = [
        [str(one.get_kind_display()), _outcome(one)]
        for one in meeting.outcomes.select_related("owner")
    ]
    return _section(gettext("Decisions and actions"), rows)


def _outcome(one: Outcome) -> str:
    if not one.is_action or one.due is None:
        return one.text
    words = gettext("%(what)s (%(who)s, by %(due)s)")
    return words % {"what": one.text, "who": one.whose, "due": day(one.due)}


def _section(
    heading: str, rows: list[list[str]] | None = None, text: list[str] | None = None
) -> Section:
    return {"heading": heading, "rows": rows or [], "text": text or []}
