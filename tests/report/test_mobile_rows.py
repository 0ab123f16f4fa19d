"""The parts make the whole, whatever is known of whom; a tier is the tier of the house."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from taskforce.prediction.radio import Points
from taskforce.report.mobile.evidence import Evidence, Prediction, tiers
from taskforce.report.mobile.homes import Homes
from taskforce.report.mobile.networks import MeasuredHex
from taskforce.report.mobile.overview import Reported
from taskforce.report.mobile.pieces import pieces_of
from taskforce.report.mobile.rows import area_rows, cell_rows, region_row
from taskforce.report.mobile.verdicts import NO, NOTHING, YES
from taskforce.vocabulary.signal import Service, Tier, tier_of

CODES, CELLS = ("0330", "0340", "0360"), ("", "a", "b", "c", "d")
VERDICTS = st.sampled_from((YES, NOTHING, NO))
_TIERS = {Tier.LIKELY: YES, Tier.UNCERTAIN: NOTHING, Tier.UNLIKELY: NO}


@st.composite
def evidence(draw) -> Evidence:
    """Any addresses, any measurements, any prediction; each truth may be missing."""
    homes = draw(
        st.lists(
            st.tuples(
                st.sampled_from(CODES), st.sampled_from(CELLS), *[VERDICTS] * 2, st.booleans()
            ),
            min_size=1,
            max_size=40,
        )
    )
    codes, cells, reported, tier, held = zip(*homes, strict=True)
    count = len(homes)
    medians = st.one_of(st.none(), st.floats(-120, -60))
    measured = draw(st.dictionaries(st.sampled_from(CELLS[1:]), medians))
    hexes = {cell: MeasuredHex(12, level, None, None) for cell, level in measured.items()}
    has = draw(st.tuples(*[st.booleans()] * 3))
    flags = np.array(held)
    return Evidence(
        service=draw(st.sampled_from(Service)),
        threshold_dbm=-100.0,
        homes=Homes(
            codes,
            cells,
            Points(np.zeros(count), np.zeros(count)),
            np.array(reported, np.int8) if has[0] else None,
        ),
        hexes=hexes if has[1] else None,
        prediction=Prediction(np.where(flags, tier, NOTHING).astype(np.int8), flags)
        if has[2]
        else None,
        absent=(),
    )


@given(evidence(), st.dictionaries(st.sampled_from(("c", "d", "e")), st.sampled_from(CODES)))
def test_municipalities_and_cells_both_add_up_to_the_region(known, lone):
    pieces = pieces_of(known.homes, lone)
    region = region_row(known, pieces, "Region")
    for rows in (area_rows(known, pieces, {}), cell_rows(known, pieces)):
        assert sum(one.addresses for one in rows) == region.addresses == len(known.homes)
        for truth in ("reported", "predicted"):
            told = [getattr(one, truth) for one in rows]
            whole = getattr(region, truth)
            if whole is None:
                assert set(told) == {None}
                continue
            assert whole.addresses == region.addresses
            for part in whole.__slots__:
                assert sum(getattr(one, part) for one in told) == getattr(whole, part)
        assert sum(one.differing or 0 for one in rows) == (region.differing or 0)
        for whole in region.differences:
            parts = [found for one in rows for found in one.differences if found.kind is whole.kind]
            assert sum(one.addresses for one in parts) == whole.addresses
            assert sum(one.compared for one in parts) == whole.compared


@given(evidence())
def test_no_contradiction_is_larger_than_what_could_be_compared(known):
    pieces = pieces_of(known.homes, {})
    region = region_row(known, pieces, "Region")
    for one in region.differences:
        assert 0 <= one.addresses <= one.compared <= region.addresses
        assert one.compared > 0
        assert bool(one.cells) == bool(one.addresses)
        assert one.addresses <= region.differing
    assert (region.differing is None) == (not region.differences)


@given(evidence())
def test_what_is_measured_is_counted_in_the_hexagons_where_people_live(known):
    pieces = pieces_of(known.homes, {})
    measured = region_row(known, pieces, "Region").measured
    inhabited = {cell for cell in known.homes.cell if cell}
    there = [one for cell, one in (known.hexes or {}).items() if cell in inhabited]
    if not there:
        assert measured is None
        return
    assert measured.cells + measured.too_few == len(there)
    assert measured.weak_cells == sum((one.median_dbm or 0) < -100 for one in there)
    assert 0 <= measured.weak_addresses <= measured.addresses <= len(known.homes)


@given(st.floats(-140, -40), st.floats(0, 20), st.sampled_from((-110.0, -100.0)))
def test_many_signals_have_the_tier_that_one_has(signal_dbm, spread_db, threshold_dbm):
    tier = tiers(
        np.array([signal_dbm, -np.inf, signal_dbm]),
        np.array([True, True, False]),
        threshold_dbm=threshold_dbm,
        spread_db=spread_db,
    )
    assert tier.tolist() == [_TIERS[tier_of(signal_dbm - threshold_dbm, spread_db)], NO, NOTHING]


def test_a_signal_at_the_threshold_is_enough():
    homes = Homes(("0340",), ("a",), Points(np.zeros(1), np.zeros(1)), np.array([YES], np.int8))
    known = Evidence(
        Service.DATA, -100.0, homes, {"a": MeasuredHex(10, -100.0, None, None)}, None, ()
    )
    row = cell_rows(known, pieces_of(homes, {}))[0]
    assert (row.weak, row.differing, row.reported) == (False, 0, Reported(1, 0, 0))


def test_a_hexagon_where_somebody_lives_has_no_piece_more_for_being_measured():
    homes = Homes(("0330",), ("a",), Points(np.zeros(1), np.zeros(1)), None)
    pieces = pieces_of(homes, {"a": "0340", "b": "0340"})
    assert pieces.names == (("0330", "a"), ("0340", "b"))
