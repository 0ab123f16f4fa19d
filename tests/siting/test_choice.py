"""A choice keeps what it promises, whatever the order of sites and points, and at the edges."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taskforce.siting.choice import choose
from taskforce.siting.limits import Limits
from taskforce.siting.sets import Coverage, coverage, coverage_of_sets, merged
from taskforce.vocabulary.errors import WrongUse
from tests.house.source_files import ROOT
from tests.siting.brute_force import question

in_any_time = settings(deadline=None, max_examples=60)
seeds = st.integers(1_000, 1_000_000)


@in_any_time
@given(seed=seeds)
def test_one_site_more_never_covers_less(seed):
    sets, _ = question(seed)
    values = [choose(sets, Limits(k=k)).value for k in range(sets.sites + 1)]

    assert values == sorted(values)


@in_any_time
@given(seed=seeds)
def test_the_bound_is_never_below_the_value_and_one_home_off_is_no_proof(seed):
    choice = choose(*question(seed), time_limit_s=0.0)

    assert choice.bound >= choice.value
    assert choice.proven == (choice.bound == choice.value)
    assert choice.gap == (choice.bound - choice.value) / max(choice.bound, 1)


@in_any_time
@given(seed=seeds)
def test_the_order_of_sites_and_points_does_not_matter(seed):
    sets, limits = question(seed)
    chance = np.random.default_rng(seed)
    new_site, new_point = chance.permutation(sets.sites), chance.permutation(sets.demand)
    turned: list[list[int]] = [[] for _ in range(sets.sites)]
    for site in range(sets.sites):
        turned[new_site[site]] = new_point[sets.of(site)].tolist()
    weights = np.zeros(sets.demand, int)
    weights[new_point] = sets.weights
    costs = dict(zip(new_site.tolist(), limits.costs, strict=False))
    moved = Limits(
        k=limits.k,
        budget=limits.budget,
        costs=tuple(costs[site] for site in range(len(costs))),
        forced=tuple(new_site[list(limits.forced)].tolist()),
        forbidden=tuple(new_site[list(limits.forbidden)].tolist()),
        groups=tuple(tuple(new_site[list(group)].tolist()) for group in limits.groups),
    )

    assert choose(coverage_of_sets(turned, weights), moved).value == choose(sets, limits).value


@in_any_time
@given(seed=seeds)
def test_merging_changes_no_value(seed):
    sets, limits = question(seed)
    small = merged(sets).coverage
    chance = np.random.default_rng(seed)
    some = np.flatnonzero(chance.random(sets.sites) < 0.5).tolist()

    assert small.value(some) == sets.value(some)
    assert choose(small, limits).value == choose(sets, limits).value
    assert len({_sites_of(small, point) for point in range(small.demand)}) == small.demand


def _sites_of(sets: Coverage, point: int) -> tuple[int, ...]:
    return tuple(site for site in range(sets.sites) if point in sets.of(site))


def test_the_same_question_has_the_same_answer():
    sets, limits = question(77)
    once, again = choose(sets, limits), choose(sets, limits)

    assert replace(once, seconds=0.0) == replace(again, seconds=0.0)


def test_a_choice_prints_nothing():
    script = (
        "from tests.siting.overlapping import overlapping;"
        "from taskforce.siting.choice import choose; from taskforce.siting.limits import Limits;"
        "choose(overlapping(), Limits(k=6))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == done.stderr == ""


def test_the_chosen_sites_stand_in_the_order_in_which_they_help_most():
    sets = coverage_of_sets([[0], [1, 2, 3], [4, 5]], [1] * 6)

    assert choose(sets, Limits(k=3)).chosen == (1, 2, 0)


@pytest.mark.parametrize(
    ("sets", "weights", "value"),
    [
        ([], [], 0),
        ([], [3, 4], 0),
        ([[], []], [5], 0),
        ([[0], [0, 1]], [0, 0], 0),
        ([[0], [1], []], [2, 3], 5),
    ],
)
def test_there_may_be_nothing_to_choose_and_nothing_to_cover(sets, weights, value):
    choice = choose(coverage_of_sets(sets, weights), Limits(k=5))

    assert (choice.value, choice.bound, choice.proven, choice.gap) == (value, value, True, 0.0)


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (Limits(), "no limit"),
        (Limits(k=-1), "0 or more"),
        (Limits(k=1, forced=(0,), forbidden=(0,)), "both forced and forbidden"),
        (Limits(k=1, forced=(0, 1)), "only 1 may be chosen"),
        (Limits(budget=5, costs=(3, 3), forced=(0, 1)), "cost 6, more than the budget of 5"),
        (Limits(budget=5, costs=(3,)), "1 costs for 2 sites"),
        (Limits(budget=5, costs=(3, -1)), "negative"),
        (Limits(k=2, forced=(0, 1), groups=((0, 1),)), "may not be chosen together"),
        (Limits(k=1, forbidden=(2,)), "no site number 2"),
    ],
)
def test_limits_that_contradict_each_other_are_refused_with_a_remedy(limits, says):
    with pytest.raises(WrongUse, match=says):
        choose(coverage_of_sets([[0], [1]], [1, 1]), limits)


@pytest.mark.parametrize(
    ("starts", "points", "weights"),
    [
        ([0, 1], [3], [1]),
        ([0, 1], [0], [-1]),
        ([0, 1], [0], [0.5]),
        ([0, 1], [0], [2**33]),
        ([0, 2], [0], [1]),
        ([0, 1], [-1], [1]),
    ],
)
def test_sets_and_weights_that_make_no_sense_are_refused(starts, points, weights):
    with pytest.raises(WrongUse):
        coverage(starts, points, weights)
