"""Cuts hold everywhere, are tight where they are made, and whole shares are followed to the end."""

from __future__ import annotations

import numpy as np
import pytest

from taskforce.siting.benders import Search
from taskforce.siting.clock import Clock
from taskforce.siting.cuts import GROUPS, in_groups, separated
from taskforce.siting.limits import Limits, rows_of
from taskforce.siting.sets import merged
from tests.siting.overlapping import overlapping


@pytest.fixture
def grouped():
    return in_groups(merged(overlapping()).coverage)


def test_groups_part_the_demand_points(grouped):
    assert 1 < grouped.groups <= GROUPS
    assert set(grouped.group.tolist()) == set(range(grouped.groups))


def test_a_cut_is_tight_at_whole_shares_and_at_parts(grouped):
    chance = np.random.default_rng(1)
    for shares in (chance.random(40), (chance.random(40) < 0.2).astype(float)):
        cuts = separated(grouped, shares)
        np.testing.assert_allclose(cuts.constant + cuts.slope @ shares, cuts.reached)


def test_a_cut_holds_for_every_choice(grouped):
    chance = np.random.default_rng(2)
    cuts = separated(grouped, chance.random(40) * 0.3)
    for _ in range(200):
        choice = chance.random(40) < chance.random()
        covered = grouped.coverage.value(np.flatnonzero(choice).tolist())
        assert (cuts.constant + cuts.slope @ choice).sum() >= covered


def test_whole_shares_are_not_left_before_the_programme_says_what_they_cover(grouped, monkeypatch):
    monkeypatch.setattr(Search, "_stalls", lambda *_: True)
    chance, whole = np.random.default_rng(4), 0
    for _ in range(30):
        away = tuple(chance.choice(40, 30, replace=False).tolist())
        rows = rows_of(Limits(k=4, forbidden=away), 40)
        search = Search(grouped, rows, (), clock=Clock(60.0), threads=1)
        search._plant()
        monkeypatch.setattr(search, "_try", lambda _: None)

        last = search._settled(rows.state)

        assert last is not None
        taken = np.flatnonzero(last.shares > 0.5)
        if set(np.rint(last.shares * 1e6).tolist()) <= {0.0, 1e6}:
            whole += 1
            assert last.bound == pytest.approx(grouped.coverage.value(taken.tolist()))
    assert whole > 0


def test_a_stalling_round_does_not_end_cutting_at_whole_shares(grouped, monkeypatch):
    monkeypatch.setattr(Search, "_stalls", lambda *_: True)
    search = Search(grouped, rows_of(Limits(k=6), 40), (), clock=Clock(60.0), threads=1)

    search.run()

    assert search.bound == search.value


def test_the_most_fractional_free_site_is_decided_first(grouped):
    rows = rows_of(Limits(k=6), 40)
    search = Search(grouped, rows, (), clock=Clock(60.0), threads=1)
    search._plant()
    here = search._open[0][2]
    shares = np.zeros(40)
    shares[[3, 5, 8]] = 0.9, 0.45, 0.5
    state = rows.state.copy()
    state[8] = 1

    children = list(search._split(here, state, 0, shares))

    assert search.tree.branch[here.node] == 5
    assert sorted(int(child.state[5]) for child in children) == [0, 1]
