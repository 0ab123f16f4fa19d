"""Dialogues for the tests: one call makes one, with its first message."""

from __future__ import annotations

from datetime import date

from taskforce.web.dialogue.actions.agreements import agree
from taskforce.web.dialogue.actions.dialogues import open_dialogue
from taskforce.web.dialogue.models import Agreement, Dialogue, DialogueKind, Obstacle
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Account, Organisation
from tests.cast import HOME, Cast


def named(name: str) -> Organisation:
    """An organisation by its name, or a municipality by its code."""
    return Organisation.objects.get(**({"code": name} if name.isdigit() else {"name": name}))


def talk(
    cast: Cast,
    *others: str,
    code: str = HOME,
    title: str = "Fælles gravning i Storgade",
    text: str = "Kan vi grave sammen?",
) -> Dialogue:
    """A dialogue that the taskforce has opened with a municipality and others."""
    facts = {"title": title, "municipality": named(code)}
    parties = [named(one) for one in others]
    by = caller_for(cast.consultant)
    return open_dialogue(facts, text, by=by, others=parties).dialogue


def obstacle(
    cast: Cast, *, code: str = HOME, title: str = "Lejen er for høj", text: str = "Vi må gå forbi."
) -> Dialogue:
    """What stops the operator in a municipality."""
    facts = {
        "kind": DialogueKind.OBSTACLE,
        "obstacle": Obstacle.RENT,
        "rule": "DIG-36",
        "title": title,
        "municipality": named(code),
        "opened_for": named("Prøvenet"),
    }
    return open_dialogue(facts, text, by=caller_for(cast.operator)).dialogue


def promised(
    dialogue: Dialogue, due: date, *, by: Account, owner: str = HOME, what: str = "Send et kort"
) -> Agreement:
    """An agreement in a dialogue."""
    facts = {"what": what, "owner": named(owner), "due": due}
    return agree(dialogue, facts, by=caller_for(by))
