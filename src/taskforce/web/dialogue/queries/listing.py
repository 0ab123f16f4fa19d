"""The list of dialogues: filtered as asked, with what was said last and what is due next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from taskforce.vocabulary.places import plain
from taskforce.web.dialogue.models import Agreement, Dialogue, Message
from taskforce.web.dialogue.queries.access import open_to, readable
from taskforce.web.people.caller import Caller

OPEN, CLOSED = "open", "closed"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; everything stands in the page's address."""

    text: str = ""
    kind: str = ""
    state: str = ""
    municipality: str = ""
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One dialogue with its parties, its latest message, and the agreement that is due first."""

    dialogue: Dialogue
    parties: tuple[str, ...]
    latest_at: datetime
    latest_by: str
    due: Agreement | None
    overdue: bool


def rows(caller: Caller, asked: Asked, on: date) -> list[Row]:
    """The dialogues that the caller sees, and that were asked for, the liveliest first."""
    found = open_to(caller).prefetch_related("participants__organisation", "agreements")
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.state:
        found = found.filter(closed_at__isnull=asked.state == OPEN)
    if asked.municipality:
        found = found.filter(municipality__code=asked.municipality)
    said = _by_dialogue(readable(caller).select_related("sender"))
    every = [_row(one, said[one.pk], on) for one in found if _has(asked.text, one, said[one.pk])]
    shown = [one for one in every if one.overdue or not asked.overdue]
    return sorted(shown, key=lambda one: (one.overdue, one.latest_at), reverse=True)


def _by_dialogue(messages: Iterable[Message]) -> dict[int, list[Message]]:
    found: dict[int, list[Message]] = defaultdict(list)
    for one in messages:
        found[one.dialogue_id].append(one)
    return found


def _row(dialogue: Dialogue, messages: list[Message], on: date) -> Row:
    waiting = [one for one in dialogue.agreements.all() if one.done_on is None]
    due = min(waiting, key=lambda one: one.due, default=None)
    latest = max(messages, key=lambda one: one.written_at, default=None)
    return Row(
        dialogue,
        tuple(one.organisation.name for one in dialogue.participants.all()),
        latest.written_at if latest else dialogue.opened_at,
        latest.said_by if latest else "",
        due,
        due is not None and due.is_overdue(on),
    )


def _has(text: str, dialogue: Dialogue, messages: list[Message]) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    parts = (dialogue.title, dialogue.number, dialogue.where, dialogue.rule)
    names = (one.organisation.name for one in dialogue.participants.all())
    said = plain(" ".join((*parts, *names, *(one.text for one in messages))))
    return all(word in said for word in plain(text).split())
