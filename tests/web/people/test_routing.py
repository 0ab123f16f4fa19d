"""Whom do I ask about this, at that place? The right one, as far as the asker may see."""

import json

import pytest

from taskforce.vocabulary.coordinates import to_lonlat
from taskforce.web.frame import edition
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.organisations import add_organisation
from taskforce.web.people.borders import locate_in
from taskforce.web.people.caller import NOBODY, caller_for
from taskforce.web.people.models import Audience, DutyKind, Organisation, OrganisationKind
from taskforce.web.people.routing import Place, Subject, ask, place_of_address
from tests.small_region import SERVED_ID
from tests.web.people.contacts import contact
from tests.web.people.test_public_contacts import shared

pytestmark = pytest.mark.django_db

HOME = Place("0340")
PAGE = "/hvem-spoerger-jeg/"


def degrees(easting, northing):
    longitude, latitude = to_lonlat([easting], [northing])
    return float(longitude[0]), float(latitude[0])


@pytest.fixture
def two_neighbours(tmp_path):
    """Two squares of ten kilometres that share a border at easting 650 000."""
    features = []
    for code, west in (("0330", 640_000), ("0340", 650_000)):
        corners = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
        ring = [degrees(west + 1000 * x, 6_140_000 + 1000 * y) for x, y in corners]
        shape = {"type": "Polygon", "coordinates": [ring]}
        features.append({"properties": {"code": code}, "geometry": shape})
    file = tmp_path / "outlines.geojson"
    file.write_text(json.dumps({"features": features}))
    return file


@pytest.mark.parametrize(
    ("easting", "code", "near"),
    [
        (655_000, "0340", ()),
        (650_450, "0340", ("0330",)),
        (650_550, "0340", ()),
        (649_550, "0330", ("0340",)),
        (660_300, "", ("0340",)),
        (700_000, "", ()),
    ],
)
def test_a_point_knows_its_municipality_and_those_within_500_m(two_neighbours, easting, code, near):
    found = locate_in(two_neighbours, *degrees(easting, 6_145_000))
    assert (found.code, found.near) == (code, near)


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        (Subject.INTERNET, DutyKind.COORDINATOR),
        (Subject.DIGGING, DutyKind.ROAD),
        (Subject.MASTS, DutyKind.BUILDING),
        (Subject.BUILDING, DutyKind.BUILDING),
        (Subject.PROPERTY, DutyKind.PROPERTY),
        (Subject.IT, DutyKind.IT),
        (Subject.BUSINESS, DutyKind.BUSINESS),
    ],
)
def test_each_subject_has_its_own_person(cast, subject, kind):
    for one in DutyKind:
        contact(f"Person for {one}", one)
    whom = ask(subject, HOME).whom[0]
    assert (whom.person.name, whom.general) == (f"Person for {kind}", False)


def test_without_a_specialist_the_point_of_entry_helps_on(cast):
    contact("Ane Ager")
    whom = ask(Subject.DIGGING, HOME).whom[0]
    assert (whom.person.name, whom.general) == ("Ane Ager", True)


def test_each_asker_gets_the_person_that_they_may_know(cast):
    contact("Ane Ager")
    contact("Bo Birk", DutyKind.ROAD, Audience.OPERATORS)
    contact("Cai Carl", DutyKind.IT, Audience.AUTHORITIES)
    askers = (NOBODY, *map(caller_for, (cast.operator, cast.coordinator, cast.other_coordinator)))
    named = [
        tuple(ask(subject, HOME, caller=caller).whom[0].person.name for caller in askers)
        for subject in (Subject.DIGGING, Subject.IT)
    ]
    assert named == [
        ("Ane Ager", "Bo Birk", "Bo Birk", "Bo Birk"),
        ("Ane Ager", "Ane Ager", "Cai Carl", "Ane Ager"),
    ]


def test_on_a_state_road_the_state_is_named_too(cast):
    state = add_organisation(kind=OrganisationKind.STATE, name="Vejdirektoratet", by=SOFTWARE)
    shared(state, "vej@stat.example", DutyKind.ROAD)
    routed = ask(Subject.DIGGING, HOME, state_road=True)
    assert routed.road_owner.address.email == "vej@stat.example"
    assert [one.organisation for one in routed.whom] == ["Sorø"]
    assert ask(Subject.BUSINESS, HOME, state_road=True).road_owner is None


def test_the_state_is_named_also_when_we_have_no_address_for_it(cast):
    assert ask(Subject.DIGGING, HOME, state_road=True).road_owner.organisation == "Vejdirektoratet"


def test_an_address_a_point_and_a_municipality_lead_to_the_same(cast, visitor):
    bundle = edition.current()
    places = (HOME, Place("", *degrees(655_000, 6_145_000)), place_of_address(bundle, SERVED_ID))
    found = [ask(Subject.INTERNET, place, bundle=bundle).whom for place in places]
    assert [[one.code for one in whom] for whom in found] == [["0340"]] * 3


def test_a_point_outside_the_region_is_said_to_be_outside(cast, visitor):
    routed = ask(Subject.INTERNET, Place("", 12.57, 55.68), bundle=edition.current())
    assert (routed.outside, routed.whom) == (True, ())
    page = visitor.get(PAGE, {"subject": "internet", "lon": 12.57, "lat": 55.68})
    assert "uden for regionen" in page.content.decode()


def test_the_page_answers_an_address_without_any_script(cast, visitor):
    contact("Bo Birk", DutyKind.ROAD)
    page = visitor.get(PAGE, {"subject": "digging", "q": "Skovvej 4"}).content.decode()
    assert "Bo Birk" in page


def test_of_several_addresses_the_visitor_chooses(cast, visitor):
    contact("Ane Ager")
    page = visitor.get(PAGE, {"subject": "internet", "q": "Skovvej"})
    hits = page.context["where"].hits
    assert len(hits) == 6
    chosen = visitor.get(PAGE, {"subject": "internet", "address": hits[0].id})
    assert "Ane Ager" in chosen.content.decode()


@pytest.mark.parametrize("asked", [{"q": "Ingenstedsvej 1"}, {}, {"address": "no-such"}])
def test_an_unclear_place_is_asked_for_again(cast, visitor, asked):
    page = visitor.get(PAGE, {"subject": "internet", **asked})
    assert page.status_code == 200
    assert page.context["routed"] is None


def test_the_answer_is_there_for_machines_and_public_only(cast, visitor):
    contact("Ane Ager")
    contact("Bo Birk", DutyKind.ROAD, Audience.OPERATORS)
    visitor_sees = visitor.get("/api/v1/whom-to-ask?municipality=0340&subject=digging").json()
    assert visitor_sees["whom"][0]["person"]["name"] == "Ane Ager"
    assert visitor_sees["whom"][0]["general"] is True


def test_who_is_signed_in_gets_no_more_from_the_open_api(cast, visitor):
    contact("Bo Birk", DutyKind.ROAD, Audience.OPERATORS)
    visitor.force_login(cast.consultant)
    told = visitor.get("/api/v1/whom-to-ask?municipality=0340&subject=digging").content.decode()
    visitor.logout()
    assert "Bo Birk" not in told


@pytest.mark.parametrize(
    ("asked", "status"), [("", 422), ("address=no-such", 404), ("lon=200&lat=55", 422)]
)
def test_a_machine_is_told_how_to_ask(cast, visitor, asked, status):
    assert visitor.get(f"/api/v1/whom-to-ask?{asked}").status_code == status


def test_the_question_can_be_asked_before_anything_is_published(cast, early_visitor):
    contact("Ane Ager")
    page = early_visitor.get(PAGE, {"subject": "internet", "municipality": "0340"})
    assert "Ane Ager" in page.content.decode()


def test_a_municipality_across_the_border_is_named_too(cast, two_neighbours):
    contact("Ane Ager")
    contact("Bo Birk", place="0330")

    class Published:
        def download(self, name):
            return two_neighbours

    place = Place("", *degrees(650_200, 6_145_000))
    routed = ask(Subject.INTERNET, place, bundle=Published())
    assert routed.near_border
    assert [one.person.name for one in routed.whom] == ["Ane Ager", "Bo Birk"]
    assert Organisation.objects.get(code="0330").name == routed.whom[1].organisation
