"""What the tests of the commitments share: two municipalities, and those who work with them."""

from __future__ import annotations

from datetime import date

import pytest

from taskforce.web.commitments.actions.participation import NewStatus, set_status
from taskforce.web.commitments.models import Commitment, CommitmentKind, Status
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Organisation
from tests.cast import AWAY, HOME, Cast

JOINED = date(2026, 3, 1)


@pytest.fixture
def home(cast: Cast) -> Organisation:
    """Sorø."""
    return Organisation.objects.get(code=HOME)


@pytest.fixture
def away(cast: Cast) -> Organisation:
    """Lolland."""
    return Organisation.objects.get(code=AWAY)


@pytest.fixture
def consultant(cast: Cast):
    return caller_for(cast.consultant)


@pytest.fixture
def coordinator(cast: Cast):
    return caller_for(cast.coordinator)


@pytest.fixture
def joined(home: Organisation, coordinator) -> Organisation:
    """Sorø takes part, and so has its three commitments."""
    set_status(home, NewStatus(Status.PARTICIPATING, JOINED, "Byrådet, punkt 7"), by=coordinator)
    return home


@pytest.fixture
def guidelines(joined: Organisation) -> Commitment:
    return Commitment.objects.get(municipality=joined, kind=CommitmentKind.GUIDELINES)
