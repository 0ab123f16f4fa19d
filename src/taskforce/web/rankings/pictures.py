"""The curve of a ranking: what each further site adds, with its conclusion in words."""

from __future__ import annotations

from functools import partial

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from taskforce.report.charts.canvas import Words, in_two_widths
from taskforce.report.charts.gain import Gain, gain
from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.rankings.queries.told import ToldRanking


def curve(told: ToldRanking, chosen: int) -> SafeString:
    """The curve in two widths; nothing where there is only one size to choose."""
    if len(told.stages) < 2:
        return SafeString("")
    drawing = in_two_widths(lambda width: curve_of_width(told, chosen, width))
    return mark_safe(drawing)  # noqa: S308 - our own drawing, in which every text is escaped


def curve_of_width(told: ToldRanking, chosen: int, width: int) -> str:
    """The curve as one drawing."""
    steps = [Gain(one.k, one.stage.value) for one in told.stages]
    reachable = told.ranking.demand.reachable
    name = gettext("All sites together: %(number)s") % {"number": number(reachable)}
    said = partial(number, decimals=0)
    words = Words(
        "curve",
        gettext("Homes and firms newly covered, by the number of sites"),
        conclusion(told),
        get_language() or "da",
    )
    return gain(steps, (name, reachable), words, width=width, said=said, chosen=chosen)


def conclusion(told: ToldRanking) -> str:
    """What the curve shows, in one sentence."""
    first, last = told.stages[0], told.stages[-1]
    words = gettext(
        "With %(few)s chosen, %(less)s homes and firms are covered; with %(many)s, %(more)s; "
        "with all sites, %(all)s."
    )
    return words % {
        "few": first.k,
        "less": number(first.stage.value),
        "many": last.k,
        "more": number(last.stage.value),
        "all": number(told.ranking.demand.reachable),
    }
