"""Who may open the page of one note, or take one file."""

from __future__ import annotations

from collections.abc import Callable

from django.shortcuts import get_object_or_404

from taskforce.web.notes.models import Attachment, Note
from taskforce.web.notes.subjects import may_change, may_read, may_remove, may_share_files
from taskforce.web.people.caller import Caller
from taskforce.web.people.rights import Rule, Where

Decision = Callable[[Caller, int | None], bool]


def _note(decide: Decision) -> Callable[[Caller, Where], bool]:
    def allows(caller: Caller, where: Where) -> bool:
        note = get_object_or_404(Note, pk=where["pk"])
        return may_read(caller, note.place) and decide(caller, note.written_by_id)

    return allows


def _attachment(decide: Decision) -> Callable[[Caller, Where], bool]:
    def allows(caller: Caller, where: Where) -> bool:
        attachment = get_object_or_404(Attachment, pk=where["pk"])
        told = attachment.kind, attachment.thing_id, attachment.place
        return may_share_files(caller, *told) and decide(caller, attachment.added_by_id)

    return allows


changes_note = Rule("changes note", _note(may_change))
removes_note = Rule("removes note", _note(may_remove))
reads_file = Rule("reads file", _attachment(lambda _caller, _author_id: True))
removes_file = Rule("removes file", _attachment(may_remove))
