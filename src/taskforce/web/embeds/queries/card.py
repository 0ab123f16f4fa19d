"""What a frame on another site tells of a municipality: a few figures, their source and day."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, QueryDict
from django.utils.translation import gettext

from taskforce.report.figures import Area
from taskforce.report.origin import Origin
from taskforce.web.frame import edition
from taskforce.web.frame.question import Question, asked
from taskforce.web.frame.templatetags.components import count, share_above
from taskforce.web.frame.templatetags.numbers import day, number
from taskforce.web.municipalities.need_map import need_map
from taskforce.web.municipalities.profile import Profile
from taskforce.web.municipalities.profile import profile as gathered


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it is read, and what it was on the earlier day ("" where none is known)."""

    key: str
    value: str
    words: str
    before: str


@dataclass(frozen=True, slots=True)
class Card:
    """A municipality as other sites show it."""

    area: Area
    question: Question
    profile: Profile
    figures: tuple[Figure, ...]

    @property
    def origin(self) -> Origin:
        return self.question.table.origin

    def figure(self, key: str) -> Figure:
        """The figure of a key.

        Raises
        ------
        Http404
            There is no such figure.
        """
        for one in self.figures:
            if one.key == key:
                return one
        raise Http404


def card_of(slug: str) -> Card:
    """The card of a municipality, at the usual threshold.

    Raises
    ------
    Http404
        There is no such municipality in the region.
    """
    bundle = edition.current()
    question = asked(QueryDict(), bundle)
    area = bundle.area_by_slug(slug)
    if area is None:
        raise Http404
    profile = gathered(question, area)
    return Card(area, question, profile, _figures(question, profile))


def map_of(card: Card) -> str | None:
    """The small map of today, with colours of its own."""
    words = gettext("Where proper internet is missing in %(name)s") % {"name": card.area.name}
    return need_map(card.question.bundle, card.area, card.question.threshold, words=words)


def _figures(question: Question, profile: Profile) -> tuple[Figure, ...]:
    now, then, goal = profile.now, profile.then, question.goal
    have = gettext("of the known addresses can get %(goal)s") % {"goal": goal}
    lack = gettext("addresses without %(goal)s") % {"goal": goal}
    had = share_above(then) if then and then.share_below is not None else ""
    lacked = number(then.below.value) if then and then.below.value is not None else ""
    return (
        Figure("share", share_above(now), have, _before(question, had)),
        Figure("without", count(now.below), lack, _before(question, lacked)),
        Figure("white-spots", number(profile.spot_count), gettext("white spots"), ""),
    )


def _before(question: Question, words: str) -> str:
    """What it was on the earlier day; nothing where that is not known, or not shown."""
    on = question.bundle.label.as_of_then
    if not words or on is None:
        return ""
    return gettext("%(number)s on %(day)s") % {"number": words, "day": day(on)}
