"""Keeps rankings on the shelf, so that everyone sees the same one until a newer is made."""

from __future__ import annotations

from pathlib import Path

from taskforce.report.drawer import Drawer
from taskforce.report.ranking.ranking import Ranking
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf

_RANKINGS = Drawer("rankings", "ranking.json", Ranking)


def keep(shelf: Shelf, ranking: Ranking) -> Path:
    """Put a ranking on the shelf, whole or not at all.

    Parameters
    ----------
    shelf
        Where it shall lie.
    ranking
        Finished; one that was stopped half-way never gets here, and the last one stands.

    Returns
    -------
    Path
        The folder of the ranking.

    Raises
    ------
    Refused
        Another run is writing to the shelf.
    """
    return _RANKINGS.put(shelf, ranking)


def kept(shelf: Shelf) -> tuple[Ranking, ...]:
    """All rankings on the shelf, the newest first."""
    return _RANKINGS.all(shelf)


def latest(shelf: Shelf, municipality: str | None = None) -> Ranking | None:
    """The newest ranking of a municipality, or of the whole region; None where there is none."""
    asked = (each for each in kept(shelf) if each.question.municipality == municipality)
    return next(asked, None)


def opened(shelf: Shelf, ranking: str) -> Ranking:
    """Find a ranking by its id.

    Raises
    ------
    NotOnShelf
        There is none with this id.
    """
    for each in kept(shelf):
        if each.id == ranking:
            return each
    raise NotOnShelf(
        f'There is no ranking "{ranking}" on the shelf.',
        remedy="Make one first: taskforce sites rank",
    )
