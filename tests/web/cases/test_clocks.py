"""The clocks of a case: when they are due, when they warn, and who is told that they ran out."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from taskforce.web.cases.actions.deciding import decide
from taskforce.web.cases.actions.events import write_event
from taskforce.web.cases.actions.sending import send
from taskforce.web.cases.models import CaseKind, EventKind
from taskforce.web.cases.queries.awaiting import awaiting
from taskforce.web.cases.queries.clocks import clocks_of
from taskforce.web.cases.queries.complaints import complaints_until
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.workspace.digest import contents
from taskforce.web.workspace.queries.waiting import waiting
from tests.web.cases.conftest import MONDAY
from tests.web.cases.makers import case_of, days, sent, steps

pytestmark = pytest.mark.django_db


def clock(case, key, on):
    case.refresh_from_db()
    return next(one for one in clocks_of(case, on) if one.key == key)


def decided(case, on, **more):
    given = {"outcome": "permitted", "decided_on": on, "reasons": "I orden"}
    decide(case, given | {"appeal_route": "road"} | more, reference="05.01-1", by=SOFTWARE)


def test_the_municipality_has_twenty_working_days_to_say_what_is_missing(case):
    assert clock(case, "completeness", MONDAY).due == date(2026, 3, 30)
    with time_machine.travel(MONDAY + days(14)):
        later = sent(case_of(title="Hen over påske"), MONDAY + days(14))
    # Maundy Thursday, Good Friday and Easter Monday do not count.
    assert clock(later, "completeness", MONDAY + days(14)).due == date(2026, 4, 16)


def test_a_complete_case_is_decided_within_four_months(case):
    steps(case, (EventKind.COMPLETE, MONDAY))
    assert clock(case, "completeness", MONDAY).ended == MONDAY
    assert clock(case, "decision", MONDAY).due == date(2026, 7, 2)


def test_a_stop_moves_the_last_day_and_says_why(case):
    steps(case, (EventKind.COMPLETE, MONDAY), (EventKind.STOPPED, MONDAY, "Ny trafikplan"))
    standing = clock(case, "decision", MONDAY + days(10))
    assert (standing.state, standing.stopped_because) == ("stopped", "Ny trafikplan")
    with time_machine.travel(MONDAY + days(10)):
        write_event(case, EventKind.RESTARTED, on=MONDAY + days(10), by=SOFTWARE)
    assert clock(case, "decision", MONDAY + days(10)).due == date(2026, 7, 12)


@pytest.mark.parametrize(("percent", "after"), [(None, 60), (50, 61), (75, 92), (90, 110)])
def test_an_officer_is_warned_at_half_three_quarters_and_nine_tenths(case, caller, percent, after):
    steps(case, (EventKind.COMPLETE, MONDAY))
    told = [one.what for one in awaiting(caller("case_officer"), MONDAY + days(after))]
    assert len(told) == (percent is not None)
    assert not told or f"{percent} procent" in told[0]


def test_what_is_overdue_rises_to_the_top_of_the_desk_and_into_the_mail(case, cast, caller):
    steps(case, (EventKind.COMPLETE, MONDAY))
    late = date(2026, 7, 3)
    officer = caller("case_officer")
    top = waiting(officer, late).overdue[0]
    assert (top.path, top.due) == (reverse("case", args=[case.pk]), date(2026, 7, 2))
    mail = contents(officer, cast.case_officer, late)
    assert [one.path for one in mail.waiting.overdue] == [top.path]
    assert not waiting(officer, date(2026, 7, 2)).overdue


def test_the_taskforce_hears_of_overdue_clocks_alone_and_other_places_of_none(case, caller):
    steps(case, (EventKind.COMPLETE, MONDAY))
    assert not awaiting(caller("consultant"), date(2026, 7, 1))
    assert awaiting(caller("consultant"), date(2026, 7, 3))
    for name in ("other_coordinator", "operator", "other_operator", "nobody"):
        assert not awaiting(caller(name), date(2026, 7, 3)), name


def test_the_list_shows_what_is_overdue_first_and_what_is_open_before_the_rest(monday, cast, enter):
    done = sent(case_of(title="Rør i Lillegade"), MONDAY)
    late = sent(case_of(title="Rør i Havnegade"), MONDAY)
    steps(done, (EventKind.COMPLETE, MONDAY))
    decided(done, MONDAY, appeal_until=MONDAY)
    steps(late, (EventKind.COMPLETE, MONDAY))
    with time_machine.travel(date(2026, 7, 3)):
        sent(case_of(title="Rør i Nygade"), date(2026, 7, 1))
        page = enter("case_officer").get(reverse("cases")).content.decode()
    order = ["Rør i Havnegade", "Rør i Nygade", "Rør i Lillegade"]
    assert order == sorted(order, key=page.index)
    assert "1 sag har overskredet en frist." in page


def test_a_municipality_that_is_silent_for_twenty_days_wins_no_time_by_it(case):
    with time_machine.travel(date(2026, 7, 3)):
        steps(case, (EventKind.COMPLETE, date(2026, 7, 1)))
    assert clock(case, "completeness", date(2026, 7, 3)).state == "broken"
    assert clock(case, "decision", date(2026, 7, 3)).due == date(2026, 7, 2)


def test_neighbours_and_statements_have_clocks_of_their_own(monday, cast):
    mast = sent(case_of(CaseKind.MAST, title="Mast"), MONDAY)
    steps(mast, (EventKind.NEIGHBOURS_NOTIFIED, MONDAY), (EventKind.STATEMENT_ASKED, MONDAY))
    assert clock(mast, "neighbours", MONDAY).due == date(2026, 3, 16)
    assert clock(mast, "statement", MONDAY).due == date(2026, 4, 2)
    assert not clock(mast, "neighbours", MONDAY).is_owed
    assert clock(mast, "neighbours", date(2026, 3, 17)).has_passed


def test_a_planning_permit_can_be_complained_about_from_its_publication(monday, cast):
    mast = sent(case_of(CaseKind.MAST, title="Mast"), MONDAY - days(10))
    steps(mast, (EventKind.COMPLETE, MONDAY - days(9)))
    decided(mast, MONDAY - days(5), appeal_route="planning")
    assert complaints_until(mast) is None
    steps(mast, (EventKind.PUBLISHED, MONDAY))
    assert complaints_until(mast) == date(2026, 3, 30)
    assert clock(mast, "complaint", MONDAY).due == date(2026, 3, 30)


def test_the_complaint_period_of_a_dig_runs_from_its_decision(case, enter):
    steps(case, (EventKind.COMPLETE, MONDAY))
    given = {
        "outcome": "permitted",
        "decided_on": MONDAY.isoformat(),
        "reference": "05.01-9",
        "reasons": "I orden",
        "appeal_route": "road",
    }
    answer = enter("case_officer").post(reverse("case-decide", args=[case.pk]), given)
    assert answer.status_code == 302
    assert clock(case, "complaint", MONDAY).due == date(2026, 3, 30)
    page = enter("operator").get(reverse("case", args=[case.pk])).content.decode()
    assert "Du kan klage over afgørelsen" in page
    assert "30. marts 2026" in page


def test_an_operator_cannot_date_its_own_receipt_back(draft, enter):
    answer = enter("operator").post(reverse("case-send", args=[draft.pk]), {"on": "2025-01-01"})
    assert answer.status_code == 302
    assert draft.events.get(kind=EventKind.RECEIVED).on == MONDAY


def test_the_check_learns_its_days_from_the_events(draft):
    send(draft, on=MONDAY, by=SOFTWARE)
    from taskforce.web.cases.queries.needed import facts_of

    assert facts_of(draft).value("received").date() == MONDAY
    assert "received" not in draft.facts
