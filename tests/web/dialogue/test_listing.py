"""The list of dialogues, a page at a time, and as a file: each its own, and safe to open."""

import csv
import io

import pytest

from taskforce.web.dialogue.actions.messages import Said, write_message
from taskforce.web.dialogue.models import Audience, Dialogue
from tests.web.dialogue.makers import obstacle, promised, talk

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FILE = "/dialog/dialoger.csv"


def table(browser, path=FILE):
    """The rows of the file, by their heads."""
    text = browser.get(path).content.decode("utf-8-sig")
    return [one for one in csv.DictReader(io.StringIO(text), delimiter=";") if one["Emne"]]


def test_each_reader_fetches_the_dialogues_that_are_theirs(cast, enter, caller, monday):
    shared = talk(cast, "Prøvenet", title="Fælles rør")
    talk(cast, title="Kun Sorø", code="0340")
    obstacle(cast, title="Lejen er for høj")
    promised(shared, monday, by=cast.coordinator)
    said = Said("Hemmeligt til taskforcen", Audience.OWN)
    write_message(shared, said, by=caller("coordinator"))
    seen = {
        name: {one["Emne"] for one in table(enter(name))}
        for name in ("coordinator", "operator", "other_operator", "landlord")
    }
    assert seen == {
        "coordinator": {"Fælles rør", "Kun Sorø", "Lejen er for høj"},
        "operator": {"Fælles rør", "Lejen er for høj"},
        "other_operator": set(),
        "landlord": set(),
    }
    (row,) = table(enter("operator"), f"{FILE}?text=rør")
    assert (row["Parter"], row["Næste aftale"]) == ("Sorø, Prøvenet", "Send et kort")
    # Whoever cannot read the latest message is not told who wrote it.
    assert row["Seneste besked fra"] == "Taskforcen"
    (own,) = table(enter("coordinator"), f"{FILE}?text=hemmeligt")
    assert own["Seneste besked fra"] == "Sorø"
    assert table(enter("operator"), f"{FILE}?text=hemmeligt") == []


@pytest.mark.parametrize("title", ["=HYPERLINK(A1)", "+45", "-1", "@sum"])
def test_no_subject_becomes_a_formula(cast, enter, monday, title):
    talk(cast, title=title)
    assert [one["Emne"] for one in table(enter("coordinator"))] == [f"'{title}"]


def test_fifty_stand_on_a_page_and_the_file_holds_them_all(cast, enter, monday):
    first = talk(cast)
    facts = {"municipality": first.municipality, "opened_at": first.opened_at}
    more = [Dialogue(title=f"Nr. {number}", **facts) for number in range(60)]
    Dialogue.objects.bulk_create(more)
    browser = enter("consultant")
    page = browser.get("/dialog/?text=nr")
    assert len(page.context["rows"]) == 50
    assert "60 af 61 dialoger" in page.content.decode()
    last = browser.get("/dialog/?text=nr&page=2").content.decode()
    assert "Side 2 af 2" in last
    assert len(table(browser)) == 61
