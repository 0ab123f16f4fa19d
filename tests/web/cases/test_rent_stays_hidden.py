"""A landlord's rent is seen by the landlord and by nobody else: not on any page, file or line."""

from decimal import Decimal

import pytest
from django.urls import reverse

from taskforce.web.cases.actions.rents import keep_rent
from taskforce.web.cases.models import CaseKind, Rent
from taskforce.web.cases.queries.access import sees_rent
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Details
from tests.cast import HOME
from tests.web.cases.makers import case_of, sent

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


def test_a_search_for_the_amount_finds_nothing(rent, enter, cast):
    for name in cast.everybody:
        page = enter(name).get(reverse("search"), {"q": "48731"}).content.decode()
        assert "Antenner på taget" not in page, name


def test_a_rent_belongs_to_the_landlord_of_its_case(rent, lease):
    stored = Rent.objects.get(case=lease)
    assert stored.landlord.name == "Prøveboliger"
    assert stored.place != HOME
