"""No white spot is left alone unnoticed: it has an owner, or somebody is told after 30 days."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Details
from taskforce.web.frame.journal.writing import change
from taskforce.web.people.actions.accounts import set_active
from taskforce.web.people.actions.personal_data import erase_account
from taskforce.web.people.queries.personal_data import everything_about
from taskforce.web.spots.actions.following_up import assign, follow_up, let_go
from taskforce.web.spots.actions.forgetting import forget_old
from taskforce.web.spots.models import Spot
from taskforce.web.spots.queries.awaiting import awaiting
from taskforce.web.spots.queries.found import found
from tests.web.spots.makers import answer_of, listed, spot_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LIST = "/hvide-pletter/"


def told(caller, name):
    return [one.what for one in awaiting(caller(name), localdate())]


@pytest.mark.parametrize(("days", "alone"), [(0, False), (30, False), (31, True)])
def test_after_thirty_days_without_an_owner_the_coordinator_is_told(cast, caller, days, alone):
    spot_of(days=days)
    words = ["1 hvid plet eller mobilhul har ikke haft en ansvarlig i 30 dage"] if alone else []
    assert told(caller, "coordinator") == words
    assert told(caller, "consultant") == words
    assert told(caller, "other_coordinator") == told(caller, "operator") == []


@pytest.mark.parametrize(("addresses", "alone"), [(9, False), (10, True), (None, True)])
def test_only_large_ones_must_have_an_owner_and_a_withheld_number_may_be_large(
    cast, caller, addresses, alone
):
    spot_of(days=40, addresses=addresses)
    assert bool(told(caller, "coordinator")) == alone


def test_an_owner_ends_it_and_the_next_step_waits_on_the_owners_own_desk(cast, caller):
    spot, yesterday = spot_of(days=40), localdate() - timedelta(days=1)
    follow_up(spot, cast.case_officer, ("Ring", yesterday), on=localdate(), by=SOFTWARE)
    assert told(caller, "coordinator") == []
    (step,) = awaiting(caller("case_officer"), localdate())
    assert (step.what, step.overdue) == (f"Hvid plet {spot.number}: Ring", True)


def test_a_stranger_cannot_be_the_owner_and_nothing_is_changed_then(cast):
    here, there = spot_of(), spot_of(code="0360")
    with pytest.raises(ValidationError):
        assign([here, there], cast.coordinator, on=localdate(), by=SOFTWARE)
    assert not Spot.objects.filter(owner__isnull=False).exists()
    every = Spot.objects.all()
    assert assign(every, cast.consultant, on=localdate(), by=SOFTWARE) == 2


def test_whose_account_is_closed_or_erased_owns_nothing_and_the_clock_starts_anew(cast):
    first, second = spot_of(), spot_of()
    for spot, owner in ((first, cast.case_officer), (second, cast.site_manager)):
        follow_up(spot, owner, ("", None), on=localdate(), by=SOFTWARE)
    set_active(cast.case_officer, active=False, by=SOFTWARE)
    erase_account(cast.site_manager, by=SOFTWARE)
    later = localdate() + timedelta(days=3)
    assert let_go(on=later, by=SOFTWARE) == 2
    assert set(Spot.objects.values_list("owner", "unowned_since")) == {(None, later)}
    assert let_go(on=later, by=SOFTWARE) == 0


def test_many_are_assigned_at_once_but_only_ones_own(cast, enter):
    here, also, away = spot_of(), spot_of(), spot_of(code="0360")
    said = {"owner": cast.case_officer.pk, "spots": [here.pk, also.pk]}
    assert enter("coordinator").post(f"{LIST}tildel/", said).status_code == 302
    assert Spot.objects.filter(owner=cast.case_officer).count() == 2
    enter("coordinator").post(f"{LIST}tildel/", {**said, "spots": [away.pk]})
    assert Spot.objects.get(pk=away.pk).owner is None


def test_the_follow_up_is_kept_by_a_form_and_a_step_needs_its_day(cast, enter):
    spot = spot_of()
    page, coordinator = f"{LIST}{spot.pk}/opfoelgning/", enter("coordinator")
    said = {"owner": cast.coordinator.pk, "next_step": "Møde med laug", "next_step_on": ""}
    answer = coordinator.post(page, said)
    assert answer.status_code == 422
    assert "Skriv både næste skridt og dato." in answer.content.decode()
    coordinator.post(page, {**said, "next_step_on": localdate() + timedelta(days=9)})
    shown = coordinator.get(f"{LIST}{spot.pk}/").content.decode()
    assert "Møde med laug" in shown
    assert "Test coordinator" in shown
    assert "laug" not in "".join(Details.objects.values_list("content", flat=True))


def test_the_list_shows_ones_own_and_filters_it(cast, enter):
    alone, mine, _away = spot_of(days=40), spot_of(), spot_of(code="0360")
    assign([mine], cast.coordinator, on=localdate(), by=SOFTWARE)

    def listed(query=""):
        page = enter("coordinator").get(f"{LIST}{query}")
        return [row.spot.pk for row in page.context["rows"]]

    assert listed() == [alone.pk, mine.pk]
    assert listed("?state=overdue") == listed("?owner=nobody") == [alone.pk]
    assert listed("?owner=mine") == listed(f"?owner={cast.coordinator.pk}") == [mine.pk]
    assert listed("?state=gone") == []
    file = enter("coordinator").get(f"{LIST}hvide-pletter.csv?owner=mine").content.decode()
    assert mine.number in file
    assert alone.number not in file


def test_the_search_finds_ones_own(cast, caller):
    spot, _away = spot_of(), spot_of(code="0360")
    assert [one.title for one in found(caller("coordinator"), "sorø")] == [
        f"Hvid plet {spot.number}"
    ]
    assert found(caller("operator"), "sorø") == []


def test_every_row_can_be_ticked_by_its_name(cast, enter):
    spot = spot_of()
    page = enter("coordinator").get(LIST).content.decode()
    # The design system draws the box on the label, within a group of its own.
    box = f'name="spots" value="{spot.pk}" id="tick-{spot.pk}"><label for="tick-{spot.pk}">'
    assert (
        f'<div class="form-group-checkbox"><input type="checkbox" class="form-checkbox" {box}'
        in page
    )
    assert "tick-" not in enter("case_officer").get(LIST).content.decode()


def test_who_has_exported_their_data_finds_what_they_follow_up(cast):
    spot = spot_of()
    follow_up(spot, cast.case_officer, ("Ring", localdate()), on=localdate(), by=SOFTWARE)
    told = everything_about(None, cast.case_officer)["elsewhere"]
    assert [one["spot_id"] for one in told["spots.spot"]] == [spot.spot_id]
    assert "spots.spot" not in everything_about(None, cast.coordinator)["elsewhere"]


def test_two_years_after_it_is_gone_nobody_and_no_text_stands_on_it(cast):
    spot = spot_of()
    listed(spot)
    answer_of(spot, "not_commercial", text="Ring til Jens")
    follow_up(spot, cast.case_officer, ("Ring", localdate()), on=localdate(), by=SOFTWARE)
    change(spot, {"gone_on": localdate()}, by=SOFTWARE)
    assert forget_old(on=localdate() + timedelta(days=729), by=SOFTWARE) == 0
    assert forget_old(on=localdate() + timedelta(days=730), by=SOFTWARE) == 1
    spot.refresh_from_db()
    assert (spot.owner, spot.next_step, spot.answers.get().text) == (None, "", "")


def test_the_municipalitys_page_leads_those_inside_to_what_they_follow_up(cast, enter):
    spot_of(days=40)
    page = "/kommuner/soroe/"
    link = 'href="/hvide-pletter/?municipality=0340">Følg op på 1 hvid plet eller mobilhul'
    for name in ("coordinator", "case_officer", "consultant"):
        told = enter(name).get(page).content.decode()
        assert link in told, name
        assert "1 uden ansvarlig i 30 dage" in told, name
    for name in ("visitor", "operator", "other_coordinator", "landlord"):
        assert "?municipality=0340" not in enter(name).get(page).content.decode(), name


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        ("0001-01-01", "Vælg en dato, der ikke er passeret."),
        ("9999-12-31", "Vælg en dato inden for 20 år."),
        ("31/31", ""),
    ],
)
def test_a_next_step_lies_ahead_but_one_that_has_passed_may_stand(cast, enter, day, wrong):
    spot, passed = spot_of(), localdate() - timedelta(days=3)
    follow_up(spot, None, ("Ring", passed), on=passed, by=SOFTWARE)
    path = f"{LIST}{spot.pk}/opfoelgning/"
    said = {"owner": "", "next_step": "Ring"}
    refused = enter("coordinator").post(path, {**said, "next_step_on": day})
    assert refused.status_code == 422
    assert wrong in refused.content.decode()
    stands = enter("coordinator").post(path, {**said, "next_step_on": passed})
    assert stands.status_code == 302


@pytest.mark.parametrize("number", ["0", "999999999999999999999999"])
def test_a_number_that_is_nobodys_is_not_found(cast, enter, number):
    for path in ("", "opfoelgning/", "svar/"):
        assert enter("consultant").get(f"{LIST}{number}/{path}").status_code in (403, 404)
    assert enter("operator").get(f"{LIST}{number}/svar/").status_code == 404
    assert enter("visitor").get(f"{LIST}lister/{number}/").status_code == 404


def test_nonsense_is_ticked_in_vain(cast, enter):
    spot = spot_of()
    for said in (
        {"owner": "abc", "spots": [spot.pk]},
        {"owner": cast.coordinator.pk, "spots": ["x", "-1", "1e9"]},
        {"owner": cast.coordinator.pk},
        {"owner": cast.operator.pk, "spots": [spot.pk]},
    ):
        assert enter("coordinator").post(f"{LIST}tildel/", said).status_code == 302
    spot.refresh_from_db()
    assert spot.owner is None
    asked = "?page=x&kind=%00&owner=%C2%B2&state=;&municipality=9&answers=1&q=%00%27"
    for path in (LIST, f"{LIST}hvide-pletter.csv"):
        assert enter("coordinator").get(f"{path}{asked}").status_code == 200
