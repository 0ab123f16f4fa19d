"""The rankings that can be chosen among, each in one line."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext

from taskforce.report.ranking.ranking import Ranking
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.rankings.queries.told import area_of, in_language, need_in_words
from taskforce.web.sites.queries.ranked import rankings

_MOST = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """One ranking that can be shown."""

    id: str
    label: str
    is_shown: bool


def choices(shown: Ranking) -> list[Choice]:
    """The newest rankings, and the one that is shown in any case."""
    every = [one for one in rankings() if one.stages]
    some = every[:_MOST]
    among = some if shown in some else [*some, shown]
    return [Choice(one.id, _label(one), one.id == shown.id) for one in among]


def _label(one: Ranking) -> str:
    made = localtime(one.made_at)
    words = gettext("%(area)s, up to %(k)s sites, %(service)s, %(day)s at %(time)s (%(need)s)")
    return words % {
        "area": area_of(one.question),
        "k": max(stage.k for stage in one.stages),
        "service": in_language(one.question.service.label),
        "day": day(made.date()),
        "time": f"{made:%H:%M}",
        "need": need_in_words(one.question),
    }
