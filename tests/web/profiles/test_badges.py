"""A badge is earned by what is registered, tells its evidence, and shames nobody who lacks it."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.utils.timezone import localdate

from taskforce.vocabulary.site import SiteKind
from taskforce.web.commitments.actions.commitments import add_commitment
from taskforce.web.commitments.actions.participation import NewStatus, set_status
from taskforce.web.commitments.actions.plan import add_plan_goal
from taskforce.web.commitments.models import Status
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change
from taskforce.web.gaps.actions.answering import Answer, answer
from taskforce.web.gaps.models import Outcome
from taskforce.web.guidelines.actions.decisions import adopt_version
from taskforce.web.people.actions.duties import start_duty
from taskforce.web.people.actions.persons import add_person
from taskforce.web.people.models import Audience, DutyKind, Organisation
from taskforce.web.profiles.badges.deciding import badges_of, earned_by, earned_by_all
from taskforce.web.profiles.badges.kinds import BadgeKind
from tests.cast import signed_in
from tests.web.gaps.makers import gap_of
from tests.web.profiles.makers import approved, profile_of
from tests.web.seen import seen_in
from tests.web.sites.makers import site_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
DAY = date(2026, 1, 5)
TODAY = date(2026, 6, 1)


def soroe():
    return Organisation.objects.get(code="0340")


def badge(kind, on=TODAY):
    return next(one for one in badges_of(soroe(), on) if one.kind == kind)


def coordinator(confirmed_on, audience=Audience.EVERYONE):
    person = add_person(soroe(), name="Prøveperson", source="prøve", by=SOFTWARE)
    duty = start_duty(person, DutyKind.COORDINATOR, since=DAY, source="prøve", by=SOFTWARE)
    person.confirmed_on, duty.audience = confirmed_on, audience
    person.save()
    duty.save()


def test_nothing_is_earned_from_nothing(cast):
    assert earned_by(soroe(), TODAY) == ()
    assert [one.kind for one in badges_of(soroe(), TODAY)] == list(BadgeKind)


@pytest.mark.parametrize(
    ("confirmed_on", "audience", "earned"),
    [
        (TODAY - timedelta(days=180), Audience.EVERYONE, True),
        (TODAY - timedelta(days=181), Audience.EVERYONE, False),
        (None, Audience.EVERYONE, False),
        (TODAY, Audience.OPERATORS, False),
    ],
)
def test_a_coordinator_is_named_to_all_and_confirmed(cast, confirmed_on, audience, earned):
    coordinator(confirmed_on, audience)
    assert badge(BadgeKind.ENTRY).earned is earned


def test_taking_part_is_earned_and_lost_with_the_decision(cast):
    set_status(soroe(), NewStatus(Status.PARTICIPATING, DAY, "byråd"), by=SOFTWARE)
    assert (badge(BadgeKind.TAKES_PART).earned, badge(BadgeKind.TAKES_PART).on) == (True, DAY)
    paused = NewStatus(Status.PAUSED, DAY + timedelta(days=30), "brev")
    set_status(soroe(), paused, by=SOFTWARE)
    assert not badge(BadgeKind.TAKES_PART).earned


def test_every_clause_of_the_version_in_force_is_adopted(cast):
    adopt_version(soroe(), "2016", decided_on=DAY, by=SOFTWARE)
    assert not badge(BadgeKind.GUIDELINES).earned
    adopt_version(soroe(), "2020", decided_on=DAY, by=SOFTWARE)
    found = badge(BadgeKind.GUIDELINES)
    assert (found.earned, found.on) == (True, DAY)
    assert "2020" in found.evidence


def test_a_plan_needs_an_action_with_a_deadline_and_a_decision(cast):
    goal = add_plan_goal(soroe(), {"title": "Alle er med"}, by=SOFTWARE)
    action = {"title": "Mål dækningen", "goal": goal}
    add_commitment(soroe(), {**action, "decision_date": DAY}, by=SOFTWARE)
    assert not badge(BadgeKind.PLAN).earned
    add_commitment(soroe(), {**action, "title": "Grav", "due": date(2027, 1, 1)}, by=SOFTWARE)
    found = badge(BadgeKind.PLAN)
    assert (found.earned, found.on, found.evidence[:5]) == (True, DAY, "1 mål")


def test_nine_of_ten_answers_on_time_are_enough_and_eight_are_not(cast):
    gaps = [gap_of() for _ in range(10)]
    said = Answer(gaps[0].municipality, Outcome.PASSED_ON, "Svar")
    for gap in gaps:
        answer(gap, said, by=SOFTWARE)
    today = localdate()
    assert badge(BadgeKind.ANSWERS, today).earned
    for number, earned in ((0, True), (1, False)):
        change(gaps[number], {"due_on": today - timedelta(days=1)}, by=SOFTWARE)
        assert badge(BadgeKind.ANSWERS, today).earned is earned
    assert "80 %" in badge(BadgeKind.ANSWERS, today).evidence.replace("\xa0", " ")


def test_too_few_reports_earn_nothing(cast):
    for _ in range(4):
        gap_of()
    assert not badge(BadgeKind.ANSWERS).earned
    assert badge(BadgeKind.ANSWERS).evidence == ""


def test_method_one_counts_with_its_decision_and_once_it_is_approved(cast):
    said = {"rent_method": "I", "rent_url": "https://example.org/beslutning"}
    draft = profile_of(**said)
    assert not badge(BadgeKind.RENT).earned
    approved(draft)
    assert (badge(BadgeKind.RENT).earned, badge(BadgeKind.RENT).path) == (True, said["rent_url"])
    approved(profile_of(rent_url=""))
    assert not badge(BadgeKind.RENT).earned


def test_a_site_on_offer_counts_for_its_owner_alone(cast):
    site_of(code="0340", name="Vandtårnet", kind=SiteKind.WATER_TOWER)
    assert badge(BadgeKind.SITES).earned
    held = {place.code for place, badges in earned_by_all(TODAY) if badges}
    assert held == {"0340"}


def test_everybody_is_told_what_is_earned_and_nothing_of_the_rest(cast, visitor):
    site_of(code="0340", name="Vandtårnet")
    page = seen_in(visitor.get("/kommuner/soroe/maerker/").content.decode())
    assert "Udbyder offentlige ejendomme" in page
    assert "Følger de fælles retningslinjer" not in page
    empty = seen_in(visitor.get("/kommuner/lolland/maerker/").content.decode())
    assert "Lolland er på vej" in empty
    meaning = seen_in(visitor.get("/maerker/").content.decode())
    assert all(kind.rule in meaning for kind in BadgeKind)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/kommuner/soroe/maerker/offentlige-ejendomme.svg", "Udbyder offentlige ejendomme"),
        ("/en/municipalities/soroe/badges/offentlige-ejendomme.svg", "Public sites on offer"),
    ],
)
def test_the_picture_stands_on_its_own_and_is_kept_by_whoever_shows_it(cast, visitor, path, name):
    site_of(code="0340", name="Vandtårnet")
    answer = visitor.get(path)
    drawing = ET.fromstring(answer.content)  # noqa: S314 - our own drawing
    words = [one.text for one in drawing if one.tag.endswith(("title", "desc"))]
    assert name in words[0]
    assert len(words) == 2
    assert (answer["Content-Type"], answer["Cache-Control"]) == (
        "image/svg+xml",
        "public, max-age=3600",
    )
    assert not answer.cookies
    assert b"style" not in answer.content
    lines = [one for one in drawing if one.tag.endswith("text")]
    # Whatever letters another site has, each line ends before the edge.
    assert all(76 + int(one.get("textLength")) < int(drawing.get("width")) for one in lines)
    again = visitor.get(path, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


def test_a_badge_that_is_lost_disappears_from_other_sites(cast, visitor):
    answer = visitor.get("/kommuner/soroe/maerker/offentlige-ejendomme.svg")
    assert (answer.status_code, answer["Content-Type"]) == (404, "image/svg+xml")
    assert visitor.get("/kommuner/soroe/maerker/ukendt.svg").status_code == 404
    assert visitor.get("/kommuner/atlantis/maerker/").status_code == 404


def test_who_has_signed_in_gets_no_cookie_with_a_picture(cast, visitor):
    site_of(code="0340", name="Vandtårnet")
    client = signed_in(cast.coordinator)
    answer = client.get("/kommuner/soroe/maerker/offentlige-ejendomme.svg")
    assert settings.SESSION_SAVE_EVERY_REQUEST
    assert not answer.cookies
    assert "Cookie" not in answer["Vary"]


def test_the_coordinator_sees_what_is_missing_and_how_to_earn_it(cast, visitor):
    page = seen_in(signed_in(cast.coordinator).get("/kommuneside/0340/").content.decode())
    assert "Sådan optjener I det" in page
    assert all(kind.way in page for kind in BadgeKind)
