"""The rules of the pages about dialogues, as the wall asks them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import Http404

from taskforce.web.dialogue.models import Agreement, Dialogue, Participant
from taskforce.web.dialogue.queries import access
from taskforce.web.people.caller import Caller
from taskforce.web.people.rights import Rule, Where

Decide = Callable[[Caller, Dialogue], bool]

members_of_dialogues = Rule(
    "members of dialogues", lambda caller, _where: access.takes_part(caller)
)
opens = Rule("opens dialogues", lambda caller, _where: access.opens(caller))
meets_obstacles = Rule("meets obstacles", lambda caller, _where: access.meets_obstacles(caller))


def on(decide: Decide, kind: type[Model] = Dialogue) -> Rule:
    """For pages about a dialogue, or one thing of it, whose number is in the address."""

    def allows(caller: Caller, where: Where) -> bool:
        found = kind._default_manager.filter(pk=where["pk"]).first()
        if found is None:
            raise Http404
        whole = found if isinstance(found, Dialogue) else found.dialogue  # type: ignore[attr-defined]
        return access.sees(caller, whole) and decide(caller, whole)

    return Rule(f"{decide.__name__} the dialogue of a {kind._meta.model_name}", allows)


def _of_one(decide: Callable[[Caller, Any], bool], kind: type[Model]) -> Rule:
    """For pages about one thing of a dialogue on which its owner has a say."""

    def allows(caller: Caller, where: Where) -> bool:
        found = kind._default_manager.filter(pk=where["pk"]).first()
        if found is None:
            raise Http404
        return access.sees(caller, found.dialogue) and decide(caller, found)  # type: ignore[attr-defined]

    return Rule(f"{decide.__name__} of a dialogue", allows)


sees_dialogue = on(access.sees)
leads_dialogue = on(access.leads)
fulfils_agreement = _of_one(access.fulfils, Agreement)
names_contact = _of_one(access.names_contact, Participant)
