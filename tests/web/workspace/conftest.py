"""What the tests of the workspace share: a municipality at work, on a Monday in March."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from taskforce.web.commitments.models import Commitment
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.models import Organisation
from tests.cast import HOME, Cast

MONDAY, TUESDAY, SATURDAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 7)


@pytest.fixture
def monday() -> Iterator[date]:
    """It is Monday the 2nd of March 2026, in the morning."""
    morning = datetime(2026, 3, 2, 8, tzinfo=ZoneInfo("Europe/Copenhagen"))
    with time_machine.travel(morning, tick=False):
        yield MONDAY


@pytest.fixture
def promise(monday: date, cast: Cast) -> Callable[..., Commitment]:
    """Write down a promise of a municipality."""

    def promised(title: str, due: date | None, code: str = HOME, **more: object) -> Commitment:
        place = Organisation.objects.get(code=code)
        made = Commitment(municipality=place, title=title, due=due, **more)
        return add(made, by=SOFTWARE)

    return promised
