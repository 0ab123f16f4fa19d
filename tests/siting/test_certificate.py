"""Whoever tampers with a choice is found out, without asking the solver."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from taskforce.siting.certificate import verify
from taskforce.siting.choice import choose
from taskforce.siting.limits import Limits
from taskforce.siting.prices import Prices
from taskforce.siting.sets import coverage_of_sets
from tests.siting.overlapping import overlapping


@pytest.fixture(scope="module")
def asked():
    sets, limits = overlapping(), Limits(k=6, forbidden=(1,), groups=((2, 3, 4),))
    return sets, limits, choose(sets, limits)


def test_an_honest_choice_holds(asked):
    verdict = verify(*asked)

    assert verdict.holds
    assert verdict.value == verdict.bound == asked[2].value
    assert asked[2].nodes > 1


def test_a_choice_stopped_half_way_has_a_bound_that_holds(asked):
    sets, limits, best = asked
    early = choose(sets, limits, time_limit_s=0.0)

    assert not early.proven
    assert early.gap > 0
    assert early.bound >= best.value >= early.value
    assert verify(sets, limits, early).holds


@pytest.mark.parametrize("more", [-1, 1])
def test_a_wrong_value_is_noticed(asked, more):
    sets, limits, choice = asked

    assert not verify(sets, limits, replace(choice, value=choice.value + more)).holds


def test_a_bound_that_is_too_low_is_noticed(asked):
    sets, limits, choice = asked
    early = choose(sets, limits, time_limit_s=0.0)

    assert not verify(sets, limits, replace(choice, bound=choice.bound - 1)).holds
    assert not verify(sets, limits, replace(early, bound=early.bound - 1)).holds


def test_a_worse_choice_with_the_proof_of_the_best_is_noticed(asked):
    sets, limits, choice = asked
    others = [site for site in range(sets.sites) if site not in choice.chosen and site > 4]
    worse = (*choice.chosen[:-1], others[0])
    told = replace(choice, chosen=worse, value=sets.value(worse), bound=sets.value(worse))

    assert told.proven
    assert not verify(sets, limits, told).holds


def test_a_broken_limit_is_noticed(asked):
    sets, limits, choice = asked

    for other in (
        replace(limits, k=5),
        replace(limits, forbidden=(choice.chosen[0],)),
        replace(limits, forced=tuple({0, 5, 6} - set(choice.chosen))),
        replace(limits, groups=(choice.chosen[:2],)),
        replace(limits, budget=5, costs=(1,) * sets.sites),
        replace(limits, not_again=(choice.chosen,)),
    ):
        assert not verify(sets, other, choice).holds


def test_a_changed_cut_no_longer_carries_the_bound(asked):
    sets, limits, choice = asked
    through = np.zeros_like(choice.proof.through)
    tampered = replace(choice, proof=replace(choice.proof, through=through))

    verdict = verify(sets, limits, tampered)
    assert verdict.bound > choice.bound
    assert not verdict.holds


def test_prices_that_leave_a_group_out_are_noticed(asked):
    sets, limits, choice = asked
    prices = tuple(Prices(each.cuts[1:], each.rows) for each in choice.proof.prices)

    assert not verify(
        sets, limits, replace(choice, proof=replace(choice.proof, prices=prices))
    ).holds


def test_a_negative_price_is_noticed(asked):
    sets, limits, choice = asked
    prices = tuple(
        Prices(each.cuts, tuple(-1 - price for price in each.rows)) for each in choice.proof.prices
    )

    assert not verify(
        sets, limits, replace(choice, proof=replace(choice.proof, prices=prices))
    ).holds


def test_a_branch_that_is_cut_off_is_noticed(asked):
    sets, limits, choice = asked
    proof = choice.proof
    stump = replace(proof, branch=(-1, *proof.branch[1:]))
    circle = replace(proof, ruled_out=(0, *proof.ruled_out[1:]))

    assert not verify(sets, limits, replace(choice, proof=stump)).holds
    assert not verify(sets, limits, replace(choice, proof=circle)).holds


def test_demand_points_that_the_proof_leaves_out_are_noticed(asked):
    sets, limits, choice = asked
    label = choice.proof.label.copy()
    label[int(sets.points[0])] = -1
    told = replace(choice, proof=replace(choice.proof, label=label))

    assert not verify(sets, limits, told).holds


def test_the_proof_of_another_question_is_noticed(asked):
    _, limits, choice = asked

    assert not verify(coverage_of_sets([[0], [1]] * 20, [9, 9]), limits, choice).holds
