"""Search among commitments, action plans and goals, and find only what the caller may see."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.vocabulary.places import plain
from taskforce.web.commitments.models import Commitment, Goal, PlanGoal
from taskforce.web.frame.found import Found
from taskforce.web.people.caller import Caller

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The commitments, plans and goals that have all the words in them."""
    words = plain(text).split()
    if not words or not (caller.is_consultant or caller.municipalities):
        return []
    hits = [*_commitments(caller, words), *_plans(caller, words)]
    if caller.is_consultant:
        hits += _goals(words)
    return hits


def _commitments(caller: Caller, words: list[str]) -> list[Found]:
    every = Commitment.objects.select_related("municipality")
    hits = [
        Found(
            one.heading,
            gettext("Commitment, %(place)s") % {"place": one.municipality.name},
            reverse("commitment", args=[one.pk]),
        )
        for one in every
        if caller.sees(one.place)
        and _has(words, one.heading, one.description, one.scope, one.municipality.name)
    ]
    return hits[:_MOST]


def _plans(caller: Caller, words: list[str]) -> list[Found]:
    hits = [
        Found(
            one.title,
            gettext("Goal of the action plan, %(place)s") % {"place": one.municipality.name},
            reverse("municipality-work", args=[one.municipality.code]) + f"#goal-{one.pk}",
        )
        for one in PlanGoal.objects.select_related("municipality")
        if caller.sees(one.place) and _has(words, one.title, one.description)
    ]
    return hits[:_MOST]


def _goals(words: list[str]) -> Iterable[Found]:
    for one in Goal.objects.all():
        if _has(words, one.title_da, one.title_en):
            yield Found(one.title, gettext("Goal of the taskforce"), reverse("goals"))


def _has(words: list[str], *texts: str) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    said = plain(" ".join(texts))
    return all(word in said for word in words)
