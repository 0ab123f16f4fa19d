"""What the tests of the sites share: a site of Sorø's, and one of the cast who looks at it."""

from __future__ import annotations

import pytest

from taskforce.web.people.caller import NOBODY, caller_for
from taskforce.web.sites.models import Site
from tests.cast import Cast, signed_in
from tests.web.sites.makers import site_of


@pytest.fixture
def site(cast: Cast) -> Site:
    """The water tower of Sorø, on offer."""
    return site_of()


@pytest.fixture
def enter(cast: Cast, visitor):
    """A browser in which one of the cast has signed in, with a region on show."""
    return lambda name: visitor if name == "visitor" else signed_in(cast.everybody[name])


@pytest.fixture
def caller(cast: Cast):
    """One of the cast, as the rules see them."""
    return lambda name: NOBODY if name == "visitor" else caller_for(cast.everybody[name])
