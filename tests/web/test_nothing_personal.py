"""A stranger finds no dead link, and reads nothing but what was written for everybody."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.crawl import crawl
from tests.web.editions.makers import approved, own_shelf
from tests.web.furnished import furnish
from tests.web.gaps.makers import gap_of
from tests.web.marks import mark_every_text
from tests.web.news.makers import public_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

# By hand: whoever puts another column before the public says so here.
WRITTEN_FOR_EVERYBODY = [
    "commitments.goal.title_da",
    "commitments.goal.title_en",
    "editions.release.note_da",
    "editions.release.note_en",
    # A role, never a name; see decision 0020.
    "guidelines.clausedecision.entered_by",
    "guidelines.clausedecision.minutes_url",
    "guidelines.clausedecision.reason",
    "library.material.body_da",
    "library.material.source",
    "library.material.summary_da",
    "library.material.title_da",
    "library.material.url",
    "library.paper.title",
    "library.version.name",
    # Of a meeting that is open to the public.
    "meetings.meeting.location",
    "meetings.meeting.public_text",
    "meetings.meeting.title",
    "meetings.meeting.uid",
    "news.newsitem.body_da",
    "news.newsitem.source",
    "news.newsitem.summary_da",
    "news.newsitem.title_da",
    "people.organisation.website",
    # Only of a version that the taskforce has approved.
    "profiles.profileversion.dig_url",
    "profiles.profileversion.mast_url",
    "profiles.profileversion.page_url",
    "profiles.profileversion.photo_alt_da",
    "profiles.profileversion.photo_alt_en",
    "profiles.profileversion.photo_credit",
    "profiles.profileversion.quote_by_da",
    "profiles.profileversion.quote_by_en",
    "profiles.profileversion.quote_en",
    "profiles.profileversion.rent_url",
    "profiles.profileversion.text_da",
    "profiles.profileversion.text_en",
    "profiles.profileversion.title_da",
    "profiles.profileversion.title_en",
    "sites.site.name",
    "spots.spotlist.publisher",
]


def test_a_stranger_reads_only_what_was_written_for_everybody(
    cast, browser, published, settings, tmp_path
):
    settings.SHELF = own_shelf(published, tmp_path)
    # A stranger in such a hurry would be held back by the API.
    settings.API_PER_MINUTE = 100_000
    approved(settings.SHELF)
    furnish(cast)
    for _ in range(3):
        gap_of()
    public_of(body_da="Mere")
    marks = mark_every_text()
    lost, told = [], {}
    for page in crawl(Client(SERVER_NAME="localhost"), ("/", "/en/")):
        if page.status != 200:
            lost.append(f"{page.address} on {page.found_on} answers {page.status}")
        for mark, column in marks.items():
            if mark.encode() in page.body:
                told.setdefault(column, page.address)
    assert lost == []
    assert sorted(told) == WRITTEN_FOR_EVERYBODY, told
