"""The list of dialogues: filtered as asked, with what was said last and what is due next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext

from taskforce.vocabulary.places import plain
from taskforce.web.dialogue.models import Agreement, Dialogue
from taskforce.web.dialogue.queries.access import open_to, readable
from taskforce.web.people.caller import Caller

OPEN, CLOSED = "open", "closed"
# When the latest message was written, and by which side.
Latest = tuple[datetime, str]


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
    found = open_to(caller).prefetch_related("participants__organisation", "agreements__owner")
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.state:
        found = found.filter(closed_at__isnull=asked.state == OPEN)
    if asked.municipality:
        found = found.filter(municipality__code=asked.municipality)
    latest, texts = _latest(caller), _texts(caller) if asked.text else {}
    every = [_row(one, latest, on) for one in found if _has(asked.text, one, texts)]
    shown = [one for one in every if one.overdue or not asked.overdue]
    return sorted(shown, key=lambda one: (one.overdue, one.latest_at), reverse=True)


def _latest(caller: Caller) -> dict[int, Latest]:
    """When the latest message that the caller may read was written in each dialogue, and by whom.

    A list is no place to read messages: their texts stay in the database.
    """
    told = readable(caller).order_by("written_at", "pk")
    return {
        dialogue: (at, sender or gettext("The taskforce"))
        for dialogue, at, sender, _pk in told.values_list(
            "dialogue_id", "written_at", "sender__name", "pk"
        )
    }


def _texts(caller: Caller) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for dialogue, text, _pk in readable(caller).order_by().values_list("dialogue_id", "text", "pk"):
        found[dialogue].append(text)
    return found


def _row(dialogue: Dialogue, latest: dict[int, Latest], on: date) -> Row:
    waiting = [one for one in dialogue.agreements.all() if one.done_on is None]
    due = min(waiting, key=lambda one: one.due, default=None)
    at, by = latest.get(dialogue.pk, (dialogue.opened_at, ""))
    return Row(
        dialogue,
        tuple(one.organisation.name for one in dialogue.participants.all()),
        at,
        by,
        due,
        due is not None and due.is_overdue(on),
    )


def _has(text: str, dialogue: Dialogue, texts: dict[int, list[str]]) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    if not text:
        return True
    parts = (dialogue.title, dialogue.number, dialogue.where, dialogue.rule)
    names = (one.organisation.name for one in dialogue.participants.all())
    said = plain(" ".join((*parts, *names, *texts.get(dialogue.pk, ()))))
    return all(word in said for word in plain(text).split())
