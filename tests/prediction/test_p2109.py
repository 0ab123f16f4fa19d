"""P.2109 comes to the losses of the reference."""

from __future__ import annotations

import pytest

from taskforce.prediction.p2109 import Building, entry_loss
from taskforce.prediction.validation import check_p2109
from taskforce.vocabulary.errors import Refused
from tests.official import real_file


def test_every_reference_row_gives_its_loss():
    (agreement,) = check_p2109(real_file("p2109-validation"))
    assert agreement.cases == 1875
    assert agreement.worst_db < 1e-6


def test_median_losses_are_those_of_the_two_kinds_of_houses():
    assert entry_loss(4.24, Building.TRADITIONAL) == pytest.approx(16.0, abs=0.05)
    assert entry_loss(4.24, Building.EFFICIENT) == pytest.approx(31.2, abs=0.05)


def test_a_steep_path_and_a_surer_answer_cost_more():
    level = entry_loss(0.8, Building.TRADITIONAL)
    assert entry_loss(0.8, Building.TRADITIONAL, 50.0, 45.0) > level + 5.0
    assert entry_loss(0.8, Building.TRADITIONAL, 90.0) > level + 5.0
    assert entry_loss(0.8, Building.TRADITIONAL, 50.0, -45.0) == entry_loss(
        0.8, Building.TRADITIONAL, 50.0, 45.0
    )


@pytest.mark.parametrize(
    "wrong", [(0.05, 50.0, 0.0), (0.8, 0.0, 0.0), (0.8, 100.0, 0.0), (0.8, 50.0, 91.0)]
)
def test_what_the_recommendation_does_not_hold_for_is_refused(wrong):
    ghz, percent, elevation = wrong
    with pytest.raises(Refused):
        entry_loss(ghz, Building.EFFICIENT, percent, elevation)
