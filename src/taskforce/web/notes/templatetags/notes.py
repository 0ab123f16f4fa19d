"""Show the notes and files of a thing on any page: `{% load notes %}{% notes_of thing %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Model

from taskforce.web.notes import queries
from taskforce.web.notes.forms import FileForm, NoteForm
from taskforce.web.notes.subjects import may_read, may_remove, may_share_files, subject_of
from taskforce.web.people.caller import Caller, caller_of

register = template.Library()


@register.inclusion_tag("notes/of_thing.html", takes_context=True)
def notes_of(context: dict[str, Any], thing: Model) -> dict[str, Any]:
    """The list and the two forms; nothing at all for those who may not read them."""
    request = context["request"]
    caller = caller_of(request)
    subject = subject_of(thing)
    reads = may_read(caller, subject.place)
    if not may_share_files(caller, subject.kind, subject.thing_id, subject.place):
        return {"open": False}
    given = context.get("form")
    return {
        "open": True,
        "reads": reads,
        "shared": hasattr(thing, "is_open_to"),
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "subject": subject,
        "back": request.path if request.method == "GET" else "",
        "notes": [
            _with_rights(one, caller, one.written_by_id)
            for one in (queries.notes_of(thing) if reads else ())
        ],
        "files": [_with_rights(one, caller, one.added_by_id) for one in queries.files_of(thing)],
        "note_form": given if isinstance(given, NoteForm) else NoteForm(auto_id="note_%s"),
        "file_form": given if isinstance(given, FileForm) else FileForm(auto_id="attached_%s"),
    }


def _with_rights(one: Any, caller: Caller, author_id: int | None) -> dict[str, Any]:
    return {
        "it": one,
        "own": caller.account_id == author_id,
        "removable": may_remove(caller, author_id),
    }
