"""Where everybody goes back to earlier figures, white spots go back to those too."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from taskforce.report.bundle import FIGURES_FILE, Bundle
from taskforce.web.editions.actions.releasing import Note, roll_back, sign_off
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.spots.actions.nightly import work_on_spots
from taskforce.web.spots.actions.reading import Read, read_mappings
from taskforce.web.spots.models import Reading, Spot
from taskforce.web.spots.queries.history import history_of
from taskforce.web.spots.queries.readings import newest_reading
from tests.small_region import NOW
from tests.web.editions.makers import approved, newest, own_shelf, remade

pytestmark = [pytest.mark.django_db, pytest.mark.database]

WHY = Note("Tallene var forkerte.", "The figures were wrong.")
LATER = NOW + timedelta(days=90)


@pytest.fixture
def first(cast, visitor, published, tmp_path, settings):
    """The edition that was approved and read, and its white spot in Sorø."""
    settings.SHELF = own_shelf(published, tmp_path)
    name = approved(settings.SHELF)
    read_mappings(on=localdate(), by=SOFTWARE)
    return name, Spot.objects.get(municipality__code="0340")


def otherwise(shelf, spot: Spot, day: date) -> Bundle:
    """Later figures in which the white spot is gone and another has come; approved, and read."""
    bundle = newest(shelf)
    figures = (bundle.path / FIGURES_FILE).read_text(encoding="utf-8")
    assert f'"{spot.spot_id}"' in figures
    told = figures.replace(f'"{spot.spot_id}"', '"another"')
    bundle = remade(bundle, told, as_of=day)
    sign_off(bundle.edition, WHY, by=SOFTWARE)
    return bundle


@pytest.mark.parametrize("day", [LATER, NOW], ids=["a later day", "the same day counted anew"])
def test_white_spots_go_back_with_the_figures(first, settings, day):
    name, spot = first
    wrong = otherwise(settings.SHELF, spot, day)
    read_mappings(on=localdate(), by=SOFTWARE)
    spot.refresh_from_db()
    assert not spot.is_open
    assert newest_reading().edition == wrong.edition
    roll_back(name, WHY, by=SOFTWARE)
    back = read_mappings(on=localdate(), by=SOFTWARE)
    assert back.taken_back == 1
    spot.refresh_from_db()
    another = Spot.objects.get(spot_id="another")
    assert spot.is_open
    assert (another.is_open, another.is_taken_back) == (False, True)
    assert newest_reading().edition == name
    assert [one.as_of for one in history_of(spot)] == [NOW]
    assert Reading.objects.exclude(withdrawn_on=None).exists()
    assert Entry.objects.filter(what="reading.withdrawn").exists()
    assert read_mappings(on=localdate(), by=SOFTWARE) == Read()


def test_figures_that_are_approved_again_count_again(first, settings):
    name, spot = first
    wrong = otherwise(settings.SHELF, spot, LATER)
    read_mappings(on=localdate(), by=SOFTWARE)
    roll_back(name, WHY, by=SOFTWARE)
    assert "took back 1 mappings" in work_on_spots(on=localdate(), by=SOFTWARE).line
    sign_off(wrong.edition, WHY, by=SOFTWARE)
    assert read_mappings(on=localdate(), by=SOFTWARE).mappings == 1
    another = Spot.objects.get(spot_id="another")
    assert (another.is_open, another.is_taken_back) == (True, False)


def test_a_reading_from_before_editions_had_names_stays(first, settings):
    _name, spot = first
    Reading.objects.update(edition="")
    otherwise(settings.SHELF, spot, NOW)
    assert read_mappings(on=localdate(), by=SOFTWARE) == Read()


def test_the_page_of_a_white_spot_says_that_its_figures_were_taken_back(first, settings, enter):
    name, spot = first
    otherwise(settings.SHELF, spot, LATER)
    read_mappings(on=localdate(), by=SOFTWARE)
    roll_back(name, WHY, by=SOFTWARE)
    read_mappings(on=localdate(), by=SOFTWARE)
    there = Spot.objects.get(spot_id="another").pk
    page = enter("coordinator").get(f"/hvide-pletter/{there}/").content.decode()
    assert "de tal, den blev fundet i, er trukket tilbage" in page
