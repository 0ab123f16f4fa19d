"""A ranking in the words of a page: what was asked, the best choice of each size, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

from taskforce.prediction.terrain import TerrainMode
from taskforce.report.ranking.ranking import Chosen, Question, Ranking, Stage
from taskforce.vocabulary.text import Text
from taskforce.web.frame.templatetags.numbers import percent
from taskforce.web.people.caller import Caller
from taskforce.web.rankings.models import Need
from taskforce.web.rankings.queries.naming import Naming, Place, municipalities

# A choice is made anew at so many levels of the signal: weaker, as calculated, and stronger.
LEVELS = 3


@dataclass(frozen=True, slots=True)
class ToldSite:
    """One chosen site and why it is there; `levels` is None where that was not asked."""

    place: Place
    why: Chosen
    instead: Place | None
    levels: int | None


@dataclass(frozen=True, slots=True)
class ToldStage:
    """The best choice of at most `k` sites."""

    stage: Stage
    sites: tuple[ToldSite, ...]
    share: float | None
    proof: str

    @property
    def k(self) -> int:
        return self.stage.k

    @property
    def is_sure(self) -> bool:
        return self.stage.proven and self.stage.checked

    @property
    def tells_levels(self) -> bool:
        return any(one.levels is not None for one in self.sites)

    @property
    def tells_roads(self) -> bool:
        return any(one.why.road_km is not None for one in self.sites)


@dataclass(frozen=True, slots=True)
class ToldLeftOut:
    """A site that was not reckoned with, and why."""

    place: Place
    reason: Text


@dataclass(frozen=True, slots=True)
class ToldRanking:
    """A ranking as one reader may see it."""

    ranking: Ranking
    area: str
    need: str | Promise
    terrain: Text
    stages: tuple[ToldStage, ...]
    left_out: tuple[ToldLeftOut, ...]
    forced: tuple[Place, ...]
    forbidden: tuple[Place, ...]

    def stage(self, k: int) -> ToldStage:
        """The stage of `k` sites, or the nearest one."""
        return min(self.stages, key=lambda one: (abs(one.k - k), one.k))


def told(caller: Caller, ranking: Ranking) -> ToldRanking:
    """The ranking for one reader; of a site they may not see, only its municipality is told."""
    naming = Naming(caller, ranking)
    return ToldRanking(
        ranking,
        area=area_of(ranking.question),
        need=need_in_words(ranking.question),
        terrain=terrain_in_words(ranking.terrain),
        stages=tuple(_stage(one, ranking, naming) for one in _shown(ranking)),
        left_out=tuple(
            ToldLeftOut(naming.place(one.id, one.name), Text(one.danish, one.english))
            for one in ranking.left_out
        ),
        forced=tuple(naming.place(one) for one in ranking.question.forced),
        forbidden=tuple(naming.place(one) for one in ranking.question.forbidden),
    )


def area_of(question: Question) -> str:
    """Where the sites of a ranking lie."""
    if question.municipality is None:
        return gettext("The whole region")
    return municipalities().get(question.municipality, question.municipality)


def need_in_words(question: Question) -> str | Promise:
    """What counts as lacking coverage."""
    known = question.need in Need.values
    return Need(question.need).label if known else question.need


def terrain_in_words(mode: str) -> Text:
    """What the calculation knew of the ground."""
    try:
        return TerrainMode(mode).label
    except ValueError:
        return Text(mode, mode)


def proof_of(stage: Stage) -> str:
    """How good the choice is, and whether that has been verified."""
    if not stage.checked:
        return gettext("Not verified")
    if stage.proven:
        return gettext("Proven to be the best possible")
    # Rounded up: it shall never look closer than it is.
    told = {"gap": percent(ceil(1000 * stage.gap) / 1000)}
    return gettext("At most %(gap)s from the best possible") % told


def in_language(text: Text) -> str:
    """A text in the language of the page."""
    return text.in_language(get_language() or "da")


def _shown(ranking: Ranking) -> Iterator[Stage]:
    """A choice of no site says nothing, unless it is the only one."""
    some = [one for one in ranking.stages if one.k > 0]
    yield from some or ranking.stages


def _stage(stage: Stage, ranking: Ranking, naming: Naming) -> ToldStage:
    lacking = ranking.demand.lacking
    return ToldStage(
        stage,
        tuple(_site(one, naming) for one in stage.chosen),
        share=stage.value / lacking if lacking else None,
        proof=proof_of(stage),
    )


def _site(one: Chosen, naming: Naming) -> ToldSite:
    levels = None if one.kept_share is None else round(one.kept_share * LEVELS)
    instead = naming.place(one.instead) if one.instead else None
    return ToldSite(naming.place(one.id), one, instead, levels)
