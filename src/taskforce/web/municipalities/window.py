"""What the shop window of a municipality shows besides the figures: its words, deeds and offers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from taskforce.rules.quantity import quantity
from taskforce.web.commitments.queries.plan import PlannedGoal, plan_of
from taskforce.web.guidelines.queries.standing import Standing, standing
from taskforce.web.library.markup import as_html
from taskforce.web.library.models import Material
from taskforce.web.library.queries.for_place import for_place
from taskforce.web.municipalities.counted.registers import adopted_in
from taskforce.web.news.models import NewsItem
from taskforce.web.news.queries.public import newest as newest_news
from taskforce.web.people.caller import NOBODY
from taskforce.web.profiles.badges.badge import Badge
from taskforce.web.profiles.badges.deciding import earned_by
from taskforce.web.profiles.models import ProfileVersion
from taskforce.web.profiles.queries.public import municipality_with, profile_of, stories_of
from taskforce.web.sites.models import Site
from taskforce.web.sites.queries.listing import Asked, on_offer

_MOST = 3
_MOST_SITES = 6
# The times that a builder asks for first: from application to start, and to the answer.
_TIMES = (("DIG-36", "lead_working_days"), ("DIG-38", "decide_working_days"))


@dataclass(frozen=True, slots=True)
class Time:
    """One time limit, with whether it is the municipality's own."""

    meaning: str
    words: str
    own: bool
    rule_id: str


@dataclass(frozen=True, slots=True)
class Guidelines:
    """How far the common guidelines are adopted, and the times that count."""

    version: str
    adopted: int
    clauses: int
    times: tuple[Time, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Everything that a municipality shows besides its figures; empty parts are left out."""

    words: ProfileVersion | None
    text: SafeString | str
    stories: list[ProfileVersion]
    badges: tuple[Badge, ...]
    guidelines: Guidelines
    sites: list[Site]
    site_count: int
    more_sites: int
    plan: list[PlannedGoal]
    materials: list[Material]


def window(code: str, on: date) -> Window | None:
    """Gather it; None where the municipality is not in the register yet."""
    place = municipality_with(code)
    if place is None:
        return None
    words = profile_of(code)
    sites = list(on_offer(NOBODY, Asked(municipality=code)).order_by("name", "pk"))
    return Window(
        words=words,
        text=as_html(words.text) if words else "",
        stories=stories_of(code)[:_MOST],
        badges=earned_by(place, on),
        guidelines=_guidelines(code, standing(on)),
        sites=sites[:_MOST_SITES],
        site_count=len(sites),
        more_sites=max(0, len(sites) - _MOST_SITES),
        # A plan is the municipality's own matter until it says that everybody may see the goals.
        plan=plan_of(place) if words and words.shows_plan else [],
        materials=for_place(place.name, on, _MOST),
    )


def news_of(code: str) -> list[NewsItem]:
    """The newest news of the municipality."""
    return newest_news(_MOST, code)


def _guidelines(code: str, held: Standing) -> Guidelines:
    name = held.version.name if held.version else ""
    found = (_time(code, held, *which) for which in _TIMES)
    times = tuple(one for one in found if one is not None)
    return Guidelines(name, adopted_in(code, held) or 0, len(held.clauses), times)


def _time(code: str, held: Standing, rule_id: str, name: str) -> Time | None:
    """The municipality's own time, else the common one; None where neither is known."""
    rule = held.book.rules.get(rule_id)
    parameter = rule.parameters.get(name) if rule else None
    if parameter is None:
        return None
    own = held.practice.value(code, rule_id, parameter=name, on=held.on)
    value: Any = own.value if own else parameter.on(held.on)
    if value is None:
        return None
    language = get_language() or "da"
    words = quantity(value, parameter.unit).in_language(language)
    return Time(parameter.meaning.in_language(language), words, own is not None, rule_id)
