"""Read notes and files: those of one thing, those of one author, and those that hold a word."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from taskforce.web.frame.found import Found
from taskforce.web.notes.models import Attachment, Note
from taskforce.web.notes.subjects import subject_of, thing
from taskforce.web.people.caller import Caller

Row = TypeVar("Row", Note, Attachment)
_MOST = 20
_WORDS_SHOWN = 18


def notes_of(thing: Model) -> QuerySet[Note]:
    """The notes on a thing, the newest first."""
    subject = subject_of(thing)
    return Note.objects.filter(kind=subject.kind, thing_id=subject.thing_id).select_related(
        "written_by"
    )


def files_of(thing: Model) -> QuerySet[Attachment]:
    """The files of a thing, the newest first."""
    subject = subject_of(thing)
    return Attachment.objects.filter(kind=subject.kind, thing_id=subject.thing_id).select_related(
        "added_by"
    )


def notes_in(places: list[str]) -> QuerySet[Note]:
    """Every note of some places, the newest first."""
    return Note.objects.filter(place__in=places).select_related("written_by")


def found(caller: Caller, text: str) -> list[Found]:
    """The notes with these words, and the files with this name, that the caller may see."""
    notes = _open_to(caller, Note.objects.filter(text__icontains=text))
    files = _open_to(caller, Attachment.objects.filter(name__icontains=text))
    return [
        *(_found(one, Truncator(one.text).words(_WORDS_SHOWN)) for one in notes[:_MOST]),
        *(_found(one, one.name) for one in files[:_MOST]),
    ]


def _open_to(caller: Caller, rows: QuerySet[Row]) -> QuerySet[Row]:
    return rows if caller.is_consultant else rows.filter(place__in=caller.municipalities)


def _found(one: Note | Attachment, title: str) -> Found:
    about = thing(one.kind, one.thing_id)
    detail = _("Note") if isinstance(one, Note) else _("File")
    path = reverse("notes", args=[one.kind, one.thing_id])
    return Found(title, f"{detail}: {about}" if about else detail, path)
