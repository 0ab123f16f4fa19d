"""A new ranking is asked for by those who may, and its wish is followed until its end."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError

from taskforce.vocabulary.signal import Service
from taskforce.web.frame.journal.models import Entry
from taskforce.web.people.models import Organisation
from taskforce.web.rankings.actions import ask_for, cancel
from taskforce.web.rankings.models import MOST_SITES, RankingRequest, RequestState, check_numbers
from taskforce.web.rankings.queries.requests import question_of
from tests.cast import AWAY, HOME
from tests.web.rankings.conftest import PAGE

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ASK, WISHES = f"{PAGE}bestil/", f"{PAGE}bestillinger/"
WISH = {"area": HOME, "k": "4", "need": "reported", "service": "data"}


@pytest.fixture
def asked(cast, caller):
    """A wish of Sorø's coordinator."""
    place = Organisation.objects.get(code=HOME)
    wish = {"municipality": place, "k": 4, "need": "reported", "service": Service.DATA}
    return ask_for(wish, by=caller("coordinator"))


def errors(answer):
    assert answer.status_code == 422
    return {name: " ".join(said) for name, said in answer.context["form"].errors.items()}


def areas(answer):
    return [value for value, _ in answer.context["form"].fields["area"].choices]


def test_a_coordinator_asks_for_the_own_municipality_alone(enter, shelf):
    browser = enter("coordinator")
    assert areas(browser.get(ASK)) == [HOME]
    assert browser.post(ASK, WISH)["Location"] == WISHES
    for place in (AWAY, "region"):
        assert "area" in errors(browser.post(ASK, {**WISH, "area": place}))
    (asked,) = RankingRequest.objects.all()
    assert (asked.municipality.code, asked.k, asked.state) == (HOME, 4, "waiting")


def test_the_taskforce_asks_for_the_region_or_any_municipality(enter, shelf):
    browser = enter("consultant")
    offered = areas(browser.get(ASK))
    assert (offered[0], len(offered)) == ("region", 18)
    for place in ("region", AWAY):
        assert browser.post(ASK, {**WISH, "area": place}).status_code == 302
    assert [one.place for one in RankingRequest.objects.order_by("pk")] == ["", AWAY]


@pytest.mark.parametrize("name", ["operator", "site_manager", "case_officer", "landlord"])
def test_others_read_rankings_and_ask_for_none(enter, shelf, name):
    assert enter(name).post(ASK, WISH).status_code == 403
    assert enter(name).get(WISHES).status_code == 403
    assert not RankingRequest.objects.exists()


def test_a_must_and_what_is_left_out_are_picked_from_the_register(enter, sites, shelf):
    must, out = sites[0].number, sites[1].number
    browser = enter("coordinator")
    browser.post(ASK, {**WISH, "forced": [must], "forbidden": [out]})
    asked = RankingRequest.objects.get()
    assert (asked.forced, asked.forbidden) == ([must], [out])
    told = browser.get(WISHES).content.decode()
    assert f"skal vælges: {must}" in told
    assert f"udeladt: {out}" in told


def test_a_site_that_is_not_on_offer_there_cannot_be_picked(enter, sites, shelf):
    browser = enter("coordinator")
    lolland = next(one for one in sites if one.municipality.code == AWAY)
    assert "forced" in errors(browser.post(ASK, {**WISH, "forced": [lolland.number]}))
    told = browser.get(ASK).content.decode()
    assert lolland.name not in told
    assert sites[0].name in told


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"k": "0"}, "k"),
        ({"k": str(MOST_SITES + 1)}, "k"),
        ({"k": "mange"}, "k"),
        ({"need": "andet"}, "need"),
        ({"service": "fax"}, "service"),
        ({"area": ""}, "area"),
        ({"forced": ["P-0"]}, "forced"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(enter, sites, shelf, given, field):
    assert field in errors(enter("coordinator").post(ASK, {**WISH, **given}))
    assert not RankingRequest.objects.exists()


def test_a_site_cannot_be_a_must_and_left_out(enter, sites, shelf):
    both = {"forced": [sites[0].number], "forbidden": [sites[0].number]}
    assert "både" in errors(enter("coordinator").post(ASK, {**WISH, **both}))["forbidden"]


def test_no_more_are_a_must_than_may_be_chosen(enter, sites, shelf):
    must = [sites[0].number, sites[1].number]
    assert "forced" in errors(enter("consultant").post(ASK, {**WISH, "k": "1", "forced": must}))


def test_the_taskforce_picks_across_the_region(enter, sites, shelf):
    must = [sites[0].number, sites[2].number]
    answer = enter("consultant").post(ASK, {**WISH, "area": "region", "forced": must})
    assert answer.status_code == 302
    assert RankingRequest.objects.get().forced == must


@pytest.mark.parametrize("broken", ["P-1", ["P-1", 2], [""], ["x" * 61], ["P-1"] * 51, None])
def test_a_list_of_numbers_is_a_short_list_of_texts(broken):
    with pytest.raises(ValidationError):
        check_numbers(broken)
    check_numbers(["P-1"] * 50)


def test_the_same_wish_asked_twice_waits_once(enter, asked):
    enter("coordinator").post(ASK, WISH)
    assert RankingRequest.objects.count() == 1
    enter("coordinator").post(ASK, {**WISH, "k": "5"})
    assert RankingRequest.objects.count() == 2


def test_a_wish_that_has_ended_can_be_asked_again(enter, asked, caller):
    cancel(asked, by=caller("coordinator"))
    enter("coordinator").post(ASK, WISH)
    assert RankingRequest.objects.filter(state=RequestState.WAITING).count() == 1


def test_the_question_is_what_was_asked(asked):
    asked.service, asked.forced = Service.VOICE, ["P-1"]
    question = question_of(asked)
    assert (question.municipality, question.need, question.k) == (HOME, "reported", 4)
    assert question.threshold_dbm == Service.VOICE.threshold_dbm
    assert (question.forced, question.forbidden, question.budget_dkk) == (("P-1",), (), None)


def test_what_waits_can_be_taken_back_and_what_has_ended_cannot(enter, asked):
    browser = enter("coordinator")
    assert "Fortryd bestillingen" in browser.get(WISHES).content.decode()
    path = f"{WISHES}{asked.pk}/fortryd/"
    assert browser.get(path).status_code == 405
    for words in ("Bestillingen er fortrudt.", "Du kan kun fortryde det, der stadig venter."):
        told = browser.post(path, follow=True).content.decode()
        assert words in told
    asked.refresh_from_db()
    assert (asked.state, asked.ended_at is None) == ("cancelled", False)


def test_nobody_takes_back_the_wish_of_another_municipality(enter, asked):
    assert enter("other_coordinator").post(f"{WISHES}{asked.pk}/fortryd/").status_code == 403
    asked.refresh_from_db()
    assert asked.state == RequestState.WAITING


def test_a_coordinator_reads_the_wishes_of_the_own_municipality(enter, asked):
    def rows(name):
        return [one.asked.pk for one in enter(name).get(WISHES).context["wishes"]]

    assert (rows("coordinator"), rows("consultant")) == ([asked.pk], [asked.pk])
    assert rows("other_coordinator") == []


def test_the_journal_tells_who_asked_and_who_took_it_back(enter, asked):
    enter("consultant").post(f"{WISHES}{asked.pk}/fortryd/")
    about = Entry.objects.filter(kind="rankings.rankingrequest").order_by("number")
    assert [one.role_name for one in about] == ["coordinator 0340", "consultant"]


def test_a_wish_in_words(enter, asked):
    told = " ".join(
        re.sub(r"<[^>]+>", " ", enter("coordinator").get(WISHES).content.decode()).split()
    )
    assert "Sorø Venter 4 ejendomme · Data · Mobil: det, teleselskaberne indberetter" in told
    assert "Test coordinator" in told
