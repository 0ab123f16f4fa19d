"""What the tests of the guidelines share: two municipalities, and those who speak for them."""

from __future__ import annotations

import pytest

from taskforce.web.people.caller import Caller, caller_for
from taskforce.web.people.models import Organisation
from tests.cast import AWAY, HOME, Cast


@pytest.fixture
def home(cast: Cast) -> Organisation:
    """Sorø."""
    return Organisation.objects.get(code=HOME)


@pytest.fixture
def away(cast: Cast) -> Organisation:
    """Lolland."""
    return Organisation.objects.get(code=AWAY)


@pytest.fixture
def coordinator(cast: Cast) -> Caller:
    return caller_for(cast.coordinator)


@pytest.fixture
def consultant(cast: Cast) -> Caller:
    return caller_for(cast.consultant)
