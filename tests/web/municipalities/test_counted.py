"""A number of the site's own counting has a certificate, and its lasting address keeps it."""

import json
import re
from datetime import date

import pytest

from taskforce.report.promises.kept import lines_in
from taskforce.web.commitments.models import PlanGoal
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.municipalities.counted.stamp import Kept, read, stamp_of
from taskforce.web.plans.actions.comparing import compare_plans
from taskforce.web.plans.models import Openness, RolloutPlan
from taskforce.web.sites.models import Site
from tests.web.plans.makers import SKOVVEJ, plan_of
from tests.web.profiles.makers import approved, profile_of
from tests.web.seen import seen_in
from tests.web.shown_figures import figures_on
from tests.web.sites.makers import site_of
from tests.web.spots.makers import answered_spot

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
SITES = "/tal/optalt/0340/sites/"
DAY = date(2026, 1, 5)


def lasting(visitor, path):
    told = json.loads(visitor.get(path.rstrip("/") + ".json").content)
    return told["link"].removeprefix("http://localhost").replace("/en/", "/")


def test_the_numbers_of_the_page_lead_to_certificates_that_say_the_same(filled):
    found = figures_on(filled.get("/kommuner/soroe/").text)
    counted = {link: words for link, words in found.links.items() if "/optalt/" in link}
    names = {link.split("/")[4].split("-")[0] for link in counted}
    assert names == {"sites", "clauses", "promised", "below", "goal"}
    for link, words in counted.items():
        page = filled.get(link)
        assert page.status_code == 200, link
        shown = re.search(r'key-figure-value">(.*?)</span><span[^>]*>(.*?)</span>', page.text)
        first = re.search(r"\d+", words)[0]
        assert first in (shown[1], *re.findall(r"af (\d+)", shown[2])), (link, words)


def test_it_tells_what_counts_from_where_on_which_day_and_where_the_rows_are(filled):
    page = filled.get(SITES).text
    told = seen_in(page)
    for words in (
        "Offentlige ejendomme i Sorø Kommune, der er ledige til master",
        "Hvad tæller med",
    ):
        assert words in told
    assert "Taskforcens egne registre" in told
    assert 'href="/ejendomme/?municipality=0340"' in page
    assert "Kilde: Digital Taskforce, egne registre. http://localhost/tal/optalt/" in told
    assert "Public sites on offer" in filled.get("/en/figures/counted/0340/sites/").text


def test_a_lasting_address_keeps_its_number_when_the_register_has_changed(filled):
    old = lasting(filled, SITES)
    site_of(name="Siloen")
    assert '<span class="key-figure-value">1</span>' in filled.get(old).text
    assert '<span class="key-figure-value">2</span>' in filled.get(SITES).text
    before = stamp_of("0340", "sites", Kept(DAY, 7, None))
    told = seen_in(filled.get(f"{SITES}{before}/").text)
    assert "Sådan blev det talt den 5. januar 2026" in told
    assert "I dag er tallet 2." in told
    Site.objects.all().delete()
    assert '<span class="key-figure-value">1</span>' in filled.get(old).text


@pytest.mark.parametrize("stamp", ["2026-01-05.7..0", "2026-01-05", "x", "2026-01-05.8..{}"])
def test_nobody_else_can_make_a_lasting_address(filled, stamp):
    ours = stamp_of("0340", "sites", Kept(DAY, 7, None)).rpartition(".")[2]
    assert filled.get(f"{SITES}{stamp.format(ours)}/").status_code == 404
    # Nor can one be moved to another place, or to another number.
    moved = stamp_of("0340", "sites", Kept(DAY, 7, None))
    assert filled.get(f"/tal/optalt/0360/sites/{moved}/").status_code == 404
    assert read("0340", "plans", moved) is None
    assert read("0340", "sites", moved) == Kept(DAY, 7, None)


@pytest.mark.parametrize(
    "path",
    ["9999/sites", "0340/ingen", "0340/goal-999", "0340/promised", "region/sites", "0360/goal"],
)
def test_what_is_not_counted_has_no_certificate(filled, path):
    assert filled.get(f"/tal/optalt/{path}/").status_code == 404
    assert filled.get(f"/tal/optalt/{path}.json").status_code == 404


def test_what_is_unknown_or_withheld_is_so_here_and_has_no_stamp(filled):
    small = plan_of("Skovvej;1;4180", "Skovvej;2;4180", name="Lille", openness=Openness.PUBLIC)
    path = f"/tal/optalt/0340/below-{small.pk}"
    for words, withheld in (("ukendt", False), ("vises ikke", True)):
        told = json.loads(filled.get(f"{path}.json").content)
        assert (told["number"], told["withheld"]) == (None, withheld)
        assert told["link"].endswith(f"{path}/")
        assert words in seen_in(filled.get(f"{path}/").text)
        compare_plans(by=SOFTWARE)


def test_a_goal_and_a_plan_that_are_not_for_everybody_have_no_certificate(filled):
    links = set(
        re.findall(r"/tal/optalt/0340/(?:goal|promised)-\d+/", filled.get("/kommuner/soroe/").text)
    )
    assert len(links) == 2
    approved(profile_of(shows_plan=False))
    goal = next(link for link in links if "goal" in link)
    assert filled.get(goal).status_code == 404
    assert filled.get(goal.replace("/0340/", "/0360/")).status_code == 404


def test_every_number_is_what_the_rows_behind_it_give_when_they_are_counted_again(filled):
    def told(name, place="0340"):
        answer = json.loads(filled.get(f"/tal/optalt/{place}/{name}.json").content)
        rows = filled.get(answer["rows"].removeprefix("http://localhost"))
        assert rows.status_code == 200, name
        return answer["number"], answer["of"], rows.text

    site_of(name="Siloen")
    number, _, rows = told("sites")
    assert number == len(set(re.findall(r'href="/ejendomme/(\d+)/"', rows))) == 2
    number, of, rows = told("clauses")
    stands = re.findall(r'class="stand (\w+)"[^>]*>(?!\d)', rows)
    adopted = sum(one in ("adopted", "adopted_with_change") for one in stands)
    assert (number, of) == (adopted, len(stands))
    assert number == 1
    number, _, rows = told("plans")
    assert number == len(set(re.findall(r'href="/udrulningsplaner/(\d+)/"', rows))) == 1
    plan, goal = RolloutPlan.objects.get(), PlanGoal.objects.get()
    promises = list(lines_in(plan.file))
    assert told(f"promised-{plan.pk}")[0] == len(promises) == len(SKOVVEJ)
    assert told(f"below-{plan.pk}")[0] == len(SKOVVEJ)
    assert told(f"goal-{goal.pk}")[:2] == (0, 1)
    number, of, rows = told("participants", "region")
    assert (number, of) == (0, len(set(re.findall(r'href="/kommuner/([a-z-]+)/"', rows))))


def test_how_many_take_part_has_its_certificate_on_the_page_that_lists_them(filled):
    assert 'href="/tal/optalt/region/participants/"' in filled.get("/deltagelse/").text
    assert "Kommuner i Region Sjælland" in filled.get("/tal/optalt/region/participants/").text


def test_the_answers_are_those_of_the_newest_list(filled):
    path = "/tal/optalt/0340/answers"
    assert filled.get(f"{path}/").status_code == 404
    _spot, issued, _answer = answered_spot("0340")
    told = json.loads(filled.get(f"{path}.json").content)
    assert (told["number"], told["of"]) == (1, 1)
    rows = filled.get(told["rows"].removeprefix("http://localhost"))
    assert rows.status_code == 200
    assert f"/{issued.pk}/" in told["rows"]
    assert "den nyeste liste" in seen_in(filled.get(f"{path}/").text)
