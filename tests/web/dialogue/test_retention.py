"""Two years after the end the texts are gone, from the journal too; what is counted stays."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.files.base import ContentFile

from taskforce.web.dialogue.actions.agreements import agree
from taskforce.web.dialogue.actions.dialogues import close
from taskforce.web.dialogue.actions.messages import Said, write_message
from taskforce.web.dialogue.actions.retention import ANSWERABLE, KEPT_CLOSED, forget_old
from taskforce.web.dialogue.models import Agreement, Dialogue, Letter, Message
from taskforce.web.dialogue.queries.obstacles import obstacles_in
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.chain import verify
from taskforce.web.frame.journal.models import Details
from taskforce.web.notes.actions import write_note
from taskforce.web.notes.models import Attachment, Note
from taskforce.web.people.actions.personal_data import erase_account
from taskforce.web.people.queries.personal_data import everything_about
from tests.web.dialogue.makers import named, obstacle, promised

pytestmark = pytest.mark.django_db
SECRET = "Anna Hemmeligholm"


@pytest.fixture
def ended(cast, monday, caller):
    """An obstacle with a name in every text, closed today."""
    told = obstacle(cast, title=f"Om {SECRET}", text=f"{SECRET} svarer ikke.")
    by = caller("coordinator")
    file = ContentFile(b"Brev", f"{SECRET}.txt")
    write_message(told, Said(f"Vi spørger {SECRET}"), by=by, files=[file])
    write_note(told, f"Ring til {SECRET}", by=by)
    one = promised(told, monday, by=cast.coordinator, what=f"{SECRET} ringer")
    Agreement.objects.filter(pk=one.pk).update(done_on=monday)
    close(told, f"{SECRET} har svaret.", by=by)
    return told


def test_the_texts_go_and_the_count_stays(ended, monday, django_capture_on_commit_callbacks):
    day = monday + KEPT_CLOSED
    assert forget_old(on=day - timedelta(days=1), by=SOFTWARE).dialogues == 0
    path = Attachment.objects.get().file.path
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_old(on=day, by=SOFTWARE).dialogues == 1
    for kept in (Message, Agreement, Letter, Attachment, Note):
        assert not kept.objects.exists(), kept
    assert not Path(path).exists()
    assert not Details.objects.filter(content__contains="Hemmeligholm").exists()
    assert verify().broken_at is None
    told = obstacles_in(named("0340"))
    assert (told.total, told.sorts, told.clauses[0][0].rule) == (1, (("Leje", 1),), "DIG-36")
    assert forget_old(on=day, by=SOFTWARE).dialogues == 0


def test_an_open_dialogue_is_never_forgotten(dialogue, monday):
    assert forget_old(on=monday + 2 * KEPT_CLOSED, by=SOFTWARE).dialogues == 0
    assert Dialogue.objects.get().title == dialogue.title


def test_the_addresses_of_old_mails_go_after_half_a_year(dialogue, monday):
    assert Letter.objects.count() == 3
    assert forget_old(on=monday + ANSWERABLE - timedelta(days=1), by=SOFTWARE).letters == 0
    assert forget_old(on=monday + ANSWERABLE, by=SOFTWARE).letters == 3


def test_what_one_wrote_and_agreed_is_in_ones_own_data_and_nobody_elses_is(cast, dialogue, caller):
    write_message(dialogue, Said("Vi er med."), by=caller("operator"))
    facts = {"what": "Vi graver i uge 14", "owner": None, "due": dialogue.opened_at.date()}
    agree(dialogue, facts, by=caller("operator"))
    told = everything_about(None, cast.operator)["elsewhere"]
    assert [one["text"] for one in told["dialogue.message"]] == ["Vi er med."]
    assert [one["what"] for one in told["dialogue.agreement"]] == ["Vi graver i uge 14"]
    assert "fingerprint" not in told["dialogue.letter"][0]
    other = everything_about(None, cast.coordinator)["elsewhere"]
    assert "Vi er med." not in str(other)
    assert "dialogue.agreement" not in other
    erase_account(cast.operator, by=SOFTWARE)
    assert Agreement.objects.get().written_by is None


def test_with_an_account_its_mails_go_and_what_it_wrote_stays_unnamed(cast, dialogue, caller):
    write_message(dialogue, Said("Vi er med."), by=caller("operator"))
    erase_account(cast.operator, by=SOFTWARE)
    assert not Letter.objects.filter(email="operator@example.org").exists()
    assert Message.objects.get(text="Vi er med.").written_by is None
    assert verify().broken_at is None


def test_no_mail_address_stands_in_the_journal(dialogue):
    with time_machine.travel(dialogue.opened_at):
        letters = Details.objects.filter(entry__kind="dialogue.letter")
        assert letters.exists()
        assert not letters.filter(content__contains="@example.org").exists()
