"""The texts of a question go two years after it was closed; what is counted stays."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.chain import verify
from taskforce.web.frame.journal.models import Details
from taskforce.web.notes.models import Attachment
from taskforce.web.people.actions.personal_data import erase_account
from taskforce.web.sparring.actions.questions import Said, close, say
from taskforce.web.sparring.actions.retention import KEPT_CLOSED, forget_old
from taskforce.web.sparring.models import Effect, Letter, Message, Question
from tests.web.sparring.makers import logged, question_of

pytestmark = pytest.mark.django_db
SECRET = "Anna Hemmeligholm"


@pytest.fixture
def ended(cast, monday, caller):
    """A question with a name in every text, closed today."""
    asked = question_of(cast.coordinator, subject=f"Om {SECRET}", text=f"{SECRET} spørger")
    file = ContentFile(b"Brev", f"{SECRET}.txt")
    say(asked, Said(f"Spørg {SECRET}"), by=caller("consultant"), files=[file])
    logged(asked, cast.consultant)
    close(asked, Effect.USED, f"{SECRET} er glad", by=caller("coordinator"))
    return asked


def test_the_texts_go_and_the_count_stays(ended, monday, django_capture_on_commit_callbacks):
    day = monday + KEPT_CLOSED
    assert forget_old(on=day - timedelta(days=1), by=SOFTWARE) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_old(on=day, by=SOFTWARE) == 1
    for kept in (Message, Letter, Attachment):
        assert not kept.objects.exists(), kept
    assert not Details.objects.filter(content__contains="Hemmeligholm").exists()
    assert verify().broken_at is None
    told = Question.objects.get()
    assert (str(told), told.effect, told.advice.count()) == (told.number, Effect.USED, 1)
    assert forget_old(on=day, by=SOFTWARE) == 0


def test_an_open_question_is_never_forgotten(question, monday):
    assert forget_old(on=monday + 2 * KEPT_CLOSED, by=SOFTWARE) == 0


def test_with_an_account_its_mails_go_and_what_it_wrote_stays_unnamed(question, cast):
    erase_account(cast.coordinator, by=SOFTWARE)
    assert Message.objects.get().written_by is None
    assert Question.objects.get().asked_by is None
    assert verify().broken_at is None
