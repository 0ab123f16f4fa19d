"""A ranking that is stopped half-way leaves the last one standing, and the next run goes on."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from taskforce.prediction.kept_levels import Keep, SiteLevels
from taskforce.prediction.radio import Transmitter
from taskforce.report.ranking.keeping import keep, kept, latest
from taskforce.report.ranking.ranking import Question, Ranking
from taskforce.report.ranking.reckoning import rank
from taskforce.snapshot.shelf import Shelf
from tests.ranking_shelf import ranking_shelf

K3 = Question(k=3)

# The process kills itself, as hard as the system can, at the call named on its command line.
VICTIM = """
import os, signal, sys
from pathlib import Path

import {module} as module
whole, left = {name}, int(sys.argv[2])

def die(*arguments, **options):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return whole(*arguments, **options)

{name} = die
from taskforce.prediction.kept_levels import Keep, SiteLevels
from taskforce.prediction.radio import Transmitter
from taskforce.report.ranking.keeping import keep
from taskforce.report.ranking.ranking import Question
from taskforce.report.ranking.reckoning import rank
from taskforce.snapshot.shelf import Shelf
shelf = Shelf(Path(sys.argv[1]))
keep(shelf, rank(shelf, Question(k=3)))
"""
MOMENTS = {
    "while predicting": ("taskforce.prediction.kept_levels", "module.Keep.put", 2, 2),
    "while choosing": ("taskforce.report.ranking.stages", "module.verify", 0, 3),
    "while keeping": ("taskforce.snapshot.freeze", "module._move_out_of_the_way", 0, 3),
}


class Stopped(Exception):
    """Somebody pressed Ctrl-C."""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return ranking_shelf(Shelf(tmp_path / "shelf"), tmp_path)


@pytest.fixture
def standing(shelf: Shelf) -> Ranking:
    """A ranking that was made before; what was predicted for it is no longer kept."""
    made = rank(shelf, Question(k=1))
    keep(shelf, made)
    shutil.rmtree(shelf.root / "derived" / "levels")
    return made


@pytest.fixture
def predicted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sites that were predicted and kept, as it happens."""
    whole, sites = Keep.put, []

    def put(keep: Keep, site: Transmitter, levels: SiteLevels) -> None:
        sites.append(site.id)
        whole(keep, site, levels)

    monkeypatch.setattr(Keep, "put", put)
    return sites


def levels(shelf: Shelf) -> list[Path]:
    """The file of each site whose prediction is kept."""
    return sorted((shelf.root / "derived" / "levels").iterdir())


def same(one: Ranking, other: Ranking) -> bool:
    return replace(one, id=other.id, made_at=other.made_at) == other


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_run_leaves_the_last_one_and_the_next_goes_on(
    shelf, standing, predicted, tmp_path, moment
):
    module, name, calls, known = MOMENTS[moment]
    script = VICTIM.format(module=module, name=name)
    done = subprocess.run(
        [sys.executable, "-c", script, str(shelf.root), str(calls)],
        check=False,
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert kept(shelf) == (standing,)
    assert len(levels(shelf)) == known

    predicted.clear()
    again = rank(shelf, K3)
    assert len(predicted) == 3 - known
    keep(shelf, again)
    assert latest(shelf) == again
    assert len(kept(shelf)) == 2
    assert not list(shelf.root.rglob(".incoming-*"))
    assert same(again, rank(ranking_shelf(Shelf(tmp_path / "fresh"), tmp_path), K3))


def test_a_run_that_is_interrupted_keeps_what_it_predicted_and_nothing_else(
    shelf, standing, predicted
):
    def stop(doing: str) -> None:
        if doing == "Choosing":
            raise Stopped

    with pytest.raises(Stopped):
        rank(shelf, K3, tell=stop)
    assert kept(shelf) == (standing,)
    assert len(levels(shelf)) == 3
    predicted.clear()
    rank(shelf, K3)
    assert predicted == []


def test_a_file_that_is_not_whole_is_predicted_anew(shelf):
    whole = rank(shelf, K3)
    for file in levels(shelf):
        file.write_bytes(file.read_bytes()[:-5])
    assert same(rank(shelf, K3), whole)
