"""Searches and English pages tell a rent to nobody else either, nor to another landlord.

That no address of the web does, as each member opens it, stands with the test of every door.
"""

import pytest
from django.urls import reverse
from django.utils import translation

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.accounts import grant_role, make_account
from taskforce.web.people.actions.organisations import add_organisation
from taskforce.web.people.models import OrganisationKind, Role
from tests.cast import PASSWORD, signed_in
from tests.web.cases.test_rent_stays_hidden import TRACES, keep
from tests.web.kept_apart import words_of

pytestmark = pytest.mark.one_database


@pytest.fixture
def other_landlord(cast):
    """A second landlord, who is party to nothing."""
    other = add_organisation(kind=OrganisationKind.LANDLORD, name="Andre boliger", by=SOFTWARE)
    account = make_account(
        email="anden@example.org", name="Anden udlejer", password=PASSWORD, by=SOFTWARE
    )
    grant_role(account, Role.LANDLORD, organisation=other, by=SOFTWARE)
    return account


def paths(lease):
    """The lease in English, the lists it stands in, and searches for its secrets."""
    yield from (f"{reverse('search')}?q={word}" for word in ("lejenote", "taget", "proeveboliger"))
    with translation.override("en"):
        yield from map(reverse, ("workspace", "cases", "cases-csv", "rent"))
        yield from (reverse(name, args=[lease.pk]) for name in ("case", "case-pdf", "case-json"))
        yield rent_page(lease)


def rent_page(lease):
    with translation.override("en"):
        return reverse("case-rent", args=[lease.pk])


def test_no_page_file_or_search_shows_a_rent_to_anybody_else(cast, visitor, lease, other_landlord):
    keep(lease)
    everybody = {**cast.everybody, "other_landlord": other_landlord}
    shown = {(name, path) for name in everybody for path in leaks(everybody[name], paths(lease))}
    assert shown == {("landlord", rent_page(lease))}


def leaks(account, tried):
    """Where somebody finds the rent."""
    client = signed_in(account)
    told = ((path, words_of(client.get(path))) for path in tried)
    return [path for path, words in told if any(trace in words for trace in TRACES)]
