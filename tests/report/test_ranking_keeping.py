"""Rankings are kept whole, found again, and the newest stands until there is a newer one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from taskforce.report.ranking.keeping import keep, kept, latest, opened
from taskforce.report.ranking.ranking import (
    Assumption,
    Chosen,
    Demand,
    Input,
    Question,
    Ranking,
    Stage,
)
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf


@pytest.fixture
def empty(tmp_path) -> Shelf:
    return Shelf(tmp_path)


FIRST = Ranking(
    id="20261126-a",
    made_at=datetime(2026, 11, 26, 12, tzinfo=UTC),
    software="0.4.0",
    demonstration=True,
    question=Question(k=1, forced=("P-1",)),
    demand=Demand(lacking=10, unknown=2, off_terrain=0, reachable=6),
    inputs=(Input("sites", "20261126-b", "2026-11-26", "Region Sjælland"),),
    terrain="none",
    spread_db=8.0,
    calibrated=False,
    assumptions=(Assumption("Antennens højde", "Height of the antenna", 30.0, "m"),),
    candidates=(),
    left_out=(),
    stages=(
        Stage(0, 0, 0, checked=True, chosen=()),
        Stage(1, 4, 5, True, (Chosen("P-1", 1, 4, 4, 4, 4, None, 4, 1.0, None),)),
    ),
)


def test_a_kept_ranking_is_read_back_the_same(empty):
    keep(empty, FIRST)
    assert kept(empty) == (FIRST,)
    assert opened(empty, FIRST.id) == FIRST


def test_the_newest_stands_for_its_municipality_only(empty):
    later = replace(FIRST, id="20261126-z", made_at=FIRST.made_at + timedelta(hours=1))
    local = replace(later, id="20261126-s", question=replace(FIRST.question, municipality="0340"))
    for each in (later, FIRST, local):
        keep(empty, each)
    assert latest(empty) == later
    assert latest(empty, "0340") == local
    assert latest(empty, "0360") is None


def test_an_unknown_ranking_is_told_with_its_remedy(empty):
    with pytest.raises(NotOnShelf, match="taskforce sites rank"):
        opened(empty, "20261126-a")


def test_a_stage_tells_how_much_better_a_choice_could_be():
    none, one = FIRST.stages
    assert (none.proven, none.gap) == (True, 0.0)
    assert (one.proven, one.gap) == (False, 0.2)
    assert FIRST.stage(7) is one
