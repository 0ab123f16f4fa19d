"""What waits is calculated at night; what fails is told, and the last ranking stands."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from taskforce.report.ranking.keeping import kept
from taskforce.snapshot.freeze import writing
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.signal import Service
from taskforce.vocabulary.site import SiteKind
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.models import Organisation
from taskforce.web.rankings.actions import Worked, ask_for, cancel, work
from taskforce.web.rankings.models import RankingRequest, RequestState
from tests.cast import HOME
from tests.web.rankings.conftest import PAGE
from tests.web.rankings.makers import candidates_of, ranking_of
from tests.web.seen import seen_in
from tests.web.sites.makers import SOROE, site_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

WISHES = f"{PAGE}bestillinger/"
SECRET = "There are no sites on the shelf /srv/hemmelig; P-77 (Bunkeren) cannot be chosen."


@pytest.fixture
def wish(cast):
    """Put a wish in the queue: of Sorø, or of the whole region."""

    def put(code=HOME, **given):
        place = Organisation.objects.get(code=code) if code else None
        usual = {"k": 2, "need": "reported", "service": Service.DATA}
        return ask_for({"municipality": place, **usual, **given}, by=SOFTWARE)

    return put


@pytest.fixture
def quick(sites):
    """Ranks at once, by made-up coverage."""

    def rank(_shelf, question):
        name = f"nat-{question.municipality or 'region'}-{question.k}"
        return ranking_of(candidates_of(sites), question, name)

    return rank


def refuses(_shelf, _question):
    raise Refused(SECRET)


def state(asked):
    asked.refresh_from_db()
    return asked.state


def text_of(answer):
    return seen_in(answer.content.decode())


def night():
    out = io.StringIO()
    try:
        call_command("nightly", stdout=out)
    except CommandError as error:
        return [*out.getvalue().splitlines(), str(error)]
    return out.getvalue().splitlines()


def test_a_wish_becomes_a_ranking_that_its_row_leads_to(wish, quick, shelf, enter):
    asked = wish()
    assert work(by=SOFTWARE, rank=quick) == Worked(1, 0)
    assert state(asked) == RequestState.DONE
    assert [one.id for one in kept(shelf)] == [asked.ranking] == [f"nat-{HOME}-2"]
    told = enter("coordinator").get(WISHES).content.decode()
    assert f'href="{PAGE}?ranking={asked.ranking}"' in told
    assert enter("coordinator").get(f"{PAGE}?ranking={asked.ranking}").status_code == 200


def test_what_cannot_be_calculated_leaves_the_last_ranking_standing(
    wish, ranking, shelf, enter, reader
):
    asked, before = wish(code=""), reader("operator").page()
    assert work(by=SOFTWARE, rank=refuses) == Worked(0, 1)
    assert state(asked) == RequestState.FAILED
    assert [one.id for one in kept(shelf)] == [ranking.id]
    assert ranking.id in before
    assert ranking.id in reader("operator").page()


def test_the_taskforce_reads_why_it_failed_and_a_coordinator_whom_to_ask(wish, shelf, enter):
    wish()
    work(by=SOFTWARE, rank=refuses)
    taskforce, place = (text_of(enter(one).get(WISHES)) for one in ("consultant", "coordinator"))
    assert "Kunne ikke beregnes 2 ejendomme" in taskforce
    assert f"Beregningen svarede: {SECRET}" in taskforce
    assert "Kunne ikke beregnes 2 ejendomme" in place
    assert "Taskforcen kan se hvorfor. Bestil den igen, eller skriv til taskforcen." in place
    for hidden in ("hemmelig", "P-77", "Bunkeren"):
        assert hidden not in place


def test_one_that_fails_stops_no_other(wish, quick, shelf):
    first, second, third = wish(code="0360"), wish(), wish(code="")

    def sometimes(shelf, question):
        return refuses(shelf, question) if question.municipality == HOME else quick(shelf, question)

    assert work(by=SOFTWARE, rank=sometimes) == Worked(2, 1)
    assert [state(one) for one in (first, second, third)] == ["done", "failed", "done"]


@pytest.mark.parametrize("error", [OSError("disk"), MemoryError(), ValueError("tal" * 400)])
def test_whatever_goes_wrong_in_it_is_noted(wish, shelf, error):
    asked = wish()

    def breaks(_shelf, _question):
        raise error

    assert work(by=SOFTWARE, rank=breaks) == Worked(0, 1)
    assert state(asked) == RequestState.FAILED
    assert 0 < len(asked.message) <= 500


def test_a_wish_waits_where_somebody_else_writes_to_the_shelf(wish, quick, shelf):
    asked = wish()
    with writing(shelf.root):
        assert work(by=SOFTWARE, rank=quick) == Worked(0, 0, put_off=1)
    assert (state(asked), asked.started_at, kept(shelf)) == (RequestState.WAITING, None, ())
    assert work(by=SOFTWARE, rank=quick) == Worked(1, 0)
    assert state(asked) == RequestState.DONE


def test_the_night_says_aloud_that_one_waits_once_more(wish, shelf):
    site_of()
    wish(need="fixed")
    night()
    wish(need="fixed", k=1)
    with writing(shelf.root):
        lines = night()
    told = "calculated 0 of those asked for, and 1 wait: another run writes to the shelf"
    assert f"rankings: {told}" in lines
    assert "Not everything was done" in lines[-1]


def test_a_wish_that_was_taken_back_meanwhile_is_not_calculated(wish, quick, shelf):
    first, second = wish(code="0360"), wish()

    def takes_back(shelf, question):
        if question.municipality == "0360":
            cancel(second, by=SOFTWARE)
        return quick(shelf, question)

    assert work(by=SOFTWARE, rank=takes_back) == Worked(1, 0)
    assert (state(first), state(second)) == ("done", "cancelled")


@pytest.mark.parametrize(("hours", "ends"), [(13, "failed"), (11, "running")])
def test_a_calculation_that_was_interrupted_is_given_up_after_half_a_day(wish, quick, hours, ends):
    asked = wish()
    begun = timezone.now() - timedelta(hours=hours)
    RankingRequest.objects.update(state=RequestState.RUNNING, started_at=begun)
    assert work(by=SOFTWARE, rank=quick) == Worked(0, 0)
    assert state(asked) == ends


def test_the_night_says_aloud_that_a_ranking_failed(wish, shelf):
    asked = wish()
    lines = night()
    assert "rankings: calculated 0 of those asked for, and 1 could not be" in lines
    assert "Not everything was done" in lines[-1]
    assert any(one.startswith("digests: sent ") for one in lines)
    assert "no sites" in RankingRequest.objects.get(pk=asked.pk).message


def test_the_night_freezes_the_sites_and_ranks_them_for_real(wish, shelf, enter):
    # The six homes on Skovvej lack proper fixed internet; the tower stands among them, the other
    # one far away at Lolland's end of the region.
    near = site_of()
    far = site_of(name="Siloen", kind=SiteKind.SILO, longitude=SOROE[0] + 0.5, latitude=54.8)
    asked = wish(k=2, need="fixed")
    assert "rankings: calculated 1 of those asked for" in night()
    assert state(asked) == RequestState.DONE
    (made,) = kept(shelf)
    assert (made.terrain, made.demand.lacking, made.demand.unknown) == ("none", 6, 1)
    assert {one.id for one in made.candidates} == {near.number, far.number}
    best = made.stage(1)
    assert [one.id for one in best.chosen] == [near.number]
    assert (best.value, best.bound, best.checked) == (6, 6, True)
    told = text_of(enter("coordinator").get(PAGE))
    assert "6 boliger og virksomheder ville få dækning fra 1 ejendom 100 % af de 6" in told
    assert "Bevist bedst mulige valg" in told
    assert "flad jord, intet terræn" in told


def test_a_ranking_that_is_calculated_again_is_still_one(wish, quick, shelf):
    asked = [wish()]
    work(by=SOFTWARE, rank=quick)
    asked.append(wish())
    assert work(by=SOFTWARE, rank=quick) == Worked(1, 0)
    assert [state(one) for one in asked] == ["done", "done"]
    assert [one.id for one in kept(shelf)] == [asked[0].ranking] == [asked[1].ranking]
