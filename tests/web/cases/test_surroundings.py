"""The map of a case begins where the case is, with the doors around it."""

import pytest

from taskforce.web.cases.actions.cases import change_case
from taskforce.web.cases.queries.surroundings import addresses_in, view_of
from taskforce.web.cases.views.map_content import map_content
from taskforce.web.frame.edition import latest
from taskforce.web.frame.journal.actor import SOFTWARE

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(visitor, draft):
    """An address of the published region, in the municipality of the draft."""
    hits = (hit for word in ("skovvej", "vej") for hit in latest().search(word, 50))
    hit = next(hit for hit in hits if hit.municipality == draft.municipality.code)
    return hit, latest().address(hit.id)


def test_the_map_shows_the_doors_around_the_case(door, draft):
    hit, found = door
    at = [found.longitude, found.latitude]
    change_case(draft, {"shape": {"type": "Point", "coordinates": at}}, by=SOFTWARE)
    around = map_content(draft)["addresses"]
    assert [*at, hit.road, hit.house_number] in around
    assert all(abs(one[0] - at[0]) < 0.01 and abs(one[1] - at[1]) < 0.01 for one in around)


def test_a_case_without_a_place_begins_at_the_address_in_words(door, draft):
    hit, found = door
    words = f"{hit.road} {hit.house_number}"
    change_case(draft, {"shape": None, "whereabouts": words}, by=SOFTWARE)
    view = view_of(draft, latest())
    assert view.west < found.longitude < view.east
    assert view.south < found.latitude < view.north


def test_without_any_words_it_begins_with_the_municipality_and_no_dots(door, draft):
    change_case(draft, {"shape": None, "whereabouts": ""}, by=SOFTWARE)
    view = view_of(draft, latest())
    assert view == latest().area(draft.municipality.code).bounds
    assert addresses_in(view, latest()) == [] or view.east - view.west <= 0.12


def test_no_map_is_shown_where_there_is_no_place_to_show(visitor, draft):
    change_case(draft, {"shape": None}, by=SOFTWARE)
    assert map_content(draft) is None
    assert map_content(draft, draws=True)["shape"] is None
