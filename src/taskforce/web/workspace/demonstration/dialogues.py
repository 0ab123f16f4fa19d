"""Make up dialogues between the demonstration's municipalities, operators and landlord."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from taskforce.web.dialogue.actions.agreements import agree, fulfil
from taskforce.web.dialogue.actions.dialogues import close, open_dialogue
from taskforce.web.dialogue.actions.messages import Said, write_message
from taskforce.web.dialogue.mail.outgoing import send_letters_about
from taskforce.web.dialogue.models import Audience, Dialogue, DialogueKind, Message
from taskforce.web.people.caller import Caller, caller_for
from taskforce.web.people.models import Account, Organisation, Role
from taskforce.web.workspace.demonstration.dialogue_stories import STORIES, Promise, Story

_WORKING_HOUR = 10


def make_dialogues(accounts: dict[Role, Account]) -> None:
    """Tell each dialogue to its end, once."""
    if Dialogue.objects.exists():
        return
    callers = {role: caller_for(account) for role, account in accounts.items()}
    for story in STORIES:
        _told(story, callers)


def _told(story: Story, callers: dict[Role, Caller]) -> None:
    (opener, days_ago, first, _readers), *more = story.messages
    by = callers[opener]
    others = [_named(one) for one in story.others]
    said = Said(first, at=_ago(days_ago))
    message = open_dialogue(_facts(story, opener), said, by=by, others=others)
    dialogue = message.dialogue
    send_letters_about(message)
    for role, ago, text, readers in more:
        send_letters_about(_written(dialogue, text, readers, ago, by=callers[role]))
    for promise in story.promises:
        _promised(dialogue, promise, by=by)
    if story.end:
        send_letters_about(close(dialogue, story.end, by=by))


def _facts(story: Story, opener: Role) -> dict[str, object]:
    side = {Role.CONSULTANT: "", Role.OPERATOR: "Demonet", Role.COORDINATOR: story.code}[opener]
    return {
        "title": story.title,
        "municipality": _named(story.code),
        "opened_for": _named(side) if side else None,
        "kind": DialogueKind.OBSTACLE if story.obstacle else DialogueKind.TALK,
        "obstacle": story.obstacle,
        "rule": story.rule,
    }


def _written(
    dialogue: Dialogue, text: str, readers: tuple[str, ...], days_ago: int, *, by: Caller
) -> Message:
    if readers == ("own",):
        said = Said(text, Audience.OWN, at=_ago(days_ago))
    elif readers:
        chosen = tuple(_named(one) for one in readers)
        said = Said(text, Audience.SOME, chosen, at=_ago(days_ago))
    else:
        said = Said(text, at=_ago(days_ago))
    return write_message(dialogue, said, by=by)


def _promised(dialogue: Dialogue, promise: Promise, *, by: Caller) -> None:
    today = timezone.localdate()
    owner = _named(promise.owner) if promise.owner else None
    due = today + timedelta(days=promise.due_in_days)
    agreement = agree(dialogue, {"what": promise.what, "owner": owner, "due": due}, by=by)
    if promise.done:
        fulfil(agreement, on=min(due, today), by=by)


def _ago(days: int) -> datetime:
    day = timezone.localtime() - timedelta(days=days)
    return day if days == 0 else day.replace(hour=_WORKING_HOUR, minute=0)


def _named(name: str) -> Organisation:
    return Organisation.objects.get(**({"code": name} if name.isdigit() else {"name": name}))
