"""The menu of those inside says where they are, also below a page of it."""

import re

import pytest

from tests.cast import signed_in

pytestmark = pytest.mark.django_db

# Who, where, and the page of the menu that it belongs to.
PLACES = [
    ("consultant", "/arbejdsbord/", "Mit arbejdsbord"),
    ("administrator", "/arbejdsbord/mails/", "Mit arbejdsbord"),
    ("consultant", "/moeder/nyt/", "Møder"),
    ("consultant", "/maal/", "Kommunernes arbejde"),
    ("coordinator", "/kommunernes-arbejde/0340/", "Kommunernes arbejde"),
    ("consultant", "/invitationer/", "Organisationer og personer"),
    ("case_officer", "/sager/frister/", "Sager"),
    ("coordinator", "/ejendomme/rangering/", "Ejendomme"),
    ("landlord", "/ejendomme/ny/", "Ejendomme"),
    ("operator", "/hvide-pletter/at-svare-paa/", "Hvide pletter at svare på"),
    ("coordinator", "/hvide-pletter/", "Hvide pletter"),
    ("administrator", "/konti/", "Konti"),
    ("consultant", "/en/meetings/new/", "Meetings"),
    ("consultant", "/", None),
    ("consultant", "/findes-ikke/", None),
]


def menu(account, path):
    page = signed_in(account).get(path).text
    return page.partition('<div class="inside-bar">')[2].partition("</nav>")[0]


@pytest.mark.parametrize(("name", "path", "place"), PLACES)
def test_a_page_is_marked_in_the_menu_it_belongs_to(name, path, place, cast, visitor):
    marked = re.findall(r"aria-current=\"\w+\">([^<]*)</a>", menu(cast.everybody[name], path))
    assert set(marked) == ({place} if place else set())


def test_what_is_folded_away_is_named_where_it_is_folded(cast, visitor):
    summary = re.search(r"<summary>(.*?)</summary>", menu(cast.consultant, "/moeder/nyt/"))
    assert re.sub(r"<[^>]*>", "", summary[1]) == "Flere sider: Møder"


def test_every_page_can_be_reached_on_a_desk_and_on_a_phone_once(cast, visitor):
    shown = menu(cast.consultant, "/arbejdsbord/")
    assert "<details" in shown
    on_desk = re.findall(r"<li(?: class=\"on-desk\")?><a href=\"([^\"]*)", shown)
    on_phone = re.findall(r"<li(?: class=\"on-phone\")?><a href=\"([^\"]*)", shown)
    assert 6 < len(on_desk) == len(set(on_desk)) == len(on_phone) - 1
    assert set(on_phone) == {*on_desk, "/min-konto/"}
