"""What the tests of the dialogue share: a Monday in March, browsers, and callers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from taskforce.web.dialogue.models import Dialogue
from taskforce.web.people.caller import caller_for
from tests.cast import Cast, signed_in
from tests.web.dialogue.makers import talk

MONDAY = date(2026, 3, 2)


@pytest.fixture
def monday() -> Iterator[date]:
    """It is Monday the 2nd of March 2026, in the morning."""
    morning = datetime(2026, 3, 2, 8, tzinfo=ZoneInfo("Europe/Copenhagen"))
    with time_machine.travel(morning, tick=False):
        yield MONDAY


@pytest.fixture
def dialogue(monday: date, cast: Cast) -> Dialogue:
    """The taskforce with Sorø, an operator and a landlord."""
    return talk(cast, "Prøvenet", "Prøveboliger")


@pytest.fixture
def enter(cast: Cast, visitor):
    """A browser in which one of the cast has signed in, with a region on show."""
    return lambda name: signed_in(cast.everybody[name])


@pytest.fixture
def caller(cast: Cast):
    """One of the cast, as the rules see them."""
    return lambda name: caller_for(cast.everybody[name])


@pytest.fixture
def allowed(cast: Cast, caller):
    """The names of those of the cast for whom something holds."""

    def names(decide, *args):
        return {name for name in cast.everybody if decide(caller(name), *args)}

    return names
