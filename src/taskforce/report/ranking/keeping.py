"""Keeps rankings on the shelf, so that everyone sees the same one until a newer is made."""

from __future__ import annotations

import json
from pathlib import Path

from taskforce.report.codec import plain, revived
from taskforce.report.ranking.ranking import Ranking
from taskforce.snapshot.freeze import freezing, writing
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf

_FOLDER, _FILE = "rankings", "ranking.json"


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
    target = shelf.root / _FOLDER / ranking.id
    with writing(shelf.root), freezing(target) as folder:
        text = json.dumps(plain(ranking), ensure_ascii=False, separators=(",", ":"))
        (folder / _FILE).write_text(text + "\n", encoding="utf-8")
    return target


def kept(shelf: Shelf) -> tuple[Ranking, ...]:
    """All rankings on the shelf, the newest first."""
    files = (shelf.root / _FOLDER).glob(f"[!.]*/{_FILE}")
    return tuple(sorted((_read(file) for file in files), key=_age, reverse=True))


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


def _read(file: Path) -> Ranking:
    return revived(Ranking, json.loads(file.read_text(encoding="utf-8")))


def _age(ranking: Ranking) -> tuple[str, str]:
    return ranking.made_at.isoformat(), ranking.id
