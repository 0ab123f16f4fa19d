"""Materials that fit what a municipality has set out to do, each with the reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.db.models import F

from taskforce.web.commitments.models import OPEN_STATES, Commitment, CommitmentKind
from taskforce.web.library.models import Facet, Material
from taskforce.web.library.queries.access import open_to
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation

_FILE = Path(__file__).parent.parent / "plan_words.toml"
_MOST = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to be done, and the materials that help with it."""

    commitment: Commitment
    materials: list[Material]


def suggestions(caller: Caller, municipality: Organisation) -> list[Suggestion]:
    """For each open commitment and action, the nearest day first; those without a hit are out."""
    open_still = Commitment.objects.filter(municipality=municipality, state__in=OPEN_STATES)
    by_topic = _by_topic(caller)
    told = []
    for one in open_still.select_related("goal").order_by("due", "pk"):
        fitting = [hit for topic in topics_of(one) for hit in by_topic.get(topic, [])]
        if fitting:
            told.append(Suggestion(one, list(dict.fromkeys(fitting))[:_MOST]))
    return told


def topics_of(commitment: Commitment) -> list[str]:
    """The topics that an action is about: told by its kind, its words, or its goal's template."""
    if commitment.kind != CommitmentKind.OWN:
        founding: list[str] = _content()["founding"][commitment.kind]
        return founding
    own = list(_in_words(commitment.title))
    goal = commitment.goal
    return own or (_content()["templates"].get(goal.template, []) if goal else [])


def _in_words(title: str) -> Iterator[str]:
    words = title.lower().replace("-", " ").split()
    for topic, beginnings in _content()["words"].items():
        if any(word.startswith(tuple(beginnings)) for word in words):
            yield topic


def _by_topic(caller: Caller) -> dict[str, list[Material]]:
    found: dict[str, list[Material]] = {}
    order = (F("start_step").asc(nulls_last=True), "title_da")
    for one in open_to(caller).prefetch_related("marks").order_by(*order):
        for mark in one.marks.all():
            if mark.facet == Facet.TOPIC:
                found.setdefault(mark.word, []).append(one)
    return found


@lru_cache
def _content() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
