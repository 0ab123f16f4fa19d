"""Search among plans, and find only what the caller may see."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.vocabulary.places import plain
from taskforce.web.frame.found import Found
from taskforce.web.people.caller import Caller
from taskforce.web.plans.models import RolloutPlan
from taskforce.web.plans.queries.access import open_to

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The plans that have all the words in their name or their operator's."""
    words = plain(text).split()
    hits = [one for one in open_to(caller) if words and _has(words, one)]
    return [_found(one) for one in hits[:_MOST]]


def _has(words: list[str], plan: RolloutPlan) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    said = plain(f"{plan.name} {plan.operator.name}")
    return all(word in said for word in words)


def _found(plan: RolloutPlan) -> Found:
    detail = gettext("Roll-out plan of %(operator)s") % {"operator": plan.operator.name}
    return Found(plan.name, detail, reverse("rollout", args=[plan.pk]))
