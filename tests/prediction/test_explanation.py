"""A signal explained: the account adds up, and it is the very signal that maps are made from."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taskforce.prediction.budget import Use, radio_for, total
from taskforce.prediction.budget import given as budgeted
from taskforce.prediction.explanation import Asked, explained
from taskforce.prediction.hindrance import Hindrance, hindrance
from taskforce.prediction.levels import predict
from taskforce.prediction.p2108 import Surroundings
from taskforce.prediction.radio import Points, Radio, Transmitter
from taskforce.prediction.sight import InTheWay
from taskforce.prediction.terrain import Terrain, TerrainMode, flat
from taskforce.vocabulary.errors import Refused, WrongUse
from taskforce.vocabulary.signal import Service, Tier, tier_of
from tests.prediction.hills import MIDDLE_M, SOUTH_M, WEST_M, hills, mast

RADIO = Radio()
BARE, WOODED = hills(), hills(woods=True)
SURFACE = Terrain(TerrainMode.SURFACE, BARE.heights_m, west_m=WEST_M, south_m=SOUTH_M)
GROUNDS = (flat(), BARE, WOODED, SURFACE)
FOOT = (WEST_M + MIDDLE_M, SOUTH_M + MIDDLE_M)

away = st.floats(-10_000.0, 10_000.0)
grounds = st.sampled_from(GROUNDS)
heights = st.floats(8.0, 80.0)


def at(east_m: float, north_m: float = 0.0) -> tuple[float, float]:
    return FOOT[0] + east_m, FOOT[1] + north_m


@settings(max_examples=60, deadline=None)
@given(grounds, heights, away, away, st.sampled_from(Use), st.sampled_from((None, 900.0, 3500.0)))
def test_the_account_adds_up_to_the_signal(ground, height, east, north, use, mhz) -> None:
    budget = budgeted(place_percent=90.0, body_db=3.0, handset_dbi=-2.0)
    asked = Asked(use=use, frequency_mhz=mhz, budget=budget)

    found = explained(ground, mast(height), at(east, north), radio_for(budget), asked=asked)

    assert total(found.terms) == pytest.approx(found.signal_dbm, abs=0.01)
    assert found.margin_db == pytest.approx(found.signal_dbm + 100)
    assert found.tier is tier_of(found.margin_db)
    assert {one.use: one.signal_dbm for one in found.by_use}[use] == found.signal_dbm


@settings(max_examples=60, deadline=None)
@given(grounds, heights, away, away)
def test_the_signal_is_that_of_the_prediction(ground, height, east, north) -> None:
    place = at(east, north)
    points = Points(np.array([place[0]]), np.array([place[1]]))

    predicted = predict(ground, [mast(height)], points, RADIO, floor_dbm=-999.0).signal_dbm[0]
    found = explained(ground, mast(height), place, RADIO)

    assert [one.signal_dbm for one in found.by_band] == pytest.approx(predicted.tolist(), abs=1e-3)
    assert total(found.terms) == pytest.approx(float(predicted.max()), abs=1e-3)


def test_p2108_is_a_line_of_the_account_and_never_beside_woods() -> None:
    budget = budgeted(surroundings=Surroundings.TREES)
    asked, radio = Asked(budget=budget), radio_for(budget, frequencies_mhz=(800.0, 1800.0))

    found = explained(BARE, mast(), at(4000), radio, asked=asked)

    assert "surroundings" in {one.name for one in found.terms}
    assert total(found.terms) == pytest.approx(found.signal_dbm, abs=0.01)
    with pytest.raises(Refused, match="twice"):
        explained(WOODED, mast(), at(4000), radio, asked=asked)


def test_the_strongest_band_is_explained_unless_another_is_named() -> None:
    strongest = explained(BARE, mast(), at(5000), RADIO)

    assert strongest.signal_dbm == max(one.signal_dbm for one in strongest.by_band)
    asked = Asked(frequency_mhz=1800.0)
    assert explained(BARE, mast(), at(5000), RADIO, asked=asked).band.frequency_mhz == 1800.0
    with pytest.raises(WrongUse, match="450 MHz"):
        explained(BARE, mast(), at(5000), RADIO, asked=Asked(frequency_mhz=450.0))


def test_a_service_or_a_threshold_decides_what_is_enough() -> None:
    voice = explained(BARE, mast(), at(5000), RADIO, asked=Asked(service=Service.VOICE))
    strict = explained(BARE, mast(), at(5000), RADIO, asked=Asked(threshold_dbm=-20.0))

    assert voice.margin_db == pytest.approx(voice.signal_dbm + 110)
    assert strict.tier is Tier.UNLIKELY


def ridge(height_m: float = 60.0, cover_m: float = 0.0) -> Terrain:
    """Level ground at 10 m, and a ridge or a wood across it 3 km east of the mast."""
    ground, cover = np.full_like(BARE.heights_m, 10.0), np.zeros_like(BARE.heights_m)
    columns = int((MIDDLE_M + 3000) / 50)
    ground[:, columns - 1 : columns + 3] = height_m
    cover[:, columns - 1 : columns + 3] = cover_m
    mode = TerrainMode.GROUND_AND_CLUTTER if cover_m else TerrainMode.GROUND
    known = cover if cover_m else np.empty((0, 0), np.float32)
    return Terrain(mode, ground, known, WEST_M, SOUTH_M)


def test_a_hill_across_the_line_is_named_with_its_place_and_height() -> None:
    found = explained(ridge(), mast(), at(6000), RADIO).obstruction

    assert found is not None
    assert (found.what, found.blocks_sight) == (InTheWay.HILL, True)
    assert found.distance_m == pytest.approx(3000, abs=150)
    assert found.distance_m + found.to_place_m == pytest.approx(6000)
    # 60 m of hill and half a metre of curve, against a line from 40 m down to 11.5 m.
    assert found.above_sight_m == pytest.approx(60.5 - 25.75, abs=1)
    assert found.zone_share == 1.0


def test_of_two_hills_the_one_that_fills_most_is_told() -> None:
    ground = ridge(75.0)
    ground.heights_m[:, int((MIDDLE_M + 1500) / 50)] = 36.0

    found = explained(ground, mast(), at(6000), RADIO).obstruction

    assert found is not None
    assert found.distance_m == pytest.approx(3000, abs=150)


def test_a_wood_is_told_apart_from_the_hill_and_takes_its_own_part() -> None:
    wood = explained(ridge(10.0, 30.0), mast(), at(6000), RADIO)
    bare = explained(ridge(10.0), mast(), at(6000), RADIO)

    assert wood.obstruction is not None
    assert wood.obstruction.what is InTheWay.COVER
    lines = {one.name: one.value for one in wood.terms}
    assert lines["cover"] < -5
    assert lines["ground"] == {one.name: one.value for one in bare.terms}["ground"]


def test_on_a_flat_earth_only_its_curve_is_in_the_way() -> None:
    found = explained(flat(), mast(), at(15_000), RADIO)

    assert found.terrain is TerrainMode.NONE
    assert found.obstruction is not None
    assert found.obstruction.what is InTheWay.CURVE
    assert not found.knows_cover


def test_a_high_line_over_level_ground_is_free() -> None:
    radio = Radio(receiver_m=60.0)

    assert explained(ridge(10.0), mast(80.0), at(2000), radio).obstruction is None


@pytest.mark.parametrize(
    ("expected", "place", "sender"),
    [
        (Hindrance.NO_PLACE, (np.nan, np.nan), mast()),
        (Hindrance.MAST_UNPLACED, FOOT, Transmitter("m", np.nan, np.nan, 30.0)),
        (Hindrance.TOO_FAR, at(30_000), mast()),
        (Hindrance.PLACE_OFF_TERRAIN, at(12_000), mast()),
        (Hindrance.MAST_OFF_TERRAIN, at(9000), Transmitter("m", FOOT[0] + 11_000, FOOT[1], 30)),
        (None, at(9000), mast()),
    ],
)
def test_what_hinders_a_prediction_is_said(expected, place, sender) -> None:
    assert hindrance(BARE, sender, place, RADIO) is expected
    if expected:
        with pytest.raises(Refused, match=expected.label.en):
            explained(BARE, sender, place, RADIO)


def test_a_mast_in_the_sea_is_refused() -> None:
    sea = Terrain(TerrainMode.GROUND, np.zeros_like(BARE.heights_m), west_m=WEST_M, south_m=SOUTH_M)

    assert hindrance(sea, mast(), at(4000), RADIO) is Hindrance.MAST_IN_THE_SEA
