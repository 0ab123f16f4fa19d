"""The signal's account: its figures, its lines, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from taskforce.prediction.budget import (
    Budget,
    Use,
    given,
    is_indicative,
    place_margin_db,
    radio_for,
    refuse_double_clutter,
    total,
)
from taskforce.prediction.budget_terms import all_terms, path_term
from taskforce.prediction.p2108 import Surroundings
from taskforce.prediction.radio import USUAL_EIRP_DBM_PER_RE, Band
from taskforce.prediction.terrain import Terrain, TerrainMode, flat
from taskforce.vocabulary.errors import Refused, WrongUse
from taskforce.vocabulary.text import Text

PATH = Text("Vejen", "The path")


def lines(budget: Budget, band: Band, loss_db: float, use: Use = Use.OUTDOOR):
    return all_terms(budget, band, (path_term("path", PATH, loss_db),), receiver_m=1.5, use=use)


def test_ten_megahertz_of_lte_sends_32_dbm_on_each_subcarrier() -> None:
    assert Budget().eirp_dbm_per_re == pytest.approx(USUAL_EIRP_DBM_PER_RE, abs=0.05)


def test_the_voice_threshold_allows_142_db_of_loss() -> None:
    assert total(lines(Budget(), Band(800), 142.2)) == pytest.approx(-110, abs=0.05)


def test_every_band_and_candidate_sends_alike() -> None:
    assert len(set(radio_for(Budget()).eirp_dbm_per_re)) == 1


@drawn(
    st.floats(30, 50),
    st.integers(6, 273),
    st.floats(60, 250),
    st.sampled_from([Use.OUTDOOR, Use.IN_CAR]),
)
def test_the_lines_add_up_to_what_is_sent_less_what_is_lost(power, blocks, loss, use) -> None:
    budget = given(power_dbm=power, resource_blocks=blocks)
    band = Band(800, budget.eirp_dbm_per_re)

    car = budget.in_car_db if use is Use.IN_CAR else 0
    assert total(lines(budget, band, loss, use)) == pytest.approx(
        band.eirp_dbm_per_re - loss - car, abs=1e-9
    )


def test_the_lines_add_up_where_a_band_sends_with_its_rounded_strength() -> None:
    assert total(lines(Budget(), Band(800, 32.2), 100)) == pytest.approx(-67.8, abs=1e-9)


def test_a_band_with_a_strength_of_its_own_is_told_in_one_line() -> None:
    first, *_ = lines(Budget(), Band(800, 20.0), 100)

    assert (first.name, first.value, first.assumed) == ("eirp_dbm_per_re", 20.0, False)


def test_what_was_given_is_told_apart_from_what_is_assumed() -> None:
    budget = given(power_dbm=43.0)
    assumed = {
        line.name: line.assumed for line in lines(budget, Band(800, budget.eirp_dbm_per_re), 100)
    }

    assert assumed["power_dbm"] is False
    assert assumed["antenna_dbi"] is True
    assert assumed["path"] is False


def test_an_efficient_house_takes_more_than_a_traditional_one() -> None:
    signals = [total(lines(Budget(), Band(800), 100, use)) for use in Use]

    outdoors, car, traditional, efficient = signals
    assert outdoors > car > efficient
    assert outdoors > traditional > efficient + 10


def test_ninety_five_per_cent_of_places_cost_1_645_deviations() -> None:
    # P.1812 section 4.8 at 800 MHz and 100 m: (0.52 + 0.024 × 0.8) × 100^0.28.
    spread = (0.52 + 0.0192) * 100**0.28

    assert place_margin_db(given(place_percent=95.0), 0.8) == pytest.approx(
        1.645 * spread, abs=0.005
    )
    assert place_margin_db(Budget(), 0.8) == 0


def test_the_share_of_places_is_told_on_its_line() -> None:
    told = [line.label.da for line in lines(given(place_percent=95.0), Band(800), 100)]

    assert any("95 %" in label for label in told)


def test_trees_are_never_taken_off_twice() -> None:
    grid = np.zeros((2, 2), np.float32)
    budget = given(surroundings=Surroundings.TREES)

    for mode in (TerrainMode.GROUND_AND_CLUTTER, TerrainMode.SURFACE):
        with pytest.raises(Refused, match="twice"):
            refuse_double_clutter(budget, Terrain(mode, grid, grid))
    refuse_double_clutter(budget, Terrain(TerrainMode.GROUND, grid))
    refuse_double_clutter(budget, flat())


def test_with_surroundings_the_path_ends_at_their_height() -> None:
    assert radio_for(given(surroundings=Surroundings.TREES)).receiver_m == 15
    assert radio_for(Budget()).receiver_m == 1.5


def test_a_band_that_is_sent_in_beams_only_hints() -> None:
    assert [mhz for mhz in (700, 2100, 3500) if is_indicative(Band(mhz))] == [3500]


@pytest.mark.parametrize(
    "figures",
    [{"place_percent": 100.0}, {"entry_percent": 0.0}, {"resource_blocks": 0}, {"in_car_db": -1.0}],
)
def test_figures_that_cannot_be_are_refused(figures) -> None:
    with pytest.raises(WrongUse):
        given(**figures)
