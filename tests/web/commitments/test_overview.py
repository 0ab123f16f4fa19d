"""The overview of the seventeen shows, filters and exports the same rows."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.utils.timezone import localdate
from openpyxl import load_workbook

from taskforce.web.commitments.actions.commitments import change_commitment
from taskforce.web.commitments.actions.participation import NewStatus, set_status
from taskforce.web.commitments.models import Commitment, Status
from taskforce.web.commitments.queries.cockpit import Asked, chosen, rows
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.models import ContactLog, Duty, Person
from tests.cast import signed_in
from tests.web.test_addresses import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return localdate()


@pytest.fixture
def named(joined, consultant, today):
    """Sorø has a coordinator whose name, and a next step whose words, a sheet might run."""
    facts = {"name": "=HYPERLINK(1)", "source": "Kommunen", "organisation": joined}
    person = add(Person(**facts), by=consultant)
    add(
        Duty(organisation=joined, kind="coordinator", person=person, since=today, source="Brev"),
        by=consultant,
    )
    contact = {"held_on": today, "channel": "phone", "summary": "Talte"}
    add(ContactLog(organisation=joined, next_step="+45 ring", **contact), by=consultant)
    return joined


def names(found):
    return [row.municipality.name for row in found]


def test_every_municipality_has_its_row_in_danish_order(consultant, today):
    shown = names(chosen(rows(consultant, today), Asked()))
    assert len(shown) == 17
    assert shown.index("Køge") < shown.index("Lejre") < shown.index("Odsherred")
    assert shown[-1] == "Vordingborg"


def test_a_row_tells_commitments_plan_and_people(named, consultant, today):
    row = next(one for one in rows(consultant, today) if one.municipality == named)
    assert row.standing.status == Status.PARTICIPATING
    assert row.people.coordinator == "=HYPERLINK(1)"
    assert row.guidelines.answer == "undecided"
    assert (row.plan_done, row.plan_counted, row.people.next_step) == (0, 0, "+45 ring")


def test_the_filters_keep_what_they_say(named, away, consultant, today):
    set_status(away, NewStatus(Status.INTERESTED, today, "Møde"), by=consultant)
    every = rows(consultant, today)
    assert names(chosen(every, Asked(status="interested"))) == ["Lolland"]
    assert "Sorø" not in names(chosen(every, Asked(without_coordinator=True)))
    assert names(chosen(every, Asked(text="soroe"))) == ["Sorø"]
    assert names(chosen(every, Asked(text="hyperlink"))) == ["Sorø"]


def test_sorted_by_status_those_who_take_part_come_first_and_who_left_last(
    joined, away, consultant, today
):
    set_status(away, NewStatus(Status.LEFT, today, "Brev"), by=consultant)
    found = names(chosen(rows(consultant, today), Asked(sort="status")))
    assert (found[0], found[-1]) == ("Sorø", "Lolland")


def test_overdue_begins_the_day_after(joined, consultant, today):
    for one in Commitment.objects.all():
        change_commitment(one, {"due": today}, by=consultant)
    assert chosen(rows(consultant, today), Asked(overdue=True)) == []
    (late,) = chosen(rows(consultant, today + timedelta(days=1)), Asked(overdue=True))
    assert late.overdue == 3


def test_the_most_overdue_come_first_when_asked(joined, consultant, today):
    later = rows(consultant, today + timedelta(days=4000))
    assert names(chosen(later, Asked(sort="overdue")))[0] == "Sorø"
    assert names(chosen(later, Asked(sort="nonsense")))[0] == "Faxe"


def test_the_csv_holds_what_the_filter_shows_and_runs_no_formula(named, cast, browser):
    answer = signed_in(cast.consultant).get("/kommunernes-arbejde/som-csv/?text=sorø")
    assert answer["Content-Type"].startswith("text/csv")
    text = answer.content.decode("utf-8")
    assert text.startswith("\ufeff")
    heads, soroe, *rest = csv.reader(StringIO(text[1:], newline=""), delimiter=";")
    told = dict(zip(heads, soroe, strict=True))
    assert (told["Kommunekode"], told["Kommune"], told["Status"]) == ("0340", "Sorø", "Deltager")
    assert (told["Tovholder"], told["Næste skridt"]) == ("'=HYPERLINK(1)", "'+45 ring")
    assert rest[0] == []
    assert localdate().isoformat() in rest[1][0]


def test_the_workbook_opens_with_days_as_days_and_its_source(named, cast, browser):
    answer = signed_in(cast.consultant).get("/kommunernes-arbejde/som-xlsx/?status=participating")
    page = load_workbook(BytesIO(answer.content)).worksheets[0]
    heads, soroe, *_, source = list(page.iter_rows(values_only=True))
    told = dict(zip(heads, soroe, strict=True))
    assert page.max_row == 4
    assert told["Fra"].date().isoformat() == "2026-03-01"
    assert told["Kommunekode"] == "0340"
    assert "f" not in {cell.data_type for row in page.iter_rows() for cell in row}
    assert told["Tovholder"] == "'=HYPERLINK(1)"
    assert "Region Sjælland" in source[0]


def test_the_page_and_its_export_ask_the_same(cast, browser, named):
    client = signed_in(cast.consultant)
    html = client.get("/kommunernes-arbejde/?text=sor%C3%B8&sort=status").content.decode()
    assert 'href="/kommunernes-arbejde/som-xlsx/?text=sor%C3%B8&amp;sort=status"' in html
    assert "Viser 1 af 17 kommuner" in html


def test_what_changed_is_told_since_the_last_network_meeting(joined, cast, consultant, browser):
    client = signed_in(cast.consultant)
    assert "Sorø : Ny status: Deltager." in text_of(client.get("/kommunernes-arbejde/"))
    day = localdate() + timedelta(days=1)
    meeting = {"held_on": day, "channel": "network_meeting", "summary": "Alle 17"}
    add(ContactLog(organisation=joined, **meeting), by=consultant)
    told = text_of(client.get("/kommunernes-arbejde/"))
    assert "siden det seneste netværksmøde" in told
    assert "Der er ikke sket ændringer" in told
    earlier = client.get(f"/kommunernes-arbejde/?since={localdate():%Y-%m-%d}")
    assert "Sorø : Ny status: Deltager." in text_of(earlier)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "i går"])
def test_any_day_may_be_asked_about(day, joined, cast, browser):
    answer = signed_in(cast.consultant).get("/kommunernes-arbejde/", {"since": day})
    assert answer.status_code == 200


def test_those_who_work_for_one_municipality_are_sent_there(cast, browser):
    for one in (cast.coordinator, cast.case_officer, cast.site_manager):
        answer = signed_in(one).get("/kommunernes-arbejde/")
        assert answer["Location"] == "/kommunernes-arbejde/0340/"


def test_a_coordinators_export_holds_their_own_municipality_only(cast, browser):
    text = signed_in(cast.coordinator).get("/kommunernes-arbejde/som-csv/").content.decode()
    assert "Sorø" in text
    assert "Lolland" not in text
