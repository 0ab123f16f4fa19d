"""Each page does what its buttons say, for those who may, in the municipality that they keep."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from taskforce.web.commitments.actions.commitments import change_commitment
from taskforce.web.commitments.actions.founding import set_up_goals
from taskforce.web.commitments.actions.milestones import add_milestone
from taskforce.web.commitments.actions.participation import NewStatus, set_status
from taskforce.web.commitments.models import (
    Commitment,
    Goal,
    Milestone,
    ParticipationStep,
    PlanGoal,
    State,
    Status,
)
from tests.cast import signed_in
from tests.web.shown_figures import figures_on
from tests.web.test_addresses import text_of

pytestmark = pytest.mark.django_db
HOME = "/kommunernes-arbejde/0340/"
STEP = {"status": "interested", "since": "2026-04-01", "evidence": "Møde"}


def test_a_coordinator_writes_the_status_and_a_consultant_writes_it_on_behalf(cast, browser):
    signed_in(cast.coordinator).post(f"{HOME}status/", STEP)
    assert not ParticipationStep.objects.get().on_behalf
    later = STEP | {"since": "2026-05-01", "status": "decision_pending"}
    signed_in(cast.consultant).post(f"{HOME}status/", later)
    assert ParticipationStep.objects.get(since="2026-05-01").on_behalf
    assert {one.on_behalf for one in Commitment.objects.all()} == {True}


def test_a_status_without_evidence_is_sent_back_with_what_is_missing(cast, browser):
    answer = signed_in(cast.coordinator).post(f"{HOME}status/", STEP | {"evidence": ""})
    assert answer.status_code == 422
    assert "Grundlag" in text_of(answer)
    assert not ParticipationStep.objects.exists()


@pytest.mark.parametrize(
    "member", ["case_officer", "site_manager", "other_coordinator", "operator"]
)
def test_those_who_do_not_keep_it_cannot_write(member, cast, browser, guidelines):
    client = signed_in(cast.everybody[member])
    step = ParticipationStep.objects.get()
    milestone = Milestone.objects.create(commitment=guidelines, title="Udkast", due=localdate())
    goal = PlanGoal.objects.create(municipality=guidelines.municipality, title="Mål")
    for path in (
        f"{HOME}status/",
        f"{HOME}bekraeft/",
        f"{HOME}forpligtelser/ny/",
        f"{HOME}handleplan/nyt-maal/",
        f"{HOME}handleplan/begynd/",
        f"/forpligtelser/{guidelines.pk}/ret/",
        f"/forpligtelser/{guidelines.pk}/tilstand/",
        f"/forpligtelser/{guidelines.pk}/delmaal/",
        f"/delmaal/{milestone.pk}/",
        f"/planens-maal/{goal.pk}/ret/",
        f"/statustrin/{step.pk}/traek-tilbage/",
        "/maal/nyt/",
        "/maal/opret/",
        "/kommunernes-arbejde/registrer/",
    ):
        assert client.post(path, {}).status_code == 403, path


def test_case_officers_read_without_being_offered_to_write(cast, browser, guidelines):
    client = signed_in(cast.case_officer)
    for path in (HOME, f"/forpligtelser/{guidelines.pk}/"):
        html = client.get(path).content.decode()
        assert "Det er afklaret" in html
        assert "tilstand/" not in html
        assert f'action="{HOME}' not in html


def test_what_is_overdue_stands_on_top(cast, browser, guidelines, coordinator):
    late = localdate() - timedelta(days=1)
    change_commitment(guidelines, {"due": late}, by=coordinator)
    add_milestone(guidelines, title="Første udkast", due=late, by=coordinator)
    told = text_of(signed_in(cast.coordinator).get(HOME))
    assert told.index("Første udkast") < told.index("De tre forpligtelser")
    assert "frister er overskredet" in told


def test_the_municipality_confirms_and_a_consultant_cannot_for_it(
    cast, browser, home, consultant, away
):
    entered = NewStatus(Status.DECISION_PENDING, localdate(), "Møde")
    set_status(home, entered, by=consultant, on_behalf=True)
    signed_in(cast.consultant).post(f"{HOME}bekraeft/")
    assert Commitment.objects.filter(on_behalf=True).count() == 3
    assert "Er det rigtigt?" in text_of(signed_in(cast.coordinator).get(HOME))
    signed_in(cast.coordinator).post(f"{HOME}bekraeft/")
    assert not Commitment.objects.filter(on_behalf=True).exists()


def test_a_commitment_is_moved_on_finished_waived_and_opened_again(cast, browser, guidelines):
    client, path = signed_in(cast.coordinator), f"/forpligtelser/{guidelines.pk}/"

    def state(**given):
        client.post(f"{path}tilstand/", given)
        guidelines.refresh_from_db()
        return State(guidelines.state)

    assert state(step="progress", percent=30) == State.IN_PROGRESS
    assert state(step="done", done_on="2026-06-01") == State.DONE
    assert state(step="reopen") == State.IN_PROGRESS
    assert state(step="waive", reason="Regionen gør det") == State.WAIVED
    assert state(step="nonsense") == State.WAIVED
    assert "Regionen gør det" in text_of(client.get(path))


@pytest.mark.parametrize(
    ("given", "missing"),
    [({"step": "waive"}, "Hvorfor"), ({"step": "progress", "percent": 100}, "99")],
)
def test_a_step_that_lacks_something_is_sent_back(cast, browser, guidelines, given, missing):
    path = f"/forpligtelser/{guidelines.pk}/tilstand/"
    answer = signed_in(cast.coordinator).post(path, given)
    assert answer.status_code == 422
    assert missing in text_of(answer)


def test_each_kind_asks_for_what_it_is_about(cast, browser, joined):
    client = signed_in(cast.coordinator)
    asked = {}
    for one in Commitment.objects.all():
        html = client.get(f"/forpligtelser/{one.pk}/ret/").content.decode()
        asked[one.kind] = {
            name
            for name in ("answer", "hours_a_month", "budget_dkk", "title", "goal", "due")
            if f'name="{name}"' in html
        }
    assert asked == {
        "coordinator": {"due"},
        "guidelines": {"answer", "due"},
        "resources": {"hours_a_month", "budget_dkk", "due"},
    }


def test_changed_facts_are_saved_and_told_in_the_history(cast, browser, guidelines):
    client, path = signed_in(cast.coordinator), f"/forpligtelser/{guidelines.pk}/"
    given = {"answer": "as_they_are", "due": "2026-12-24", "decision_number": "Punkt 12"}
    assert client.post(f"{path}ret/", given).status_code == 302
    told = text_of(client.get(path))
    assert "Ikke afklaret endnu → blev til Ja, som de er" in told
    assert "Punkt 12" in told


def test_people_and_goals_of_others_cannot_be_chosen(cast, browser, joined, away):
    goal = PlanGoal.objects.create(municipality=away, title="Et andet sted")
    given = {"title": "Vores", "goal": goal.pk}
    answer = signed_in(cast.coordinator).post(f"{HOME}forpligtelser/ny/", given)
    assert answer.status_code == 422
    assert not Commitment.objects.filter(title="Vores").exists()


def test_a_plan_grows_from_a_template_and_from_ones_own_words(cast, browser, home):
    client = signed_in(cast.coordinator)
    for _twice in range(2):
        client.post(f"{HOME}handleplan/begynd/", {"template": "digging"})
    client.post(f"{HOME}handleplan/nyt-maal/", {"title": "Fiber på Omø"})
    own = PlanGoal.objects.get(title="Fiber på Omø")
    client.post(f"{HOME}forpligtelser/ny/", {"title": "Ring til øboerne", "goal": own.pk})
    told = text_of(client.get(HOME))
    assert PlanGoal.objects.filter(template="digging").count() == 1
    assert "Ring til øboerne" in told
    assert "0 % – 0 af 4 handlinger er udført" in told


def test_milestones_are_added_reached_and_removed(cast, browser, guidelines):
    client = signed_in(cast.coordinator)
    client.post(
        f"/forpligtelser/{guidelines.pk}/delmaal/", {"title": "Udkast", "due": "2026-09-01"}
    )
    milestone = Milestone.objects.get()
    client.post(f"/delmaal/{milestone.pk}/", {"step": "reached"})
    milestone.refresh_from_db()
    assert milestone.done_on == localdate()
    client.post(f"/delmaal/{milestone.pk}/", {"step": "remove"})
    assert not Milestone.objects.exists()


def test_consultants_keep_the_goals_and_register_for_several(cast, browser, home, away):
    client = signed_in(cast.consultant)
    client.post("/maal/opret/")
    facts = {"kind": "coverage", "title_da": "Højst 500", "title_en": "At most 500"}
    days = {"baseline_on": "2026-01-01", "target": 500, "target_on": "2027-12-31"}
    assert client.post("/maal/nyt/", facts | days).status_code == 422
    client.post("/maal/nyt/", facts | days | {"threshold": "100/30"})
    goal = Goal.objects.get(kind="coverage")
    client.post(f"/maal/{goal.pk}/", facts | days | {"threshold": "100/30", "target": 400})
    goal.refresh_from_db()
    assert (goal.target, Goal.objects.count()) == (400, 3)
    assert "Højst 500" in text_of(client.get("/maal/"))
    client.post(f"/maal/{goal.pk}/fjern/")
    assert Goal.objects.count() == 2
    client.post("/kommunernes-arbejde/registrer/", STEP | {"places": [home.pk, away.pk]})
    assert ParticipationStep.objects.filter(on_behalf=True).count() == 2


@pytest.mark.parametrize("status", Status)
def test_the_public_is_told_three_words_and_nobodys_name(
    visitor, joined, away, consultant, coordinator, status
):
    if status != Status.NOT_CONTACTED:
        set_status(away, NewStatus(status, localdate(), "Fortroligt møde"), by=consultant)
    told = text_of(visitor.get("/deltagelse/"))
    word = {Status.PARTICIPATING: "Deltager", Status.DECISION_PENDING: "På vej"}
    assert f"Lolland {word.get(status, 'Ikke endnu')}" in told
    assert "Sorø Deltager siden den 1. marts 2026" in told
    for hidden in ("Interesseret", "Kontaktet", "På pause", "Udtrådt", "Fortroligt", "Test "):
        assert hidden not in told


def test_the_public_page_tells_the_goals_with_source_and_day(visitor, joined, consultant):
    set_up_goals(by=consultant)
    page = visitor.get("/deltagelse/")
    told = text_of(page)
    assert figures_on(page.text).links["/tal/optalt/region/participants/"] == "1"
    assert "1 af 7 kommuner deltager. Målet skal være nået den 30. juni 2027." in told
    assert "Kilde: Digital Taskforce, efter kommunernes beslutninger" in told
    assert "1 of 17 municipalities take part." in text_of(visitor.get("/en/participation/"))


def test_the_public_page_works_before_anything_is_published(early_visitor, home):
    assert early_visitor.get("/deltagelse/").status_code == 200
