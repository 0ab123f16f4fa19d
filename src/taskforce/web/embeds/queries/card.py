"""What a frame on another site tells of a municipality: a few figures, their source and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404, QueryDict
from django.utils.translation import gettext, ngettext

from taskforce.report.certificates.key import BELOW, SHARE_ABOVE, SPOTS
from taskforce.report.figures import Area
from taskforce.report.origin import Origin
from taskforce.web.frame import edition
from taskforce.web.frame.question import Question, asked
from taskforce.web.frame.templatetags.components import count, share_above
from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.municipalities.need_map import need_map
from taskforce.web.municipalities.profile import Profile
from taskforce.web.municipalities.profile import profile as gathered


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it is read, with the kind of its certificate.

    `had` is what it was on the day `then`, "" where that is not known, or not shown.
    """

    key: str
    kind: str
    value: str
    words: str
    had: str = ""
    then: date | None = None


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
    now, goal, on = profile.now, question.goal, question.bundle.label.as_of_then
    then, spots = profile.then if on else None, profile.spot_count
    have = gettext("of the known addresses can get %(goal)s") % {"goal": goal}
    lack = gettext("addresses without %(goal)s") % {"goal": goal}
    had = share_above(then) if then and then.share_below is not None else ""
    lacked = number(then.below.value) if then and then.below.value is not None else ""
    return (
        Figure("share", SHARE_ABOVE, share_above(now), have, had, on),
        Figure("without", BELOW, count(now.below), lack, lacked, on),
        Figure("white-spots", SPOTS, number(spots), ngettext("white spot", "white spots", spots)),
    )
