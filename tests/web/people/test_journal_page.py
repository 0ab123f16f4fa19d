"""The journal can be read, searched and checked, and reading it leaves its own line."""

import pytest
from django.urls import reverse

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Details, Entry
from taskforce.web.frame.journal.record import erase_details
from taskforce.web.people.actions.accounts import change_own
from taskforce.web.people.models import Organisation
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(cast, browser):
    return signed_in(cast.administrator)


def rename(account, name):
    change_own(account, {"name": name}, by=SOFTWARE)
    return Entry.objects.order_by("-number").first()


def test_the_newest_line_comes_first(office, cast):
    line = rename(cast.operator, "Nyt Navn")
    page = office.get(reverse("journal")).content.decode()
    first = page[page.index("<tbody>") :].partition("</tr>")[0]
    assert f">{line.number}</a>" in first
    assert "account.changed" in first


def test_the_list_is_cut_by_place_and_by_kind(office, cast):
    asked = {"place": "0340", "kind": "people.grant"}
    page = office.get(reverse("journal"), asked).content.decode()
    rows = page[page.index("<tbody>") :].partition("</tbody>")[0]
    assert rows.count("<tr>") == 3
    assert rows.count("grant.given") == 3
    assert Organisation.objects.get(code="0340").name in rows


def test_the_list_has_pages_that_keep_the_choice(office, cast):
    for number in range(60):
        rename(cast.operator, f"Navn {number}")
    page = office.get(reverse("journal"), {"kind": "people.account"}).content.decode()
    assert "?kind=people.account&amp;page=2" in page
    second = office.get(reverse("journal"), {"kind": "people.account", "page": 2})
    assert "Side 2 af 2" in second.content.decode()


def test_a_line_shows_what_was_before_and_after_and_that_it_was_read(office, cast):
    line = rename(cast.operator, "Nyt Navn")
    page = office.get(reverse("journal-entry", args=[line.number])).content.decode()
    assert "Test operator" in page
    assert "Nyt Navn" in page
    read = Entry.objects.order_by("-number").first()
    assert (read.what, read.thing_id) == ("entry.read", str(line.number))
    assert read.account_id == cast.administrator.pk


def test_the_list_itself_shows_no_values(office, cast):
    rename(cast.operator, "Hemmeligt Navn")
    assert "Hemmeligt" not in office.get(reverse("journal")).content.decode()


def test_an_erased_line_says_that_it_was_erased(office, cast):
    line = rename(cast.operator, "Nyt Navn")
    erase_details([cast.operator], by=SOFTWARE, about=cast.operator)
    page = office.get(reverse("journal-entry", args=[line.number])).content.decode()
    assert "Indholdet er slettet" in page


def test_the_button_says_whether_the_journal_is_whole(office, cast):
    whole = office.post(reverse("journal-verify"), follow=True).content.decode()
    assert "Journalen er hel" in whole
    line = rename(cast.operator, "Nyt Navn")
    Details.objects.filter(entry=line).update(content='{"before": {}, "after": {}}')
    broken = office.post(reverse("journal-verify"), follow=True).content.decode()
    assert f"Journalen er brudt ved linje {line.number}" in broken


def test_only_administrators_read_it(cast, browser):
    let_in = {
        name
        for name, account in cast.everybody.items()
        if signed_in(account).get(reverse("journal")).status_code == 200
    }
    assert let_in == {"administrator"}
