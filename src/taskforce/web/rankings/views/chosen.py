"""Which ranking and which number of sites a page's address asks for."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from taskforce.report.ranking.ranking import Ranking
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.rankings.queries.told import ToldRanking, ToldStage, told
from taskforce.web.sites.queries.ranked import rankings


def chosen(request: HttpRequest) -> ToldRanking | None:
    """The ranking that is asked for, else the one nearest to the reader; None where none is.

    Raises
    ------
    Http404
        There is no ranking of that name.
    """
    caller, every = caller_of(request), [one for one in rankings() if one.stages]
    wanted = request.GET.get("ranking")
    found = _named(every, wanted) if wanted else _nearest(every, caller)
    return told(caller, found) if found else None


def stage_of(request: HttpRequest, one: ToldRanking) -> ToldStage:
    """The number of sites that is asked for, or the nearest one that was calculated."""
    wanted = request.GET.get("k", "")
    return one.stage(int(wanted[:4]) if wanted.isdecimal() else one.ranking.question.k)


def _named(every: list[Ranking], wanted: str) -> Ranking:
    for one in every:
        if one.id == wanted:
            return one
    raise Http404


def _nearest(every: list[Ranking], caller: Caller) -> Ranking | None:
    """The newest one of the reader's own municipality, of the region, or of anywhere."""
    for place in (*caller.municipalities, None):
        for one in every:
            if one.question.municipality == place:
                return one
    return every[0] if every else None
