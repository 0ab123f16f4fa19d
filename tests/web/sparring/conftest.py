"""What the tests of the sparring desk share: a Monday in March, browsers, and callers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from taskforce.web.people.caller import caller_for
from taskforce.web.sparring.models import Question
from tests.cast import Cast, signed_in
from tests.web.sparring.makers import question_of

MONDAY = date(2026, 3, 2)


def at(day: date) -> time_machine.travel:
    """The morning of a day."""
    morning = datetime(day.year, day.month, day.day, 8, tzinfo=ZoneInfo("Europe/Copenhagen"))
    return time_machine.travel(morning, tick=False)


@pytest.fixture
def monday() -> Iterator[date]:
    """It is Monday the 2nd of March 2026, in the morning."""
    with at(MONDAY):
        yield MONDAY


@pytest.fixture
def question(monday: date, cast: Cast) -> Question:
    """Sorø's coordinator has asked about a rent."""
    return question_of(cast.coordinator)


@pytest.fixture
def enter(cast: Cast, visitor):
    """A browser in which one of the cast has signed in, with a region on show."""
    return lambda name: signed_in(cast.everybody[name])


@pytest.fixture
def caller(cast: Cast):
    """One of the cast, as the rules see them."""
    return lambda name: caller_for(cast.everybody[name])
