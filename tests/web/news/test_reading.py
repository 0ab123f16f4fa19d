"""Everybody reads the news: as pages, as feeds, and as a calendar."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from icalendar import Calendar

from taskforce.web.meetings.actions.planning import plan
from taskforce.web.news.models import Category
from taskforce.web.news.queries.calendar import entries
from taskforce.web.people.caller import caller_for
from tests.web.news.makers import draft_of, public_of
from tests.web.seen import seen_in

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_list_is_narrowed_by_category_and_municipality(cast, visitor):
    public_of("0340", title_da="Fra Sorø")
    public_of("0360", title_da="Fra Lolland", category=Category.AGREEMENT)
    public_of("", title_da="Fra regionen")
    draft_of("0340", title_da="En kladde")
    every = seen_in(visitor.get("/nyheder/").text)
    assert all(title in every for title in ("Fra Sorø", "Fra Lolland", "Fra regionen"))
    assert "En kladde" not in every
    one = seen_in(visitor.get("/nyheder/?code=0340").text)
    assert "Fra Sorø" in one
    assert "Fra Lolland" not in one
    agreed = seen_in(visitor.get("/nyheder/?category=agreement").text)
    assert "Fra Lolland" in agreed
    assert "Fra regionen" not in agreed
    assert visitor.get("/nyheder/?category=sludder&code=9999&page=x").status_code == 200


def test_without_news_the_page_says_so(cast, visitor):
    assert "Der er ingen nyheder endnu." in seen_in(visitor.get("/nyheder/").text)


def test_english_readers_get_english_or_danish_marked_as_such(cast, visitor):
    both = public_of(title_da="Dansk", title_en="English", summary_en="Short")
    danish = public_of(title_da="Kun dansk")
    with translation.override("en"):
        paths = [reverse("news-item", args=[one.slug]) for one in (both, danish)]
    first, second = (visitor.get(path).text for path in paths)
    assert "<h1>English</h1>" in first
    assert '<article lang="da">' in second
    assert "This news is in Danish only." in second


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_feeds_hold_the_newest_with_whole_addresses(cast, visitor, form, settings):
    public_of("0340", title_da="Fra Sorø & omegn")
    public_of("0360", title_da="Fra Lolland")
    for name, args, titles in (
        (f"news-{form}", [], {"Fra Sorø & omegn", "Fra Lolland"}),
        (f"news-{form}-place", ["0340"], {"Fra Sorø & omegn"}),
    ):
        root = ET.fromstring(visitor.get(reverse(name, args=args)).content)  # noqa: S314
        found = root.iter("item") if form == "rss" else root.iter(f"{ATOM}entry")
        tag = "title" if form == "rss" else f"{ATOM}title"
        assert {one.findtext(tag) for one in found} == titles
    assert settings.SITE_URL in visitor.get(reverse(f"news-{form}")).text
    assert visitor.get(reverse(f"news-{form}-place", args=["9999"])).status_code == 404


def meeting(cast, starts_at: datetime, **more):
    facts = {
        "kind": "network", "title": "Åbent møde", "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=1), "location": "Sorø", **more,
    }  # fmt: skip
    return plan(facts, by=caller_for(cast.consultant), guests=[])[0]


def test_the_calendar_holds_milestones_and_public_meetings(cast, visitor):
    now = timezone.now()
    meeting(cast, now + timedelta(days=3), public=True, public_text="Kom")
    meeting(cast, now + timedelta(days=4), title="Lukket møde")
    today = timezone.localdate()
    public_of(title_da="Masten tændes", category=Category.MAST, happens_on=today)
    public_of(title_da="Masten stod", category=Category.MAST, happens_on=today - timedelta(days=1))
    draft_of(title_da="Kladde", category=Category.MAST, happens_on=today)
    coming, been = entries(now)
    assert [one.title for one in coming] == ["Masten tændes", "Åbent møde"]
    assert [one.title for one in been] == ["Masten stod"]
    assert [one.title for one in entries(now, "0360")[0]] == []
    words = seen_in(visitor.get("/kalender/").text)
    assert "Åbent møde" in words
    assert "Lukket møde" not in words


def test_calendar_programs_get_whole_days_and_hours(cast, visitor):
    meeting(cast, timezone.now() + timedelta(days=3), public=True, public_text="Kom")
    public_of(title_da="Masten tændes", category=Category.MAST, happens_on=date(2026, 11, 2))
    events = {
        str(one["summary"]): one["dtstart"].dt
        for one in Calendar.from_ical(visitor.get("/kalender/taskforce.ics").content).walk("VEVENT")
    }
    assert events["Ny mast: Masten tændes"] == date(2026, 11, 2)
    assert isinstance(events["Åbent møde"], datetime)
