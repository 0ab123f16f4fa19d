"""The desk's figures: counted by hand, and silent where there are too few answers."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from taskforce.web.sparring.actions.questions import Said, say
from taskforce.web.sparring.models import Topic
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
