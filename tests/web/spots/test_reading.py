"""White spots come from the mapping: new ones appear, lost ones are closed, none is deleted."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from taskforce.report.bundle import Bundles
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change
from taskforce.web.spots.actions.following_up import assign
from taskforce.web.spots.actions.nightly import work_on_spots
from taskforce.web.spots.actions.reading import Read, read_mapping, read_mappings
from taskforce.web.spots.models import Reading, Schedule, Spot
from taskforce.web.spots.queries.history import Size, history_of
from tests.small_region import NOW
from tests.web.spots.makers import spot_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def read(cast, visitor):
    """The mapping of the small region, read today."""
    return read_mappings(on=localdate(), by=SOFTWARE)


def again(days):
    """The same mapping, as if it were of a later day."""
    reading = Reading.objects.get()
    change(reading, {"as_of": NOW - timedelta(days=days)}, by=SOFTWARE)


def test_every_white_spot_of_the_mapping_is_taken_over_once(read, published):
    table = Bundles(published).latest().white_spots("100/30")
    assert set(Spot.objects.values_list("spot_id", "addresses")) == {
        (one.id, one.addresses.value) for one in table.spots
    }
    assert read == Read(mappings=1, new=len(table.spots), gone=0)
    assert read_mappings(on=localdate(), by=SOFTWARE) == Read()
    soroe = Spot.objects.get(municipality__code="0340")
    assert (soroe.addresses, soroe.first_seen, soroe.unowned_since) == (6, NOW, localdate())


def test_what_is_gone_is_closed_and_comes_back_with_its_owner(cast, visitor, published):
    gone = spot_of()
    assign([gone], cast.coordinator, on=localdate(), by=SOFTWARE)
    assert read_mappings(on=localdate(), by=SOFTWARE).gone == 1
    gone.refresh_from_db()
    assert (gone.gone_on, gone.owner) == (NOW, cast.coordinator)
    again(30)
    name = Bundles(published).latest().white_spots("100/30").spots[0].id
    Spot.objects.filter(spot_id=name).update(spot_id="et-andet-navn")
    Spot.objects.filter(pk=gone.pk).update(spot_id=name)
    read_mapping(Bundles(published).latest(), on=localdate(), by=SOFTWARE)
    gone.refresh_from_db()
    assert (gone.is_open, gone.owner, gone.unowned_since) == (True, cast.coordinator, None)


def test_the_page_of_one_that_is_gone_says_so(cast, enter, read):
    gone = spot_of(first_seen=NOW - timedelta(days=30))
    change(gone, {"gone_on": NOW}, by=SOFTWARE)
    page = enter("coordinator").get(f"/hvide-pletter/{gone.pk}/").content.decode()
    assert "findes ikke længere i kortlægningen fra 30. juni 2026" in page


def test_the_history_tells_the_size_in_every_mapping(read):
    spot = Spot.objects.get(municipality__code="0340")
    again(30)
    change(Reading.objects.get(), {"sizes": {}}, by=SOFTWARE)
    spot.first_seen = NOW - timedelta(days=30)
    bundle_day = Size(NOW - timedelta(days=30), None, there=False)
    assert history_of(spot) == [bundle_day]
    read_mappings(on=localdate(), by=SOFTWARE)
    assert history_of(spot) == [Size(NOW, 6, there=True), bundle_day]


def test_the_night_reads_plans_the_first_list_and_counts_those_left_alone(cast, visitor):
    today = localdate()
    first = work_on_spots(on=today, by=SOFTWARE).line
    assert "read 1 mappings" in first
    assert Schedule.objects.get().next_on == today + timedelta(days=30)
    later = today + timedelta(days=31)
    told = work_on_spots(on=later, by=SOFTWARE).line
    assert "asked operators about" in told
    assert " 0 without an owner" not in told
    assert Schedule.objects.get().next_on > later
