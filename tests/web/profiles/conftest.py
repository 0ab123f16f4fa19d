"""What the tests of profiles share: one of the cast in a browser, with a region on show."""

from __future__ import annotations

import pytest

from taskforce.web.people.caller import NOBODY, caller_for
from tests.cast import Cast, signed_in


@pytest.fixture
def enter(cast: Cast, visitor):
    """A browser in which one of the cast has signed in."""
    return lambda name: visitor if name == "visitor" else signed_in(cast.everybody[name])


@pytest.fixture
def caller(cast: Cast):
    """One of the cast, as the rules see them."""
    return lambda name: NOBODY if name == "visitor" else caller_for(cast.everybody[name])
