"""Every address is read as everybody: none tells a landlord's rent to another.

A walk of some minutes; it looks at pages, so one kind of database is enough.
"""

import pytest
from django.urls import reverse
from django.utils import translation

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.accounts import grant_role, make_account
from taskforce.web.people.actions.organisations import add_organisation
from taskforce.web.people.models import OrganisationKind, Role
from tests.cast import PASSWORD, signed_in
from tests.web import doors
from tests.web.cases.test_rent_stays_hidden import TRACES, keep
from tests.web.furnished import furnish
from tests.web.test_every_door import address


@pytest.fixture
def other_landlord(cast):
    """A second landlord, who is party to nothing."""
    other = add_organisation(kind=OrganisationKind.LANDLORD, name="Andre boliger", by=SOFTWARE)
    account = make_account(
        email="anden@example.org", name="Anden udlejer", password=PASSWORD, by=SOFTWARE
    )
    grant_role(account, Role.LANDLORD, organisation=other, by=SOFTWARE)
    return account


def every_path(rooms, *, public):
    """Every address of the site, searches for what must not be found, and the leases in English."""
    rooms[doors.ANY] = rooms[doors.HOME]
    tried = {name: places for name, places in doors.TABLE.items() if public or places != doors.OPEN}
    yield from (address(name, rooms[place]) for name, places in tried.items() for place in places)
    yield from (f"{reverse('search')}?q={word}" for word in ("lejenote", "taget", "proeveboliger"))
    for language in ("da", "en"):
        with translation.override(language):
            yield from lease_pages(rooms, "case", "case-pdf", "case-json", "case-rent")


def lease_pages(rooms, *names):
    leases = [rooms[place].things["lease"].pk for place in (doors.HOME, doors.AWAY)]
    return [reverse(name, args=[pk]) for name in names for pk in leases]


def tells(client, path):
    """Whether a page or file shows the rent in any way of writing it."""
    answer = client.get(path)
    content = b"".join(answer) if answer.streaming else answer.content
    return any(trace in content for trace in TRACES)


def test_no_page_file_or_feed_shows_a_rent_to_anybody_else(
    cast, visitor, other_landlord, published, settings
):
    settings.SHELF = published
    rooms = furnish(cast)
    for room in (rooms[doors.HOME], rooms[doors.AWAY]):
        keep(room.things["lease"])
    everybody = {**cast.everybody, "other_landlord": other_landlord}
    shown = {
        (name, path)
        for name, account in everybody.items()
        for path in leaks(account, every_path(rooms, public=name in doors.TRIED_IN_PUBLIC))
    }
    # The landlord of both finds them on the one page that is for the landlord.
    assert shown == {("landlord", path) for path in paths_of_rents(rooms)}


def leaks(account, paths):
    """Where somebody finds the rent."""
    client = signed_in(account)
    return [path for path in set(paths) if tells(client, path)]


def paths_of_rents(rooms):
    for language in ("da", "en"):
        with translation.override(language):
            yield from lease_pages(rooms, "case-rent")
