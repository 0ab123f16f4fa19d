"""What the tests of the cases share: a Monday in March, and a case of the operator in Sorø."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from taskforce.web.cases.models import Case, CaseKind
from taskforce.web.people.caller import caller_for
from tests.cast import Cast, signed_in
from tests.web.cases.makers import case_of, sent

MONDAY = date(2026, 3, 2)


@pytest.fixture
def monday() -> Iterator[date]:
    """It is Monday the 2nd of March 2026, in the morning."""
    morning = datetime(2026, 3, 2, 8, tzinfo=ZoneInfo("Europe/Copenhagen"))
    with time_machine.travel(morning, tick=False):
        yield MONDAY


@pytest.fixture
def draft(monday: date, cast: Cast) -> Case:
    """The operator's draft, complete but not sent."""
    return case_of()


@pytest.fixture
def case(draft: Case) -> Case:
    """The same case, received today."""
    return sent(draft, MONDAY)


@pytest.fixture
def lease(monday: date, cast: Cast) -> Case:
    """A lease case of the landlord, received today."""
    made = case_of(CaseKind.LEASE, landlord="Prøveboliger", title="Antenner på taget")
    return sent(made, MONDAY)


@pytest.fixture
def enter(cast: Cast, visitor):
    """A browser in which one of the cast has signed in, with a region on show."""
    return lambda name: signed_in(cast.everybody[name])


@pytest.fixture
def caller(cast: Cast):
    """One of the cast, as the rules see them."""
    return lambda name: caller_for(cast.everybody[name])
