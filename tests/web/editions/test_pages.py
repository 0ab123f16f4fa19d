"""A consultant looks before approving, and everybody reads afterwards what changed, and why."""

import re

import pytest
from django.utils import timezone

from taskforce.web.editions.actions.releasing import Note, roll_back, sign_off
from taskforce.web.editions.models import Release
from taskforce.web.editions.queries.awaiting import awaiting
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.people.caller import NOBODY, caller_for
from tests.cast import signed_in
from tests.web.editions.makers import approved, built_anew, newest

pytestmark = pytest.mark.django_db

WHY = {"note_da": "Ny metode.", "note_en": "A new method."}


def words(answer):
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", text)


@pytest.fixture
def consultant(cast, shelf, browser):
    return signed_in(cast.consultant)


def test_what_waits_stands_on_the_consultants_desk_and_nowhere_else(cast, shelf):
    today = timezone.localdate()
    assert awaiting(caller_for(cast.consultant), today) == []
    approved(shelf)
    waits = built_anew(shelf).edition
    told = awaiting(caller_for(cast.consultant), today)
    assert [one.path for one in told] == [f"/udgaver/{waits}/"]
    assert told[0].what == "Se på de nye tal for 30. juni 2026, og godkend dem"
    for other in (NOBODY, caller_for(cast.coordinator), caller_for(cast.administrator)):
        assert awaiting(other, today) == []


def test_a_preview_shows_what_differs_the_largest_first_and_what_looks_wrong(consultant, shelf):
    approved(shelf)
    waits = built_anew(shelf, below=90).edition
    page = words(consultant.get(f"/udgaver/{waits}/"))
    assert "Sorø Under 100/30 6 90 +84" in page
    assert "Se på dette, før du beslutter dig" in page
    assert "I Sorø går antallet uden ordentligt internet fra 6 til 90. Passer det?" in page
    assert "En ny version af programmet har talt dem." in page


def test_approving_needs_words_in_both_languages_and_is_journalled(consultant, shelf):
    approved(shelf)
    waits = built_anew(shelf).edition
    page = consultant.post(f"/udgaver/{waits}/", {"note_da": "Ny metode.", "note_en": ""})
    assert page.status_code == 422
    assert Release.objects.count() == 1
    assert consultant.post(f"/udgaver/{waits}/", WHY).status_code == 302
    entry = Entry.objects.filter(what="release.added").latest("number")
    assert entry.role_name == "consultant"
    assert Release.objects.first().signed_by.email == "consultant@example.org"
    assert "Vises nu" in words(consultant.get("/udgaver/"))


def test_going_back_needs_a_reason_and_then_shows_the_earlier_figures(consultant, shelf):
    first = approved(shelf)
    again = built_anew(shelf).edition
    consultant.post(f"/udgaver/{again}/", WHY)
    assert consultant.get(f"/udgaver/{again}/tilbage/").status_code == 404
    assert consultant.post(f"/udgaver/{first}/tilbage/", {"note_da": ""}).status_code == 422
    assert consultant.post(f"/udgaver/{first}/tilbage/", WHY).status_code == 302
    assert consultant.get("/health").json()["bundle"] == newest(shelf).id
    assert "6 af 47" in words(consultant.get("/kommuner/soroe/"))
    twice = consultant.post(f"/udgaver/{first}/tilbage/", WHY, follow=True)
    assert "Disse tal vises allerede." in words(twice)
    assert Release.objects.count() == 3


def test_everybody_reads_what_changed_by_how_much_and_why(shelf, browser):
    first, again = approved(shelf), built_anew(shelf).edition
    sign_off(again, Note("Ny metode.", "A new method."), by=SOFTWARE)
    roll_back(first, Note("Metoden var forkert.", "The method was wrong."), by=SOFTWARE)
    page = words(browser.get("/tal/aendringer/"))
    back, new, begun = (
        page.index(one) for one in ("Metoden var forkert.", "Ny metode.", "Den første udgave.")
    )
    assert back < new < begun
    assert "Sorø 6 9 +3" in page[new:begun]
    assert "Sorø 9 6 −3" in page[back:new]
    assert page.count("Tallene er siden trukket tilbage.") == 1
    assert "The method was wrong." in words(browser.get("/en/figures/changed/"))
    feed = browser.get("/tal/aendringer/feed.xml")
    assert feed["Content-Type"].startswith("application/rss+xml")
    assert feed.content.decode().count("<item>") == 3
    html = browser.get("/tal/aendringer/").content.decode()
    for edition in (first, again):
        assert browser.get(f"/tal/udgave/{edition}/").status_code == 200
        proof = f"/tal/bevis/{edition}/below.0340.100-30.fixed.now/"
        assert html.count(f'href="{proof}"') == 2
        assert browser.get(proof).status_code == 200


def test_a_withheld_number_is_withheld_in_a_preview_and_in_what_changed(consultant, shelf):
    approved(shelf)
    waits = built_anew(shelf, below=9).edition
    before = words(consultant.get(f"/udgaver/{waits}/"))
    consultant.post(f"/udgaver/{waits}/", WHY)
    after = words(consultant.get("/tal/aendringer/"))
    assert "Lolland Under 100/30" not in before
    assert "Lolland" not in after


def test_before_the_first_approval_the_pages_say_so(consultant, shelf):
    assert "Intet er godkendt endnu" in words(consultant.get("/udgaver/"))
    page = words(consultant.get("/tal/aendringer/"))
    assert "Ingen tal er godkendt endnu, så intet er ændret." in page
    edition = newest(shelf).edition
    assert consultant.post(f"/udgaver/{edition}/", WHY).status_code == 302
    assert "Det er de første tal, der blev godkendt her." in words(
        consultant.get("/tal/aendringer/")
    )
