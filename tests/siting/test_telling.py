"""What is told of a choice: order, reasons, other choices, the curve, and other signals."""

from __future__ import annotations

import pytest

from taskforce.siting.alternatives import alternatives
from taskforce.siting.certificate import verify
from taskforce.siting.choice import choose
from taskforce.siting.curve import curve
from taskforce.siting.explanation import ChosenSite, OtherSite, explain
from taskforce.siting.limits import Limits, closer_than
from taskforce.siting.robustness import robustness
from taskforce.siting.rollout import Step, rollout
from taskforce.siting.sets import coverage_of_sets
from taskforce.vocabulary.errors import WrongUse
from tests.siting.brute_force import best_value, question
from tests.siting.overlapping import overlapping

#           site 0 covers 6 homes, site 1 covers 5, site 2 covers 4, site 3 covers 1
HOMES = coverage_of_sets([[0, 1], [1, 2], [2, 3], [4], [0]], [4, 2, 3, 1, 1])


def test_the_rollout_takes_at_each_step_what_newly_covers_most():
    assert rollout(HOMES, [3, 2, 0]) == (Step(0, 6, 6), Step(2, 4, 10), Step(3, 1, 11))


def test_each_chosen_site_says_what_it_brings_and_what_is_lost_without_it():
    told = explain(HOMES, Limits(k=2), [0, 2])

    assert told.chosen == (
        ChosenSite(site=0, rank=1, alone=6, newly_covered=6, only_here=6, instead=4, loss=2),
        ChosenSite(site=2, rank=2, alone=4, newly_covered=4, only_here=4, instead=1, loss=1),
    )


def test_each_other_site_says_what_it_would_add():
    told = explain(HOMES, Limits(k=2), [0, 2])

    assert told.others == (OtherSite(3, 1, 1), OtherSite(1, 5, 0), OtherSite(4, 4, 0))


def test_where_no_site_may_stand_in_the_loss_is_what_only_the_site_covers():
    told = explain(HOMES, Limits(k=2, forbidden=(1, 3, 4)), [0, 2])

    assert [(site.instead, site.loss) for site in told.chosen] == [(None, 6), (None, 4)]


def test_no_exchange_for_a_proven_choice_covers_more():
    sets, limits = overlapping(), Limits(k=6, groups=((2, 3, 4),))
    choice = choose(sets, limits)

    assert choice.proven
    assert all(site.loss >= 0 for site in explain(sets, limits, choice.chosen).chosen)


def test_alternatives_are_other_choices_nearly_as_good_and_the_best_of_them():
    sets, limits = overlapping(), Limits(k=6)
    choice = choose(sets, limits)

    others = alternatives(sets, limits, choice, within=0.02)

    assert len(others) == 3
    assert len({frozenset(each.chosen) for each in (choice, *others)}) == 4
    values = [each.value for each in (choice, *others)]
    assert values == sorted(values, reverse=True)
    assert values[-1] >= 0.98 * values[0]
    again = Limits(k=6, not_again=(choice.chosen,))
    assert verify(sets, again, others[0]).holds


def test_the_first_alternative_is_the_best_choice_but_one():
    for seed in range(40):
        sets, limits = question(seed, most_sites=8)
        choice = choose(sets, limits)
        if set(choice.chosen) <= set(limits.forced):
            continue
        others = alternatives(sets, limits, choice, within=1.0, most=1)
        again = Limits(
            limits.k,
            limits.budget,
            limits.costs,
            limits.forced,
            limits.forbidden,
            limits.groups,
            (choice.chosen,),
        )
        assert [each.value for each in others] == [best_value(sets, again)], seed


def test_forced_sites_alone_have_no_alternative():
    limits = Limits(k=2, forced=(0, 2))

    assert alternatives(HOMES, limits, choose(HOMES, limits)) == ()


def test_the_curve_tells_the_best_for_every_number_of_sites():
    sets, limits = overlapping(), Limits(forbidden=(7,), k=2)

    points = curve(sets, limits, 5)

    assert [point.k for point in points] == [0, 1, 2, 3, 4, 5]
    assert [point.value for point in points] == [
        choose(sets, Limits(k=k, forbidden=(7,))).value for k in range(6)
    ]
    assert all(point.proven for point in points)


def test_a_curve_without_time_never_falls_and_says_that_it_is_not_proven():
    points = curve(overlapping(), Limits(), 6, time_limit_s=0.0)

    assert [point.value for point in points] == sorted(point.value for point in points)
    assert [point.bound for point in points] == sorted(point.bound for point in points)
    assert not points[-1].proven


def test_the_curve_begins_with_the_forced_sites():
    assert [point.k for point in curve(HOMES, Limits(forced=(0, 3)), 3)] == [2, 3]
    with pytest.raises(WrongUse, match="only 1 may be chosen"):
        curve(HOMES, Limits(forced=(0, 3)), 1)


def test_a_site_is_robust_when_every_scenario_chooses_it():
    weaker = coverage_of_sets([[0, 1], [1], [2, 3], [4], [0]], [4, 2, 3, 1, 1])
    other = coverage_of_sets([[0, 1], [1], [3], [4], [2]], [4, 2, 3, 1, 1])

    found = robustness([weaker, HOMES, other, HOMES], Limits(k=2))

    assert found.kept == (1.0, 0.0, 0.75, 0.0, 0.25)
    assert found.always == (0,)
    assert [choice.value for choice in found.choices] == [10, 10, 9, 10]


def test_scenarios_of_different_sites_are_refused():
    with pytest.raises(WrongUse, match="same sites"):
        robustness([HOMES, overlapping()], Limits(k=2))
    with pytest.raises(WrongUse, match="same sites"):
        robustness([], Limits(k=2))


def test_sites_that_stand_too_near_are_not_chosen_together():
    near = closer_than([0, 300, 5_000], [0, 400, 0], 501.0)
    sets = coverage_of_sets([[0], [1], [2]], [5, 4, 1])

    assert near == ((0, 1),)
    assert choose(sets, Limits(k=2, groups=near)).chosen == (0, 2)
