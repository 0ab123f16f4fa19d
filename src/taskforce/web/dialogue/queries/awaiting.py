"""What awaits a caller in dialogues: what their side has promised, and answers to give."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.web.dialogue.models import Agreement, Dialogue, Message
from taskforce.web.dialogue.models.openness import organisations
from taskforce.web.dialogue.queries.access import open_to, own_agreements, readable
from taskforce.web.frame.awaiting import Awaiting, by_urgency
from taskforce.web.people.caller import Caller

# The days that somebody has for an answer before it counts as late.
ANSWER_WITHIN = timedelta(days=10)


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """What has been agreed and not done; and open dialogues in which others wrote last."""
    promised = [_agreement(one, on) for one in own_agreements(caller)]
    return by_urgency([*promised, *_unanswered(caller, on)])


def _agreement(one: Agreement, on: date) -> Awaiting:
    words = gettext("%(what)s (agreed in “%(dialogue)s”)")
    told = {"what": one.what, "dialogue": one.dialogue}
    return _awaiting(one.dialogue, words % told, one.due, one.is_overdue(on))


def _unanswered(caller: Caller, on: date) -> Iterable[Awaiting]:
    dialogues = {one.pk: one for one in open_to(caller).filter(closed_at__isnull=True)}
    mine, latest = organisations(caller), dict[int, Message]()
    messages = readable(caller).filter(dialogue__in=dialogues.keys()).select_related("sender")
    for message in messages.order_by("written_at", "pk"):
        latest[message.dialogue_id] = message
    words = gettext("Answer %(who)s in “%(dialogue)s”")
    for pk, message in latest.items():
        if _is_for(caller, mine, message):
            told = {"who": message.said_by, "dialogue": dialogues[pk]}
            due = message.written_at.date() + ANSWER_WITHIN
            yield _awaiting(dialogues[pk], words % told, due, due < on)


def _is_for(caller: Caller, mine: list[int], message: Message) -> bool:
    """Whether another side wrote last; the taskforce answers what was written to it alone."""
    if caller.is_consultant:
        return message.sender_id is not None and message.audience == "own"
    return message.sender_id not in mine


def _awaiting(one: Dialogue, words: str, due: date, overdue: bool) -> Awaiting:
    return Awaiting(words, one.where, reverse("dialogue", args=[one.pk]), due, overdue)
