"""A spot's page shows where it is and what belongs to it, and hints at nothing that is shut."""

import pytest

from taskforce.web.plans.models import Openness
from taskforce.web.spots.queries.linked import linked
from taskforce.web.spots.views.map_content import big_map_of, map_of
from tests.web.dialogue.makers import obstacle
from tests.web.plans.makers import SKOVVEJ, plan_of
from tests.web.spots.makers import hole_of, listed, spot_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LIST = "/hvide-pletter/"
SQUARE = [[11.55, 55.42], [11.56, 55.42], [11.56, 55.43], [11.55, 55.42]]


def test_the_map_draws_the_outline_or_else_the_middle(cast, visitor):
    drawn = map_of(spot_of(shape={"type": "Polygon", "coordinates": [SQUARE]}))
    assert drawn["shape"] == {"type": "MultiLineString", "coordinates": [SQUARE]}
    west, south, east, north = drawn["bounds"]
    assert (west < 11.55, south < 55.42, east > 11.56, north > 55.43) == (True,) * 4
    bare = spot_of()
    point = {"type": "Point", "coordinates": [bare.longitude, bare.latitude]}
    assert (map_of(bare)["shape"], map_of(bare)["outline"]) == (point, False)


def test_without_script_the_place_is_a_link_to_the_big_map(cast, enter):
    spot, hole = spot_of(), hole_of()
    listed(spot)
    place = f"{spot.latitude:.4f}/{spot.longitude:.4f}"
    assert big_map_of(spot) == f"/kort/?threshold=100-30#map=14/{place}"
    page = enter("coordinator").get(f"{LIST}{hole.pk}/").content.decode()
    assert f'<a href="/kort/?layers=reported#map=12/{place}">' in page


def test_before_anything_is_published_the_page_stands_without_a_map(cast, early_visitor, caller):
    assert map_of(spot_of()) is None


def test_a_confidential_plan_is_seen_by_those_it_is_meant_for_alone(cast, visitor, caller):
    plan, spot = plan_of(*SKOVVEJ, openness=Openness.CONFIDENTIAL), spot_of()
    away = spot_of(code="0360")
    for name in ("coordinator", "consultant"):
        assert [one.title for one in linked(spot, caller(name)).plans] == [plan.name], name
        assert linked(away, caller(name)).plans == []
    for name in ("other_coordinator", "other_operator", "landlord", "visitor"):
        assert linked(spot, caller(name)).plans == [], name


def test_an_operator_reads_its_question_without_any_plan_or_dialogue(cast, enter):
    plan, spot = plan_of(*SKOVVEJ, openness=Openness.CONFIDENTIAL), spot_of()
    listed(spot)
    for name in ("operator", "other_operator"):
        page = enter(name).get(f"{LIST}{spot.pk}/svar/").content.decode()
        assert plan.name not in page
        assert "Udrulningsplaner</h3>" not in page


def test_dialogues_of_the_municipality_are_those_the_reader_may_open(cast, visitor, caller):
    spot = spot_of()
    stopped = obstacle(cast)
    mine = [one.title for one in linked(spot, caller("coordinator")).dialogues]
    assert mine == [stopped.title]
    assert linked(spot, caller("other_coordinator")).dialogues == []
