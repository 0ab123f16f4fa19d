"""What can carry notes and files, and who may read and write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.http import Http404

from taskforce.web.people.caller import Caller
from taskforce.web.people.rights import Rule, Where

# By label, because the apps that own these things lie above this one. Persons are not among
# them: what is kept about a person stands in the person's own record and nowhere else.
KINDS = (
    "people.organisation",
    "commitments.commitment",
    "commitments.plangoal",
    "commitments.goal",
    "cases.case",
    "dialogue.dialogue",
    "meetings.meeting",
    "dialogue.message",
    "sparring.message",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a note is about."""

    kind: str
    thing_id: int
    place: str


def subject_of(thing: models.Model) -> Subject:
    """How notes name a thing.

    Raises
    ------
    LookupError
        Things of this kind carry no notes.
    """
    kind = thing._meta.label_lower
    if kind not in KINDS:
        raise LookupError(f"{kind} carries no notes; see KINDS.")
    return Subject(kind, thing.pk, thing.place)  # type: ignore[attr-defined]


def thing(kind: str, thing_id: int) -> Any:
    """The thing itself, or None where it is gone or carries no notes."""
    if kind not in KINDS:
        return None
    try:
        model = apps.get_model(kind)
    except LookupError:
        return None
    return model._default_manager.filter(pk=thing_id).first()


def may_read(caller: Caller, place: str) -> bool:
    """The municipality's own people and the taskforce: notes are how authorities talk."""
    authority = caller.is_consultant or bool(caller.municipalities)
    return authority and caller.sees(place)


def may_share_files(caller: Caller, kind: str, thing_id: int, place: str) -> bool:
    """Those who read the notes, and those to whom the thing says that it is open."""
    if may_read(caller, place):
        return True
    is_open_to = getattr(thing(kind, thing_id), "is_open_to", None)
    return is_open_to is not None and bool(is_open_to(caller))


def may_change(caller: Caller, author_id: int | None) -> bool:
    """One's own."""
    return caller.signed_in and caller.account_id == author_id


def may_remove(caller: Caller, author_id: int | None) -> bool:
    """One's own; the taskforce may remove anybody's."""
    return caller.is_consultant or may_change(caller, author_id)


def _reads_subject(caller: Caller, where: Where) -> bool:
    found = thing(where["kind"], where["thing_id"])
    if found is None:
        raise Http404
    return may_read(caller, found.place)


def _shares_files(caller: Caller, where: Where) -> bool:
    found = thing(where["kind"], where["thing_id"])
    if found is None:
        raise Http404
    return may_share_files(caller, where["kind"], where["thing_id"], found.place)


sees_subject = Rule("sees what the notes are about", _reads_subject)
shares_files = Rule("shares the files of a thing", _shares_files)
