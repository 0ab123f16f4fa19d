"""A confidential plan is nobody's but its own: its name is looked for wherever anything is told."""

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.plans.actions.comparing import compare_plans
from taskforce.web.plans.actions.plans import set_openness
from taskforce.web.plans.models import Openness
from taskforce.web.plans.queries.found import found
from taskforce.web.workspace.digest import send_digests
from tests.makers import uuid_of
from tests.web.kept_apart import words_of
from tests.web.plans.makers import LOLLAND, SKOVVEJ, plan_of, version_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

SECRET = "Kobberhættens plan"
# Sorø's people and the taskforce may know of it, and the operator whose plan it is.
KNOWS = {"operator", "consultant", "coordinator", "case_officer", "site_manager"}
STRANGERS = {
    "visitor",
    "nobody",
    "other_operator",
    "landlord",
    "other_coordinator",
    "administrator",
}
_OPEN = ("front", "rollouts", "map", "open-data", "municipalities", "sitemap", "api:openapi-json")
_INSIDE = ("workspace", "organisations", "journal", "mails", "cases", "sites", "ranking")


def everywhere():
    """Pages, files and answers that tell of operators, addresses or what has happened."""
    yield from map(reverse, (*_OPEN, *_INSIDE))
    yield from (f"{reverse('api:need')}", f"{reverse('api:municipalities')}")
    yield reverse("municipality", args=["soroe"])
    yield reverse("address-answer", args=[uuid_of(101)])
    yield from (f"{reverse('search')}?q={word}" for word in ("Kobber", "Prøvenet", "Fiber"))


@pytest.fixture
def plan(cast):
    held = plan_of(*SKOVVEJ, name=SECRET, due=date(2027, 1, 1))
    compare_plans(by=SOFTWARE)
    held.refresh_from_db()
    return held


def about(plan):
    version = plan.versions.get().pk
    names = ("rollout", "rollout-renew", "rollout-withdraw")
    yield from (reverse(name, args=[plan.pk]) for name in names)
    for kind in ("csv", "xlsx"):
        yield reverse("rollout-export", args=[plan.pk, kind])
        yield reverse(f"rollouts-planned-{kind}", args=["0340"])
    yield reverse("rollouts-planned", args=["0340"])
    yield reverse("rollout-version-look", args=[version])
    yield reverse("rollout-version-left-out", args=[version])


def told(answer):
    return b"".join(answer).decode("utf-8", errors="replace")


@pytest.mark.parametrize("name", sorted(STRANGERS))
def test_a_stranger_meets_it_nowhere(name, plan, enter):
    browser = enter(name)
    every = [*everywhere(), *about(plan)]
    telling = [path for path in every if SECRET in told(browser.get(path, follow=True))]
    assert telling == []
    assert browser.get(reverse("rollout", args=[plan.pk])).status_code == 404
    for path in about(plan):
        assert browser.get(path).status_code in (302, 403, 404), path


def test_a_plan_is_found_by_the_words_of_a_file_that_is_packed(plan, enter):
    path = reverse("rollout-export", args=[plan.pk, "xlsx"])
    assert SECRET.encode() in words_of(enter("operator").get(path))


def test_the_pages_that_are_looked_through_are_really_there(enter):
    lost = [path for path in everywhere() if enter("consultant").get(path).status_code == 404]
    assert lost == []


@pytest.mark.parametrize("name", sorted(KNOWS))
def test_those_whom_it_concerns_find_it(name, plan, enter, caller):
    browser = enter(name)
    assert SECRET in told(browser.get(reverse("rollouts")))
    assert SECRET in told(browser.get(reverse("rollout", args=[plan.pk])))
    assert [one.title for one in found(caller(name), "kobberhættens")] == [SECRET]


@pytest.mark.parametrize("name", sorted(STRANGERS))
def test_a_search_never_says_that_it_is_there(name, plan, caller):
    assert found(caller(name), "Kobberhættens") == []
    assert found(caller(name), "Prøvenet") == []


def test_no_published_file_tile_or_answer_holds_it(plan, published):
    everything = [path for path in published.rglob("*") if path.is_file()]
    assert len(everything) > 10
    assert [path for path in everything if SECRET.encode() in path.read_bytes()] == []


def test_no_mail_holds_it(plan):
    version_of(*LOLLAND, name=f"{SECRET} 2")
    send_digests(on=timezone.localdate(), by=SOFTWARE)
    for one in mail.outbox:
        said = f"{one.subject} {one.body} {one.alternatives}"
        assert SECRET not in said or one.to == ["operator@example.org"]


def test_a_municipality_sees_its_own_part_only(enter):
    held = plan_of(*SKOVVEJ, *LOLLAND, name=SECRET)
    compare_plans(by=SOFTWARE)
    for name, road, other in (
        ("coordinator", "Skovvej", "Byvej"),
        ("other_coordinator", "Byvej", "Skovvej"),
    ):
        file = told(enter(name).get(reverse("rollout-export", args=[held.pk, "csv"])))
        assert road in file
        assert other not in file
        page = enter(name).get(reverse("rollout", args=[held.pk])).context["page"]
        assert len(page.areas) == 1
        assert page.partly


def test_what_waits_for_a_yes_is_its_keepers_alone(enter):
    version = version_of(*SKOVVEJ, name=SECRET)
    for name in STRANGERS | {"coordinator"}:
        assert SECRET not in told(enter(name).get(reverse("rollouts")))
        path = reverse("rollout", args=[version.plan_id])
        assert enter(name).get(path).status_code == 404


def test_another_operator_sees_it_when_everyone_does_and_no_longer(plan, enter):
    path = reverse("rollout", args=[plan.pk])
    set_openness(plan, Openness.PUBLIC, by=SOFTWARE)
    assert SECRET in told(enter("other_operator").get(path))
    assert SECRET in told(enter("visitor").get(reverse("municipality", args=["soroe"])))
    set_openness(plan, Openness.CONFIDENTIAL, by=SOFTWARE)
    assert enter("other_operator").get(path).status_code == 404
    assert SECRET not in told(enter("visitor").get(reverse("municipality", args=["soroe"])))


def test_no_page_of_a_plan_lies_in_a_cache(plan, enter):
    for path in (reverse("rollouts"), *about(plan)):
        answer = enter("operator").get(path)
        if answer.status_code == 200 and SECRET in told(answer):
            assert answer["Cache-Control"] == "private, no-store", path


def test_two_operators_plans_never_stand_in_one_answer(plan, enter):
    plan_of(*SKOVVEJ, operator="Andetnet", name="Stilladset")
    for name, own, others in (
        ("operator", SECRET, "Stilladset"),
        ("other_operator", "Stilladset", SECRET),
    ):
        page = told(enter(name).get(reverse("rollouts")))
        assert own in page
        assert others not in page
        search = told(enter(name).get(f"{reverse('search')}?q=Fiber"))
        assert others not in search


def test_the_journal_of_an_administrator_does_not_tell_its_name(plan, enter):
    browser = enter("administrator")
    numbers = range(1, 400)
    pages = (browser.get(reverse("journal-entry", args=[number])) for number in numbers)
    assert not any(SECRET in told(page) for page in pages)
