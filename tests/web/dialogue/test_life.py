"""From the first message to the last word: on the pages, in agreements, on the desk, on paper."""

import json
from datetime import timedelta

import pytest
from django.contrib.staticfiles import finders
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse

from taskforce.web.dialogue.actions.agreements import fulfil
from taskforce.web.dialogue.actions.dialogues import close, remove_party
from taskforce.web.dialogue.document import DialogueDocument
from taskforce.web.dialogue.mail.reminders import remind
from taskforce.web.dialogue.models import Dialogue, Message, Step
from taskforce.web.dialogue.queries.awaiting import awaiting
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from tests.paper_access import faults
from tests.web.dialogue.makers import named, obstacle, promised, talk

pytestmark = pytest.mark.django_db


def days(count):
    return timedelta(days=count)


def test_a_coordinator_begins_a_dialogue_and_the_parties_get_a_mail(cast, enter, monday):
    given = {
        "title": "Rør i Storgade",
        "municipality": named("0340").pk,
        "others": [named("Prøvenet").pk],
        "text": "Skal vi grave sammen?",
    }
    answer = enter("coordinator").post(reverse("dialogue-new"), given)
    made = Dialogue.objects.get()
    assert answer["Location"] == reverse("dialogue", args=[made.pk])
    assert [one.organisation.name for one in made.participants.all()] == ["Sorø", "Prøvenet"]
    assert made.messages.get().sender == named("0340")
    assert {to for letter in mail.outbox for to in letter.to} == {
        "operator@example.org",
        "consultant@example.org",
    }
    assert "Rør i Storgade" in enter("operator").get(reverse("dialogues")).content.decode()


def test_an_operator_says_what_stops_it_and_names_the_clause(cast, enter, monday):
    given = {
        "title": "Svartiden er for lang",
        "municipality": named("0340").pk,
        "obstacle": "time",
        "rule": "DIG-36",
        "text": "Vi venter på 14. uge.",
    }
    client = enter("operator")
    assert client.post(reverse("obstacle-new"), given).status_code == 302
    page = enter("coordinator").get(reverse("obstacles", args=["0340"])).content.decode()
    assert "Svartiden er for lang" in page
    assert reverse("guidelines-rule", args=["DIG-36"]) in page
    assert "Sagsbehandlingstid" in page
    wrong = client.post(reverse("obstacle-new"), given | {"rule": "DIG-999", "obstacle": ""})
    assert wrong.status_code == 422
    assert Dialogue.objects.count() == 1


def test_writing_on_the_page_is_for_those_who_are_chosen(dialogue, enter):
    path = reverse("dialogue-message", args=[dialogue.pk])
    given = {"text": "Kun jer", "audience": "some", "readers": [named("Prøveboliger").pk]}
    assert enter("operator").post(path, given).status_code == 302
    assert "Kun jer" in enter("landlord").get(reverse("dialogue", args=[dialogue.pk])).text
    assert "Kun jer" not in enter("coordinator").get(reverse("dialogue", args=[dialogue.pk])).text
    nobody = enter("operator").post(path, {"text": "Hvem?", "audience": "some"})
    assert nobody.status_code == 422
    stranger = given | {"readers": [named("Andetnet").pk]}
    assert enter("operator").post(path, stranger).status_code == 422
    assert Message.objects.filter(dialogue=dialogue).count() == 2


def test_an_agreement_awaits_its_owner_and_is_overdue_on_the_desk(cast, dialogue, caller, monday):
    promised(dialogue, monday + days(3), by=cast.operator)
    mine = awaiting(caller("coordinator"), monday)
    assert [(one.what, one.overdue) for one in mine if "Send et kort" in one.what] == [
        ("Send et kort (aftalt i »Fælles gravning i Storgade«)", False)
    ]
    assert next(one.overdue for one in awaiting(caller("coordinator"), monday + days(4)))
    for name in ("operator", "landlord", "consultant"):
        assert not [one for one in awaiting(caller(name), monday) if "Send et kort" in one.what]


def test_who_wrote_last_waits_and_the_others_are_asked_to_answer(dialogue, caller, monday):
    for name, asked in {"coordinator": True, "operator": True, "consultant": False}.items():
        found = [one for one in awaiting(caller(name), monday) if "Svar" in one.what]
        assert bool(found) is asked, name


def test_reminders_come_a_week_before_and_once_when_it_is_late(cast, dialogue, monday):
    one = promised(dialogue, monday + days(10), by=cast.operator)
    sent = [remind(on=monday + days(after), by=SOFTWARE).sent for after in range(14)]
    assert sent == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]
    assert [letter.to for letter in mail.outbox] == [["coordinator@example.org"]] * 2
    assert mail.outbox[0].subject == "Skal snart være gjort: Send et kort"
    assert mail.outbox[1].subject == "Overskredet: Send et kort"
    assert one.dialogue.title in mail.outbox[1].body


def test_what_is_done_is_not_reminded_of(cast, dialogue, caller, monday):
    one = promised(dialogue, monday + days(2), by=cast.operator)
    fulfil(one, on=monday, by=caller("case_officer"))
    assert remind(on=monday, by=SOFTWARE).sent == 0
    assert Entry.objects.filter(what="agreement.done").count() == 1


def test_a_dialogue_is_closed_with_a_word_and_taken_up_again(cast, dialogue, enter, caller, monday):
    waiting = promised(dialogue, monday, by=cast.operator)
    path = reverse("dialogue-close", args=[dialogue.pk])
    leader = enter("coordinator")
    assert leader.post(path, {"text": "Vi graver i uge 14."}).status_code == 422
    fulfil(waiting, on=monday, by=caller("coordinator"))
    assert leader.post(path, {"text": "Vi graver i uge 14."}).status_code == 302
    dialogue.refresh_from_db()
    assert not dialogue.is_open
    assert dialogue.messages.latest("pk").step == Step.CLOSED
    said = {"text": "Hov", "audience": "all"}
    enter("operator").post(reverse("dialogue-message", args=[dialogue.pk]), said)
    assert not dialogue.messages.filter(text="Hov").exists()
    again = enter("operator").post(
        reverse("dialogue-reopen", args=[dialogue.pk]), {"text": "Kablet er ikke fundet."}
    )
    assert again.status_code == 302
    dialogue.refresh_from_db()
    assert dialogue.is_open


def test_closing_twice_writes_once(dialogue, enter):
    path = reverse("dialogue-close", args=[dialogue.pk])
    for _ in range(2):
        assert enter("coordinator").post(path, {"text": "Færdig."}).status_code == 302
    assert dialogue.messages.filter(step=Step.CLOSED).count() == 1


def test_those_who_have_something_to_do_are_not_taken_out(cast, dialogue, caller, monday):
    promised(dialogue, monday, by=cast.operator, owner="Prøvenet")
    by = caller("consultant")
    for name in ("Prøvenet", "Sorø"):
        with pytest.raises(ValidationError):
            remove_party(dialogue.participants.get(organisation__name=name), by=by)


def test_the_list_is_filtered_and_what_is_overdue_comes_first(cast, enter, caller, monday):
    late, calm = talk(cast, title="Sen"), talk(cast, title="Rolig", code="0360")
    done, told = talk(cast, title="Færdig"), obstacle(cast)
    promised(late, monday - days(1), by=cast.consultant)
    close(done, "Det var det.", by=caller("consultant"))
    client = enter("consultant")

    def shown(**asked):
        rows = client.get(reverse("dialogues"), asked).context["rows"]
        return [row.dialogue.title for row in rows]

    assert shown()[0] == late.title
    assert set(shown(state="open")) == {late.title, calm.title, told.title}
    assert shown(state="closed") == [done.title]
    assert shown(kind="obstacle") == [told.title]
    assert shown(municipality="0360") == [calm.title]
    assert shown(overdue="on") == [late.title]
    assert shown(text="gå forbi") == [told.title]


def test_the_schema_in_the_package_is_that_of_the_document():
    with open(finders.find("dialogue/dialogue-schema.json"), encoding="utf-8") as file:
        assert json.load(file) == DialogueDocument.model_json_schema(mode="serialization")


def test_a_dialogue_is_taken_along_as_paper_and_as_a_document(cast, dialogue, enter, monday):
    promised(dialogue, monday + days(3), by=cast.operator)
    client = enter("landlord")
    told = json.loads(client.get(reverse("dialogue-json", args=[dialogue.pk])).content)
    assert set(told) == set(DialogueDocument.model_fields)
    assert told["read_for"] == "Prøveboliger"
    assert [one["text"] for one in told["messages"]] == ["Kan vi grave sammen?"]
    assert told["agreements"][0]["owner"] == "Sorø"
    paper = client.get(reverse("dialogue-pdf", args=[dialogue.pk]))
    assert faults(paper.content, "da") == []
    assert Entry.objects.filter(what="dialogue.exported").count() == 2


def test_the_pages_are_there_in_english(dialogue, enter):
    client = enter("consultant")
    words = {
        "/en/dialogue/": "Latest message",
        "/en/dialogue/new/": "First message",
        "/en/dialogue/obstacles/0340/": "What stops operators in Sorø",
        f"/en/dialogue/{dialogue.pk}/": "Write for The taskforce",
    }
    for path, said in words.items():
        assert said in client.get(path).text, path
