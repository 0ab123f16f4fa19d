"""On small questions the choice is as good as the best of all choices, and its proof holds."""

import pytest

from taskforce.siting.certificate import verify
from taskforce.siting.choice import choose
from tests.siting.brute_force import allowed, best_value, question


@pytest.mark.parametrize("hundred", range(5))
def test_a_choice_covers_as_much_as_the_best_of_all_choices(hundred):
    for seed in range(100 * hundred, 100 * hundred + 100):
        coverage, limits = question(seed)
        choice = choose(coverage, limits)

        assert choice.proven, seed
        assert choice.value == best_value(coverage, limits), seed
        assert allowed(limits, set(choice.chosen)), seed
        assert verify(coverage, limits, choice).complaints == (), seed


def test_the_questions_try_every_kind_of_limit():
    limits = [question(seed)[1] for seed in range(500)]

    assert sum(each.budget is not None and each.k is not None for each in limits) > 50
    assert sum(each.budget is not None and each.k is None for each in limits) > 50
    assert sum(bool(each.forced) for each in limits) > 50
    assert sum(bool(each.forbidden) for each in limits) > 50
    assert sum(bool(each.groups) for each in limits) > 50
