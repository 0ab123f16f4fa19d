"""The desk's figures: counted by hand, and silent where there are too few answers."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from taskforce.web.sparring.actions.questions import Said, say
from taskforce.web.sparring.models import Topic
from taskforce.web.sparring.queries.period import period_of, periods
from taskforce.web.sparring.queries.statistics import statistics
from tests.web.sparring.conftest import at
from tests.web.sparring.makers import logged, question_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(cast, monday, caller):
    """Three questions about rent, answered after 1, 4 and 6 working days; one that waits."""
    asked = [question_of(cast.coordinator) for _ in range(3)]
    question_of(cast.other_coordinator, code="0360", topic=Topic.MASTS)
    for one, day in zip(asked, (3, 6, 10), strict=True):
        with at(date(2026, 3, day)):
            say(one, Said("Ja."), by=caller("consultant"))
    logged(asked[0], cast.consultant, hours="1.5")
    logged(asked[1], cast.consultant, hours="0.25")


def test_the_figures_are_those_counted_by_hand(three):
    told = statistics(date(2026, 3, 10))
    assert (told.all.questions, told.all.answered, told.all.median_days) == (4, 3, 4)
    assert (told.within, told.open, told.overdue) == (2, 4, 1)
    by_topic = {one.name: one for one in told.topics}
    assert by_topic["Leje"].hours == Decimal("1.75")
    assert by_topic["Leje"].median_days == 4
    assert by_topic["Master og antenner"].median_days is None
    assert [(one.name, one.questions) for one in told.places] == [("Lolland", 1), ("Sorø", 3)]


def test_page_and_file_say_the_same_and_unknown_is_never_0(three, enter):
    client = enter("consultant")
    page = client.get(reverse("sparring-figures")).content.decode()
    assert "for få til at sige noget" in page
    assert "1,75" in page
    lines = client.get(reverse("sparring-figures-csv")).content.decode("utf-8-sig").splitlines()
    assert "Emne;Leje;3;3;4,0;1,75" in lines
    assert "Emne;Master og antenner;1;0;;0,00" in lines


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_lies_in_its_year_and_in_one_half_of_it(one):
    year, first, second = (period_of(f"{one.year}{half}") for half in ("", "-h1", "-h2"))
    assert year.has(one)
    assert first.has(one) is not second.has(one)
    assert (year.start, year.end) == (first.start, second.end)


@pytest.mark.parametrize("key", ["", "2026-h3", "1999", "20260", "2026-H1", "'"])
def test_what_is_no_period_is_all_the_time(key):
    assert period_of(key) is None


def test_a_period_counts_what_was_asked_and_given_in_it(three, cast, enter):
    with at(date(2025, 12, 30)):
        question_of(cast.coordinator)
    today = date(2026, 3, 10)
    last, this, later = (period_of(key) for key in ("2025-h2", "2026", "2026-h2"))
    assert statistics(today, last).all.questions == 1
    assert (statistics(today, this).all.questions, statistics(today).all.questions) == (4, 5)
    assert statistics(today, this).all.hours == Decimal("1.75")
    assert statistics(today, later).all.hours == 0
    assert [one.key for one in periods(today)] == ["2026", "2026-h1", "2025", "2025-h2"]
    client = enter("consultant")
    page = client.get(reverse("sparring-figures"), {"period": "2025-h2"}).content.decode()
    assert "2. halvår 2025: spørgsmål stillet og råd givet fra 1. juli 2025" in page
    file = client.get(reverse("sparring-figures-csv"), {"period": "2025-h2"})
    assert "Periode: 1. juli 2025 til 31. december 2025." in file.content.decode("utf-8-sig")
    assert "sparring-2025-h2.csv" in file["Content-Disposition"]
