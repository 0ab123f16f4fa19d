"""What the tests of meetings share: a Monday in March, browsers, and callers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from taskforce.web.people.caller import caller_for
from tests.cast import Cast, signed_in


@pytest.fixture
def monday() -> Iterator[time_machine.Traveller]:
    """It is Monday the 2nd of March 2026, in the morning; a test may move on."""
    morning = datetime(2026, 3, 2, 8, tzinfo=ZoneInfo("Europe/Copenhagen"))
    with time_machine.travel(morning, tick=False) as traveller:
        yield traveller


@pytest.fixture
def enter(cast: Cast, visitor):
    """A browser in which one of the cast has signed in, with a region on show."""
    return lambda name: signed_in(cast.everybody[name])


@pytest.fixture
def caller(cast: Cast):
    """One of the cast, as the rules see them."""
    return lambda name: caller_for(cast.everybody[name])
