"""The page of a municipality tells when the operators were asked about its places, and no more."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.spots.actions.issuing import set_schedule
from taskforce.web.spots.queries.in_municipality import being_asked
from tests.web.seen import seen_in
from tests.web.spots.makers import listed, spot_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_only_a_municipality_on_the_newest_list_has_been_asked_about(cast):
    today = localdate()
    assert being_asked("0340", today).asked is None
    issued = listed(spot_of())
    assert being_asked("0340", today).asked == issued
    assert being_asked("0360", today).asked is None
    told = [being_asked("0340", issued.answer_by + timedelta(days=n)).is_over for n in (0, 1)]
    assert told == [False, True]


def test_the_page_says_who_was_asked_and_when_the_next_list_comes(cast, visitor):
    listed(spot_of())
    day = localdate() + timedelta(days=40)
    set_schedule({"next_on": day, "months": 6, "answer_days": 30, "smallest": 10}, by=SOFTWARE)
    asked = seen_in(visitor.get("/kommuner/soroe/").content.decode())
    assert "blev alle teleselskaber spurgt om stederne i Sorø" in asked
    waiting = seen_in(visitor.get("/kommuner/lolland/").content.decode())
    assert "spurgt om stederne" not in waiting
    assert "Den næste liste kommer den" in waiting
