"""The page of a municipality shows the few materials that fit it: its own story before the rest."""

from datetime import timedelta

import pytest

from taskforce.web.library.actions.materials import Words
from taskforce.web.library.models import Audience
from taskforce.web.library.queries.for_place import for_place
from tests.web.library.makers import DAY, material_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def for_reader(reader, **facts):
    return material_of(words=Words(readers=(reader,)), **facts)


def test_what_names_the_place_comes_first_then_what_helps_its_citizens(cast):
    inside = for_reader("roads")
    politics, citizens = for_reader("politics"), for_reader("citizens")
    link = for_reader("citizens", kind="link", url="https://example.org/")
    own = for_reader("roads", summary_da="Sådan gjorde Sorø Kommune")
    found = for_place("Sorø", DAY, 9)
    ours = [one for one in found if one in (inside, politics, citizens, link, own)]
    assert ours == [own, citizens, link, politics]
    assert own not in for_place("Lolland", DAY, 9)


def test_what_is_not_public_or_no_longer_checked_is_left_out(cast):
    for_reader("citizens", audience=Audience.MEMBERS)
    for_reader("citizens", audience=Audience.DRAFT)
    late = for_reader("citizens", expires_on=DAY)
    assert for_place("Sorø", DAY, 9) == [late]
    assert for_place("Sorø", DAY + timedelta(days=1), 9) == []


def test_no_more_than_asked_for(cast):
    for _ in range(4):
        for_reader("citizens")
    assert len(for_place("Sorø", DAY, 3)) == 3
