"""The desk says what awaits, overdue first, and leads each role to where it works."""

import re
from datetime import date

import pytest

from tests.cast import signed_in
from tests.web.workspace.conftest import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def desk(account):
    answer = signed_in(account).get("/arbejdsbord/")
    assert answer.status_code == 200
    return answer.text


def groups(page):
    """What stands in each group, in the order of the page."""
    found = re.findall(r'desk-group">(\w+) .*?<ul class="rows[^"]*">(.*?)</ul>', page, re.DOTALL)
    return {name: re.findall(r"<a [^>]*>([^<]*)</a>", rows) for name, rows in found}


def test_what_is_overdue_comes_first_and_the_oldest_on_top(cast, promise, visitor):
    promise("Senere aftale", date(2026, 3, 25))
    promise("Snart aftale", date(2026, 3, 10))
    promise("Sen aftale", date(2026, 2, 20))
    promise("Ældste aftale", date(2026, 1, 5))
    page = desk(cast.coordinator)
    shown = groups(page)
    assert list(shown) == ["Overskredet", "Snart", "Senere"]
    assert shown["Overskredet"] == ["Ældste aftale", "Sen aftale"]
    assert shown["Snart"] == ["Snart aftale"]
    assert shown["Senere"] == ["Senere aftale"]
    assert "2 ting er overskredet." in page


def test_what_is_due_today_is_not_overdue(cast, promise, visitor):
    promise("Dagens aftale", MONDAY)
    assert "Overskredet" not in groups(desk(cast.coordinator))


def test_a_coordinator_sees_what_awaits_at_home_and_not_elsewhere(cast, promise, visitor):
    promise("Lollands aftale", date(2026, 2, 1), code="0360")
    assert "Lollands aftale" not in desk(cast.coordinator)
    assert "Lollands aftale" in desk(cast.other_coordinator)
    assert "Lollands aftale" in desk(cast.consultant)


def test_what_has_changed_is_told_to_those_who_work_there(cast, promise, visitor):
    promise("Ny aftale", None)
    for member in (cast.coordinator, cast.case_officer, cast.consultant):
        _, _, news = desk(member).partition('id="changes"')
        assert "Ny aftale" in news
    for member in (cast.other_coordinator, cast.operator, cast.administrator):
        assert "Ny aftale" not in desk(member)


def test_an_empty_desk_says_what_will_come(cast, monday, visitor):
    assert "Intet venter på dig i dag." in desk(cast.coordinator)
    assert "Når I skal bekræfte jeres kontakter, står det her." in desk(cast.landlord)
    assert "Bed taskforcen om at give dig en rolle." in desk(cast.nobody)


@pytest.mark.parametrize(
    ("member", "ways"),
    [
        (
            "consultant",
            [
                "Kommunernes arbejde",
                "Organisationer og personer",
                "Mål",
                "Udgaver",
                "Manglende dækning",
                "Hvide pletter",
                "Hvor hjælper en mast mest?",
                "Nyhedsredaktion",
                "Kommunernes sider",
                "Invitationer",
            ],
        ),
        (
            "coordinator",
            [
                "Sorø: forpligtelser og handleplan",
                "Sorø: inspiration til handleplanen",
                "Sorø: kontakter",
                "Sorø: retningslinjer",
                "Sorø: den offentlige side",
                "Manglende dækning",
                "Hvide pletter",
                "Dine ejendomme",
                "Hvor hjælper en mast mest?",
                "Sorø: under grænsen i dag, planlagt",
                "Nyhedsredaktion",
                "Sorø: jeres ord og mærker",
                "Invitationer",
            ],
        ),
        (
            "operator",
            [
                "Offentlige ejendomme til master",
                "Hvor hjælper en mast mest?",
                "Udrulningsplaner",
                "Hvide pletter at svare på",
                "Hvem spørger jeg?",
                "Prøvenet",
            ],
        ),
        ("landlord", ["Dine ejendomme", "Hvem spørger jeg?", "Prøveboliger"]),
        ("administrator", ["Konti", "Journal"]),
        ("nobody", []),
    ],
)
def test_each_role_has_its_own_ways(member, ways, cast, monday, visitor):
    page = desk(cast.everybody[member])
    _, _, menu = page.partition('<nav class="desk-ways"')
    assert re.findall(r"<a [^>]*>([^<]*)</a>", menu.partition("</nav>")[0]) == [*ways, "Min konto"]


def test_every_way_leads_to_a_page_that_opens(cast, monday, visitor):
    shut = []
    for name, account in cast.everybody.items():
        _, _, menu = desk(account).partition('<nav class="desk-ways"')
        for path in re.findall(r'href="([^"]*)"', menu.partition("</nav>")[0]):
            if signed_in(account).get(path).status_code != 200:
                shut.append((name, path))
    assert shut == []


def test_the_desk_is_there_in_english(cast, promise, visitor):
    promise("Sen aftale", date(2026, 2, 20))
    page = signed_in(cast.coordinator).get("/en/desk/").text
    assert "1 thing is overdue." in page
    assert "since 20 February 2026" in page
