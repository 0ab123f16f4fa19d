"""The demonstration shows white spots that are followed up, and is made once."""

import pytest
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.organisations import add_organisation
from taskforce.web.people.models import OrganisationKind, Role
from taskforce.web.spots.models import Spot, SpotAnswer, SpotList
from taskforce.web.workspace.demonstration.spots import make_spots

pytestmark = pytest.mark.django_db


def test_the_demonstration_reads_the_mapping_and_asks_about_it_once(cast, visitor):
    add_organisation(kind=OrganisationKind.OPERATOR, name="Demonet", by=SOFTWARE)
    for _ in range(2):
        make_spots({Role.COORDINATOR: cast.coordinator}, localdate(), by=SOFTWARE)
    assert Spot.objects.count() > 0
    assert (SpotList.objects.count(), SpotAnswer.objects.count() > 0) == (1, True)


def test_without_a_mapping_there_is_nothing_to_show(cast, early_visitor):
    make_spots({Role.COORDINATOR: cast.coordinator}, localdate(), by=SOFTWARE)
    assert Spot.objects.count() == 0
