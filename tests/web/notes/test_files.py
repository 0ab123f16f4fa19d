"""Files are kept whole, handed out by right, and gone when they are removed."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from taskforce.web.frame.journal.models import Entry, Seal
from taskforce.web.notes import actions
from taskforce.web.notes.models import Attachment
from taskforce.web.people.caller import caller_for
from tests.cast import signed_in
from tests.web.notes.hostile import BAD, PDF

pytestmark = pytest.mark.django_db


def kept(folder):
    return [one for one in folder.rglob("*") if one.is_file()] if folder.exists() else []


def upload(name="Møde i Sorø.pdf", content=PDF):
    return SimpleUploadedFile(name, content, content_type="text/html")


@pytest.fixture
def attachment(cast, home, folder):
    return actions.attach(home, upload(), by=caller_for(cast.coordinator))


def test_a_file_is_kept_under_a_name_that_nobody_can_guess(attachment, folder):
    (path,) = kept(folder)
    assert path.read_bytes() == PDF
    assert len(path.stem) == 32
    assert (attachment.name, attachment.size) == ("Møde i Sorø.pdf", len(PDF))
    assert attachment.sha256 == hashlib.sha256(PDF).hexdigest()
    assert attachment.content_type == "application/pdf"


def test_a_file_is_handed_out_to_be_saved_and_never_to_be_run(cast, attachment, visitor):
    answer = signed_in(cast.case_officer).get(reverse("file", args=[attachment.pk]))
    assert b"".join(answer) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''M%C3%B8de%20i%20Sor%C3%B8.pdf"
    )


def test_reading_a_file_leaves_its_line_in_the_journal(cast, attachment, visitor):
    b"".join(signed_in(cast.case_officer).get(reverse("file", args=[attachment.pk])))
    line = Entry.objects.get(what="attachment.read")
    assert (line.account_id, line.place) == (cast.case_officer.pk, "0340")


@pytest.mark.parametrize("member", ["other_coordinator", "operator", "administrator", "nobody"])
def test_a_file_stays_shut_for_others(member, cast, attachment, visitor):
    browser = signed_in(cast.everybody[member])
    assert browser.get(reverse("file", args=[attachment.pk])).status_code == 403
    assert browser.post(reverse("file-remove", args=[attachment.pk])).status_code == 403


def test_files_have_no_address_of_their_own(cast, attachment, visitor):
    browser = signed_in(cast.consultant)
    for path in (f"/media/{attachment.file.name}", f"/{attachment.file.name}"):
        assert browser.get(path).status_code == 404


@pytest.mark.parametrize("name", ["page.pdf", "drawing.svg", "program.exe", "empty.pdf"])
def test_a_file_that_is_refused_leaves_nothing_behind(name, cast, home, folder, visitor):
    answer = signed_in(cast.coordinator).post(
        reverse("notes-attach", args=["people.organisation", home.pk]),
        {"file": upload(name, BAD[name])},
    )
    assert answer.status_code == 422
    assert "form-error" in answer.text
    assert (kept(folder), Attachment.objects.count()) == ([], 0)


def test_a_file_whose_row_cannot_be_written_leaves_nothing_behind(cast, home, folder):
    taken = Seal.objects.get().number + 1
    Entry.objects.create(number=taken, at=timezone.now())  # where the journal would write next
    with pytest.raises(IntegrityError):
        actions.attach(home, upload(), by=caller_for(cast.consultant))
    assert (kept(folder), Attachment.objects.count()) == ([], 0)


def test_a_file_goes_when_its_removal_is_certain(
    cast, attachment, folder, visitor, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(cast.coordinator).post(reverse("file-remove", args=[attachment.pk]))
    assert (kept(folder), Attachment.objects.count()) == ([], 0)


def test_a_removal_that_is_undone_keeps_the_file(
    cast, attachment, folder, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=False):
        actions.remove_attachment(attachment, by=caller_for(cast.coordinator))
    assert len(kept(folder)) == 1
