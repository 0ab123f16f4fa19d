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
from tests.cast import HOME
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


def test_no_page_file_or_feed_shows_a_rent_to_anybody_else(
    lease, rent, cast, enter, published, settings
):
    settings.SHELF = published
    rooms = furnish(cast)
    rooms[doors.ANY] = rooms[doors.HOME]
    paths = {
        address(name, rooms[place]) for name, places in doors.TABLE.items() for place in places
    }
    about = [reverse(name, args=[lease.pk]) for name in ("case", "case-pdf", "case-json")]
    asked = [reverse("search") + f"?q={word}" for word in ("48731", "lejenote", "taget")]
    for language in ("da", "en"):
        with translation.override(language):
            paths |= {reverse("cases"), reverse("cases-csv"), *about, *asked}
    leaks = []
    for name in cast.everybody:
        client = enter(name)
        for path in sorted(paths):
            if name == "landlord" and path == reverse("case-rent", args=[lease.pk]):
                continue
            answer = client.get(path)
            content = b"".join(answer) if answer.streaming else answer.content
            leaks += [(name, path) for trace in TRACES if trace in content]
    assert leaks == []


def test_a_rent_belongs_to_the_landlord_of_its_case(rent, lease):
    stored = Rent.objects.get(case=lease)
    assert stored.landlord.name == "Prøveboliger"
    assert stored.place != HOME
