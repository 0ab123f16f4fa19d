"""Materials that fit what a municipality has set out to do, each with the reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, zip_longest
from pathlib import Path

from taskforce.web.commitments.models import OPEN_STATES, Commitment, CommitmentKind
from taskforce.web.library.models import Facet, Material
from taskforce.web.library.models.material import ELSEWHERE
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
        fitting = _in_turn([by_topic.get(topic, []) for topic in topics_of(one)])
        if fitting:
            told.append(Suggestion(one, fitting[:_MOST]))
    return told


def _in_turn(found: list[list[Material]]) -> list[Material]:
    """The best of each topic, then the second of each, and so on; each material once."""
    turns = chain.from_iterable(zip_longest(*found))
    return list(dict.fromkeys(one for one in turns if one is not None))


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
    for one in sorted(open_to(caller).prefetch_related("marks"), key=_order):
        for topic in _topics(one):
            found.setdefault(topic, []).append(one)
    return found


def _order(one: Material) -> tuple[bool, bool, int, str]:
    """The way to begin first, what lies elsewhere last, the particular before the broad."""
    return one.start_step is None, one.kind in ELSEWHERE, len(_topics(one)), one.title_da


def _topics(one: Material) -> list[str]:
    return [mark.word for mark in one.marks.all() if mark.facet == Facet.TOPIC]


@lru_cache
def _content() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
