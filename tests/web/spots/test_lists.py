"""All operators are asked the same, answer in confidence, and the public sees how many answered."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Details
from taskforce.web.frame.journal.writing import change
from taskforce.web.spots.actions.issuing import checksum, issue, issue_when_due, set_schedule
from taskforce.web.spots.models import Schedule, Spot, SpotAnswer, SpotList
from taskforce.web.spots.queries.awaiting import awaiting
from taskforce.web.spots.queries.tally import tally_of
from tests.web.spots.makers import PDF, answer_of, listed, spot_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LISTS = "/hvide-pletter/lister/"


@pytest.fixture
def asked(cast):
    """Two white spots on a list, and a small one that is on none."""
    spots = spot_of(), spot_of(code="0360", addresses=None)
    spot_of(addresses=9)
    listed(*spots)
    return spots


def test_a_list_holds_the_large_ones_and_never_changes(asked):
    issued = SpotList.objects.get()
    assert [one["spot"] for one in issued.content] == [spot.spot_id for spot in asked]
    assert issued.answer_by == localdate() + timedelta(days=60)
    change(asked[0], {"addresses": 99}, by=SOFTWARE)
    issued.refresh_from_db()
    assert issued.content[0]["addresses"] == 12
    assert checksum(issued.content) == issued.sha256


def test_lists_come_on_their_day_and_half_a_year_apart(asked):
    day = Schedule.objects.get().next_on
    assert issue_when_due(on=day - timedelta(days=1), by=SOFTWARE) is None
    assert issue_when_due(on=day, by=SOFTWARE) is not None
    assert issue_when_due(on=day, by=SOFTWARE) is None
    assert 180 <= (Schedule.objects.get().next_on - day).days <= 185
    set_schedule({"next_on": None}, by=SOFTWARE)
    assert issue_when_due(on=day + timedelta(days=999), by=SOFTWARE) is None


def test_nothing_to_ask_about_is_said_so(cast):
    with pytest.raises(ValidationError):
        issue(on=localdate(), by=SOFTWARE)


def test_the_public_learns_how_many_are_answered_and_never_who_or_what(asked, enter):
    answer_of(asked[0], "not_commercial", text="Alt for dyrt")
    issued = SpotList.objects.get()
    whole, places = tally_of(issued)
    assert (whole.spots, whole.answered, whole.unanswered) == (2, 1, 1)
    assert {(one.name, one.answered) for one in places} == {("Sorø", 1), ("Lolland", 0)}
    one = f"{LISTS}{issued.pk}/"
    for path in (LISTS, one, f"{one}liste.csv", f"{one}liste.geojson", "/en/white-spots/lists/"):
        answer = enter("visitor").get(path)
        told = answer.content.decode()
        assert answer.status_code == 200
        hidden = ("Prøvenet", "Alt for dyrt", "kommercielle vilkår", "not_commercial")
        assert [word for word in hidden if word in told] == [], path


def test_the_files_hold_the_same_as_the_page_and_no_withheld_number(asked, enter):
    one = f"{LISTS}{SpotList.objects.get().pk}/"
    drawn = json.loads(enter("visitor").get(f"{one}liste.geojson").content)
    assert [each["properties"]["addresses"] for each in drawn["features"]] == [12, None]
    assert drawn["publisher"] == "Prøvestyrelsen"
    file = enter("operator").get(f"{one}liste.csv").content.decode()
    assert "vises ikke" in file
    assert file == enter("other_operator").get(f"{one}liste.csv").content.decode()


def test_an_operator_is_reminded_until_it_has_answered_everything(asked, caller):
    (waits,) = awaiting(caller("operator"), localdate())
    assert waits.what == "2 hvide pletter og mobilhuller venter på jeres svar"
    assert awaiting(caller("operator"), localdate() + timedelta(days=61))[0].overdue
    for spot in asked:
        answer_of(spot)
    assert awaiting(caller("operator"), localdate()) == []
    assert len(awaiting(caller("other_operator"), localdate())) == 1


def test_an_operator_answers_by_form_and_may_change_its_mind(asked, enter):
    path, firm = f"/hvide-pletter/{asked[0].pk}/svar/", enter("operator")
    for said, wrong in (
        ({"kind": "builds"}, "Skriv, hvornår det er klar."),
        ({"kind": "served"}, "Vedlæg dokumentation for, at adresserne er dækket."),
        ({"kind": ""}, "Vælg et svar."),
    ):
        answer = firm.post(path, said)
        assert answer.status_code == 422
        assert wrong in answer.content.decode()
    firm.post(path, {"kind": "needs_site", "text": "En mast nær kirken"})
    firm.post(path, {"kind": "served", "proof": ContentFile(PDF, "bevis.pdf")})
    told = SpotAnswer.objects.get()
    assert (told.kind, told.operator.name, bool(told.proof)) == ("served", "Prøvenet", True)
    assert "kirken" not in "".join(Details.objects.values_list("content", flat=True))


def test_an_answer_is_read_by_the_municipality_and_by_no_other_operator(asked, enter):
    answer_of(asked[0], "builds", builds_by=localdate(), text="Vi graver til marts")
    page = f"/hvide-pletter/{asked[0].pk}/"
    assert "Vi graver til marts" in enter("coordinator").get(page).content.decode()
    assert enter("other_coordinator").get(page).status_code == 403
    for path in (f"{page}svar/", "/hvide-pletter/at-svare-paa/"):
        other = enter("other_operator").get(path).content.decode()
        assert "Vi graver til marts" not in other
        assert "Vi bygger</span>" not in other


def test_only_what_is_on_the_newest_list_can_be_answered(asked):
    with pytest.raises(ValidationError):
        answer_of(spot_of(), "not_commercial")


def test_a_consultant_issues_and_plans_lists(asked, enter):
    consultant = enter("consultant")
    SpotList.objects.update(issued_on=localdate() - timedelta(days=1))
    for _click_twice in range(2):
        assert consultant.post(f"{LISTS}udsend/").status_code == 302
    assert SpotList.objects.count() == 2
    told = consultant.get(LISTS).content.decode()
    assert "Der er allerede udsendt en liste i dag." in told
    said = {
        "next_on": localdate() + timedelta(days=60),
        "months": 3,
        "answer_days": 30,
        "smallest": 2,
    }
    assert consultant.post(f"{LISTS}plan/", said).status_code == 422
    consultant.post(f"{LISTS}plan/", {**said, "smallest": 5})
    assert Schedule.objects.get().smallest == 5


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_nobody_promises_for_a_day_that_has_passed_or_is_beyond_reach(asked, enter, day):
    said = {"kind": "builds", "builds_by": day}
    path = f"/hvide-pletter/{asked[0].pk}/svar/"
    assert enter("operator").post(path, said).status_code == 422
    assert not SpotAnswer.objects.exists()


def test_what_stands_on_no_list_has_no_page_to_answer_on(asked, enter):
    small = Spot.objects.get(addresses=9)
    assert enter("operator").get(f"/hvide-pletter/{small.pk}/svar/").status_code == 404
