"""Write, change and remove notes; keep files and take them away again."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile, File
from django.db import models, transaction
from django.utils import timezone

from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.notes.content import checked_type, clean_name, ending_of
from taskforce.web.notes.models import Attachment, Note
from taskforce.web.notes.subjects import (
    may_change,
    may_read,
    may_remove,
    may_share_files,
    subject_of,
)
from taskforce.web.people.caller import Caller


def write_note(thing: models.Model, text: str, *, by: Caller) -> Note:
    """Write a note on something.

    Raises
    ------
    PermissionDenied
        The thing is not open to the writer.
    ValidationError
        The text is empty or too long.
    """
    about = _subject(thing)
    if not may_read(by, about["place"]):
        raise PermissionDenied
    return add(
        Note(**about, text=text.strip(), written_by_id=by.account_id, written_at=timezone.now()),
        by=by,
    )


def change_note(note: Note, text: str, *, by: Caller) -> bool:
    """Write one's own note anew."""
    if not may_change(by, note.written_by_id):
        raise PermissionDenied
    if text.strip() == note.text:
        return False
    return change(note, {"text": text.strip(), "edited_at": timezone.now()}, by=by)


def remove_note(note: Note, *, by: Caller) -> None:
    """Remove a note; the journal keeps what it said."""
    if not may_remove(by, note.written_by_id):
        raise PermissionDenied
    remove(note, by=by)


@transaction.atomic
def attach(thing: models.Model, upload: File[bytes], *, by: Caller) -> Attachment:
    """Keep a file with something; when that fails, nothing is left behind.

    Raises
    ------
    PermissionDenied
        The thing is not open to the one who attaches.
    ValidationError
        The file is of a type, or of a size, that is not kept.
    """
    about = _subject(thing)
    if not may_share_files(by, about["kind"], about["thing_id"], about["place"]):
        raise PermissionDenied
    name, content = clean_name(upload.name or ""), upload.read()
    attachment = Attachment(
        **about,
        file=ContentFile(content, f"{secrets.token_hex(16)}.{ending_of(name)}"),
        content_type=checked_type(name, content),
        name=name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        added_by_id=by.account_id,
        added_at=timezone.now(),
    )
    with ExitStack() as undo:
        undo.callback(_take_away, attachment)
        add(attachment, by=by)
        undo.pop_all()
    return attachment


@transaction.atomic
def remove_attachment(attachment: Attachment, *, by: Caller) -> None:
    """Remove a file. It goes once it is certain that nothing refers to it any more."""
    if not may_remove(by, attachment.added_by_id):
        raise PermissionDenied
    path = Path(attachment.file.path)
    remove(attachment, by=by)
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def _subject(thing: models.Model) -> dict[str, Any]:
    subject = subject_of(thing)
    return {"kind": subject.kind, "thing_id": subject.thing_id, "place": subject.place}


def _take_away(attachment: Attachment) -> None:
    Path(attachment.file.path).unlink(missing_ok=True)
