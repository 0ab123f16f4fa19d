"""The state of a meeting, when it is, and the state of an action, in words and in a colour."""

from __future__ import annotations

from django import template
from django.utils.formats import time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext

from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.meetings.models import Invitee, Meeting, Outcome
from taskforce.web.meetings.queries.export import state_of

register = template.Library()


@register.filter
def meeting_state(meeting: Meeting) -> SafeString:
    """How far it is."""
    if meeting.cancelled_at is not None:
        return _said(state_of(meeting), "overdue")
    return _said(state_of(meeting), "done" if meeting.held_at is not None else "going")


@register.filter
def when(meeting: Meeting) -> str:
    """The day and the hours, by the clock on the wall here."""
    begins, ends = localtime(meeting.starts_at), localtime(meeting.ends_at)
    until = time_format(ends, "H:i")
    if begins.date() != ends.date():
        until = f"{day(ends)} {until}"
    return f"{day(begins)} {time_format(begins, 'H:i')}–{until}"


@register.filter
def outcome_state(one: Outcome) -> SafeString:
    """Whether an action has been done, or its day has passed."""
    if one.finished_on is not None:
        return _said(gettext("Done"), "done")
    if one.is_overdue(localdate()):
        return _said(gettext("Overdue"), "overdue")
    return _said(gettext("Agreed"), "going")


@register.filter
def answered(one: Invitee) -> str:
    """What somebody has answered, in words."""
    return str(one.get_answer_display() or gettext("Has not answered"))


def _said(words: str, colour: str) -> SafeString:
    return format_html('<span class="state {}">{}</span>', colour, words)
