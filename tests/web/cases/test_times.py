"""How long cases take: net and gross, with how many, and in no order below ten cases."""

import pytest
from django.urls import reverse

from taskforce.web.cases.actions.deciding import decide
from taskforce.web.cases.models import CaseKind, EventKind
from taskforce.web.cases.queries.times import times
from taskforce.web.frame.journal.actor import SOFTWARE
from tests.web.cases.conftest import MONDAY
from tests.web.cases.makers import case_of, days, sent, steps
from tests.web.seen import seen_in

pytestmark = pytest.mark.django_db


def took(code, net, *, waiting_for_complete=2, stopped=0):
    """A dig that was decided on a Monday, so many days after it was complete."""
    complete = MONDAY - days(net + stopped)
    case = sent(case_of(code=code), complete - days(waiting_for_complete))
    steps(case, (EventKind.COMPLETE, complete))
    if stopped:
        steps(
            case,
            (EventKind.STOPPED, complete, "Venter på tegninger"),
            (EventKind.RESTARTED, complete + days(stopped)),
        )
    given = {"outcome": "permitted", "decided_on": MONDAY, "reasons": "I orden"}
    decide(case, given | {"appeal_route": "road"}, reference="1", by=SOFTWARE)


def test_net_leaves_out_the_wait_for_the_applicant_and_gross_does_not(monday, cast):
    for net in (4, 6, 8):
        took("0340", net, stopped=10)
    row = times(CaseKind.DIG).others[0]
    assert (row.name, row.cases) == ("Sorø", 3)
    assert row.net.median_days == 6
    assert row.gross.median_days == 18
    assert (row.net.lower_quartile_days, row.net.upper_quartile_days) == (5, 7)


def test_nine_cases_are_never_ranked_and_ten_are(monday, cast):
    for _ in range(9):
        took("0340", 5)
    for _ in range(10):
        took("0360", 9)
    found = times(CaseKind.DIG)
    assert [row.name for row in found.ranked] == ["Lolland"]
    assert [row.name for row in found.others] == ["Sorø"]
    took("0340", 5)
    assert [row.name for row in times(CaseKind.DIG).ranked] == ["Sorø", "Lolland"]


def test_one_or_two_cases_show_no_days(monday, cast, enter):
    took("0340", 77)
    page = enter("other_operator").get(reverse("case-times")).content.decode()
    told = seen_in(page)
    assert "For få sager" in told
    assert "77" not in told


def test_kinds_are_kept_apart_and_nonsense_shows_digs(monday, cast, enter):
    took("0340", 5)
    assert times(CaseKind.MAST).all.cases == 0
    client = enter("consultant")
    assert "ikke afgjort" in client.get(reverse("case-times"), {"kind": "mast"}).content.decode()
    assert client.get(reverse("case-times"), {"kind": "<x>"}).status_code == 200
