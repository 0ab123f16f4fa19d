"""A landlord's rent is seen by the landlord and by nobody else: not on any page, file or line."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from taskforce.web.cases.actions.rents import keep_rent
from taskforce.web.cases.models import CaseKind, Rent
from taskforce.web.cases.queries.access import sees_rent
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Details
from taskforce.web.people.actions.accounts import grant_role, make_account
from taskforce.web.people.actions.organisations import add_organisation
from taskforce.web.people.models import OrganisationKind, Role
from tests.cast import HOME, PASSWORD, signed_in
from tests.web import doors
from tests.web.cases.makers import case_of, sent
from tests.web.furnished import furnish
from tests.web.test_every_door import address

pytestmark = pytest.mark.django_db
# Told in every way in which it could be written.
AMOUNT, NOTE = Decimal("48731.55"), "Hemmelig lejenote"
TRACES = (b"48731", b"48.731", b"48,731", "48\u00a0731".encode(), NOTE.encode())


def keep(case):
    facts = {"agreed_dkk": AMOUNT, "agreed_on": case.registered_at.date(), "note": NOTE}
    return keep_rent(case, facts, by=SOFTWARE)


@pytest.fixture
def rent(lease):
    return keep(lease)


def test_the_landlord_alone_sees_its_rent(rent, lease, cast, caller):
    seeing = {name for name in cast.everybody if sees_rent(caller(name), lease)}
    assert seeing == {"landlord"}


def test_a_municipality_sees_the_rent_only_where_it_is_the_landlord(monday, cast, caller):
    own = sent(case_of(CaseKind.LEASE, landlord="Sorø", title="Vandtårnet"), monday)
    seeing = {name for name in cast.everybody if sees_rent(caller(name), own)}
    assert seeing == {"coordinator", "case_officer", "site_manager"}


def test_the_landlord_reads_its_own_rent_on_its_page(rent, lease, enter):
    page = enter("landlord").get(reverse("case-rent", args=[lease.pk]))
    assert NOTE in page.content.decode()


def test_the_journal_says_that_a_rent_was_written_and_never_how_much(rent):
    told = "".join(Details.objects.values_list("content", flat=True)).encode()
    assert not any(trace in told for trace in TRACES)


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


def test_a_search_for_the_amount_finds_nothing(rent, enter, cast):
    for name in cast.everybody:
        page = enter(name).get(reverse("search"), {"q": "48731"}).content.decode()
        assert "Antenner på taget" not in page, name


def test_a_rent_belongs_to_the_landlord_of_its_case(rent, lease):
    stored = Rent.objects.get(case=lease)
    assert stored.landlord.name == "Prøveboliger"
    assert stored.place != HOME
