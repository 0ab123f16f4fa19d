"""The page of a municipality is its shop window: good before a word is written, better after."""

import re
from datetime import date

import pytest

from taskforce.report.bundle import Bundles
from taskforce.vocabulary.speed import Threshold
from taskforce.web.commitments.actions.commitments import add_commitment
from taskforce.web.commitments.actions.plan import add_plan_goal
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.guidelines.actions.local_values import confirm, propose
from taskforce.web.municipalities.hexagons import Shade, hexagons_in
from taskforce.web.people.models import Organisation
from tests.web.profiles.makers import approved, png, profile_of, story_of
from tests.web.seen import seen_in
from tests.web.sites.makers import site_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
GOAL = Threshold.parse("100/30")
DAY = date(2026, 1, 5)


def page(visitor, path="/kommuner/soroe/"):
    return visitor.get(path).content.decode()


def soroe():
    return Organisation.objects.get(code="0340")


def test_it_opens_with_the_figures_until_the_municipality_has_written(cast, visitor):
    before = seen_in(page(visitor))
    assert "I Sorø mangler" in before
    approved(profile_of(title_da="Ingen skal vente", title_en="Nobody should wait"))
    told = seen_in(page(visitor))
    assert told.index("Ingen skal vente") < told.index("I Sorø mangler")
    assert "Nobody should wait" in seen_in(page(visitor, "/en/municipalities/soroe/"))


def test_words_in_danish_only_say_so_to_the_browser(cast, visitor):
    approved(profile_of(title_da="Ingen skal vente"))
    english = page(visitor, "/en/municipalities/soroe/")
    assert re.search(r'<p class="lead own-headline" lang="da">Ingen skal vente</p>', english)


def test_every_municipality_of_the_region_has_a_page_before_anybody_writes(cast, visitor):
    bundle_slugs = re.findall(r'href="(/kommuner/[a-z-]+/)"', page(visitor, "/kommuner/"))
    places = set(bundle_slugs) - {"/kommuner/sammenlign/"}
    assert places
    for path in sorted(places):
        answer = visitor.get(path)
        told = seen_in(answer.content.decode())
        assert answer.status_code == 200
        assert "På denne side" in told
        assert "None" not in told


def test_what_is_empty_is_left_out_and_every_entry_of_the_contents_leads_somewhere(cast, visitor):
    for path in ("/kommuner/soroe/", "/kommuner/lolland/"):
        html = page(visitor, path)
        nav = re.search(r'<nav class="contents".*?</nav>', html, re.DOTALL).group()
        for anchor in re.findall(r'href="#([\w-]+)"', nav):
            assert f'id="{anchor}"' in html, (path, anchor)
    assert "Historier fra Lolland" not in html
    assert "Handleplanen" not in html


def test_stories_sites_rules_and_links_stand_there_once_they_are(cast, visitor):
    approved(profile_of(dig_url="https://example.org/grav", mast_url="https://example.org/mast"))
    picture = {"photo": png(), "photo_alt_da": "En mark", "photo_credit": "Kommunen"}
    story = approved(story_of(**picture))
    site_of(name="Vandtårnet")
    facts = {"number": 9, "reason": "Prøve", "valid_from": DAY}
    confirm(propose(soroe(), ("DIG-36", "lead_working_days"), facts, by=SOFTWARE), by=SOFTWARE)
    html = page(visitor)
    told = seen_in(html)
    for words in ("Da nettet kom", "Billede: Kommunen", "Vandtårnet", "9 arbejdsdage"):
        assert words in told
    for link in ("https://example.org/grav", f"/historier/{story.piece_id}/"):
        assert f'href="{link}"' in html


def test_the_plan_is_shown_only_where_the_municipality_has_said_so(cast, visitor):
    goal = add_plan_goal(soroe(), {"title": "Alle har signal i 2030"}, by=SOFTWARE)
    add_commitment(soroe(), {"title": "Intern handling", "goal": goal}, by=SOFTWARE)
    approved(profile_of())
    assert "Alle har signal i 2030" not in page(visitor)
    approved(profile_of(shows_plan=True))
    told = seen_in(page(visitor))
    assert "Alle har signal i 2030" in told
    assert "0 af 1 handling er gjort" in told
    assert "Intern handling" not in told


def test_the_two_maps_tell_the_two_days_and_differ(cast, visitor):
    html = page(visitor)
    maps = re.findall(r'<svg xmlns="[^"]+" class="need-map".*?</svg>', html, re.DOTALL)
    assert len(maps) == 2
    assert maps[0] != maps[1]
    labels = [re.search(r'aria-label="([^"]+)"', one).group(1) for one in maps]
    assert "30. juni 2023" in labels[0]
    assert "30. juni 2026" in labels[1]
    assert "style=" not in html


def test_a_withheld_number_has_its_own_colour_and_no_share(published):
    bundle = Bundles(published).latest()
    every = [one for area in bundle.areas() for one in hexagons_in(bundle, area.code)]
    assert every
    for one in every:
        for when in ("now", "then"):
            withheld = one.told[f"{when}_withheld_100-30"]
            assert (one.shade(when, GOAL) == Shade.HIDDEN) == withheld
            if withheld:
                assert one.told[f"{when}_share_100-30"] is None
    assert {one.shade("now", GOAL) for one in every} >= {Shade.HIDDEN, Shade.MANY}
    assert hexagons_in(bundle, "0000") == ()
