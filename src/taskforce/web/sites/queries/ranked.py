"""The rankings on the shelf, read once for each change, and the place of a site in the newest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from taskforce.report.ranking.keeping import kept
from taskforce.report.ranking.ranking import Ranking
from taskforce.snapshot.shelf import Shelf
from taskforce.web.sites.models import Site

Stamp = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Where a site stands: its place in the rollout, among how many, and in which ranking."""

    ranking: str
    rank: int
    among: int


def rankings() -> tuple[Ranking, ...]:
    """All rankings, the newest first; a new one is seen without a restart."""
    shelf: Path = settings.SHELF
    return _read(shelf, _stamp(shelf))


def ranked(site: Site) -> Ranked | None:
    """The site's place in its municipality's newest ranking, or in the region's; or None."""
    for place in (site.municipality.code, None):
        newest = next((one for one in rankings() if one.question.municipality == place), None)
        found = _place_in(newest, site.number) if newest else None
        if found is not None:
            return found
    return None


def _place_in(ranking: Ranking, number: str) -> Ranked | None:
    if not ranking.stages:
        return None
    chosen = ranking.stages[-1].chosen
    place = next((one.rank for one in chosen if one.id == number), None)
    return Ranked(ranking.id, place, len(chosen)) if place else None


@lru_cache(maxsize=4)
def _read(shelf: Path, _stamp: Stamp) -> tuple[Ranking, ...]:
    return kept(Shelf(shelf))


def _stamp(shelf: Path) -> Stamp:
    files = sorted(shelf.glob("rankings/[!.]*/ranking.json"))
    return tuple((file.parent.name, file.stat().st_mtime_ns) for file in files)
