"""The public calendar: milestones of the news and the meetings that everybody may know of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import gettext

from taskforce.web.meetings.calendar import Appointment
from taskforce.web.meetings.models import Meeting
from taskforce.web.meetings.queries.feed import appointment
from taskforce.web.meetings.queries.listing import public_ones
from taskforce.web.news.models import NewsItem
from taskforce.web.news.queries.public import public_news

# So much of the past stays in the calendar.
BACK = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the calendar; a milestone lasts the whole day, a meeting has its hour."""

    day: date
    starts_at: datetime | None
    title: str
    kind: str
    where: str
    path: str
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month."""

    first_day: date
    entries: tuple[Entry, ...]


def entries(at: datetime, code: str = "") -> tuple[list[Entry], list[Entry]]:
    """What is to come, the soonest first, and what has been, the latest first."""
    today = localtime(at).date()
    found = [_milestone(one) for one in milestones(at, code)]
    if not code:
        found += [_meeting(one) for part in public_ones(at) for one in part]
    found.sort(key=lambda one: (one.day, one.title))
    coming = [one for one in found if one.day >= today]
    return coming, [one for one in reversed(found) if one.day < today]


def by_month(every: list[Entry]) -> list[Month]:
    """The entries, parted by month."""
    parted = groupby(every, key=lambda one: one.day.replace(day=1))
    return [Month(first_day, tuple(group)) for first_day, group in parted]


def milestones(at: datetime, code: str = "") -> list[NewsItem]:
    """The public news with a day on which it happens."""
    since = localtime(at).date() - BACK
    found = public_news(at).filter(happens_on__gte=since)
    return list(found.filter(municipality__code=code) if code else found)


def appointments(at: datetime) -> list[Appointment]:
    """The same for calendar programs."""
    coming, been = public_ones(at)
    meetings = [appointment(one, page="public-meeting") for one in (*been, *coming)]
    return [*meetings, *(_all_day(one) for one in milestones(at))]


def _milestone(one: NewsItem) -> Entry:
    assert one.happens_on is not None  # noqa: S101 - `milestones` asks for nothing else
    return Entry(
        day=one.happens_on,
        starts_at=None,
        title=one.title,
        kind=one.get_category_display(),
        where=one.municipality.name if one.municipality else "",
        path=reverse("news-item", args=[one.slug]),
    )


def _meeting(one: Meeting) -> Entry:
    starts_at = localtime(one.starts_at)
    return Entry(
        day=starts_at.date(),
        starts_at=starts_at,
        title=one.title,
        kind=gettext("Meeting"),
        where=one.location,
        path=reverse("public-meeting", args=[one.pk]),
        cancelled=one.cancelled_at is not None,
    )


def _all_day(one: NewsItem) -> Appointment:
    entry = _milestone(one)
    day = datetime.combine(entry.day, time(), get_current_timezone())
    return Appointment(
        uid=f"news-{one.pk}@digital-taskforce",
        sequence=0,
        starts_at=day,
        ends_at=day,
        title=f"{entry.kind}: {entry.title}",
        location=entry.where,
        about=one.summary,
        url=settings.SITE_URL + entry.path,
        whole_day=True,
    )
