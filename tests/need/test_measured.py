"""Measured signal is summed up where somebody measured, and nothing is said of other places."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely
from h3.api import basic_str as h3
from hypothesis import given, settings
from hypothesis import strategies as st

from taskforce.need.measured import Question, measured_cells, measured_in
from taskforce.need.measured_areas import measured_areas
from taskforce.need.measured_places import CellKind, square_at, square_centre
from taskforce.need.measured_quantiles import labelled, quantiles
from taskforce.snapshot import manifest as manifests
from taskforce.snapshot.frozen import Layer
from taskforce.tables.layers import BOUNDARIES
from taskforce.tables.measurements import MEASUREMENTS
from taskforce.tables.promise import Table
from taskforce.vocabulary.coordinates import to_lonlat
from taskforce.vocabulary.errors import WrongUse

EAST, NORTH = 641_100.0, 6_176_800.0
HERE = "100m_61768_6411"


def measured(rsrp: float | None = -95.0, *, at: int = 0, **cells: Any) -> dict[str, Any]:
    """One measurement, `at` metres east of the corner of a square."""
    return {
        "source": "a.txt",
        "layout": "gnettrack",
        "time_utc": datetime(2026, 6, 30, 12),  # noqa: DTZ001 - the table holds UTC without saying so
        "easting_m": EAST + at,
        "northing_m": NORTH,
        "operator": "TDC",
        "generation": "4G",
        "rsrp_dbm": rsrp,
        "other_dbm": None if rsrp is not None else -80.0,
    } | cells


def layer(folder: Path, rows: list[dict[str, Any]], promise: Table = MEASUREMENTS) -> Layer:
    folder.mkdir(parents=True, exist_ok=True)
    if promise is MEASUREMENTS:
        for row in rows:
            lon, lat = to_lonlat(np.array([row["easting_m"]]), np.array([row["northing_m"]]))
            row |= {"longitude": float(lon[0]), "latitude": float(lat[0])}
    table = pa.Table.from_pylist(rows, promise.schema())
    pq.write_table(table, folder / f"{promise.name}.parquet")
    return Layer(folder, manifests)  # type: ignore[arg-type] - only its files are read


@pytest.fixture
def cells(tmp_path):
    return lambda rows, **asked: measured_cells(layer(tmp_path, rows), Question(**asked))


def test_a_square_has_its_name_in_the_danish_grid():
    assert square_at(641_100, 6_176_800) == HERE
    assert square_at(641_199.9, 6_176_899.9) == HERE
    assert square_at(641_200, 6_176_800) == "100m_61768_6412"
    assert square_centre(HERE) == (641_150, 6_176_850)
    assert square_at(*square_centre("100m_16500_-29001")) == "100m_16500_-29001"
    with pytest.raises(WrongUse):
        square_centre("1km_6176_641")


def test_a_cell_tells_count_median_tenth_share_age_and_sources(cells):
    rows = [measured(level) for level in (-90, -95, -101, -111, -120)]
    rows[0] |= {"source": "b.txt", "time_utc": datetime(2025, 1, 2, 23, 59)}  # noqa: DTZ001
    (one,) = cells(rows)
    assert (one.cell, one.operator, one.generation) == (HERE, None, None)
    assert (one.measurements, one.with_rsrp, one.median_rsrp_dbm) == (5, 5, -101)
    assert one.p10_rsrp_dbm == pytest.approx(-116.4)
    assert (one.share_below_voice, one.share_below_data) == (0.4, 0.6)
    assert (one.oldest, one.newest) == (date(2025, 1, 2), date(2026, 6, 30))
    assert one.sources == ("a.txt", "b.txt")


def test_a_signal_at_the_threshold_is_enough(cells):
    (one,) = cells([measured(-110.0), measured(-100.0)])
    assert (one.below_voice, one.below_data) == (0, 1)
    (one,) = cells([measured(-110.0), measured(-100.0)], voice_dbm=-99.9, data_dbm=-110.1)
    assert (one.below_voice, one.below_data) == (2, 0)


def test_what_nobody_measured_is_none_and_not_listed(cells):
    found = cells([measured(at=0), measured(at=250)])
    assert [one.cell for one in found] == [HERE, "100m_61768_6413"]
    assert measured_in(found, "100m_61768_6412") is None
    assert measured_in(found, HERE) is found[0]
    assert measured_in(found, HERE, operator="TDC") is None


def test_a_level_of_3g_is_a_measurement_but_no_reference_signal(cells):
    (one,) = cells([measured(None, generation="3G")])
    assert (one.measurements, one.with_rsrp) == (1, 0)
    assert (one.median_rsrp_dbm, one.p10_rsrp_dbm) == (None, None)
    assert (one.share_below_voice, one.share_below_data) == (None, None)


def test_operators_stand_by_the_alphabet_and_are_never_ranked(cells):
    rows = [
        measured(-60, operator="Telia"),
        measured(-120, operator="3"),
        measured(-90, operator=None),
        measured(-100, operator="Telenor", generation="5G"),
    ]
    found = cells(rows, split_operator=True)
    assert [one.operator for one in found] == ["", "3", "Telenor", "Telia"]
    both = cells(rows, split_operator=True, split_generation=True)
    assert [(one.operator, one.generation) for one in both][2] == ("Telenor", "5G")
    (only,) = cells(rows, operator="Telia")
    assert (only.operator, only.median_rsrp_dbm) == ("Telia", -60)


def test_no_time_is_no_age(cells):
    (one,) = cells([measured(time_utc=None)])
    assert (one.oldest, one.newest) == (None, None)


def test_no_measurement_at_all_is_no_cell(cells):
    assert cells([]) == ()
    assert cells([], by=CellKind.HEX) == ()


@pytest.mark.parametrize("resolution", [7, 8, 10])
def test_hexagons_are_those_of_the_library(cells, resolution):
    rows = [measured(-80 - at / 100, at=at) for at in range(0, 4000, 37)]
    found = cells(rows, by=CellKind.HEX, resolution=resolution)
    of_cell: dict[str, list[float]] = {}
    for row in rows:
        name = h3.latlng_to_cell(row["latitude"], row["longitude"], resolution)
        of_cell.setdefault(name, []).append(row["rsrp_dbm"])
    assert [one.cell for one in found] == sorted(of_cell)
    for one in found:
        assert one.median_rsrp_dbm == pytest.approx(np.median(of_cell[one.cell]))


RANDOM_ROWS = st.lists(
    st.builds(
        lambda rsrp, at, operator, generation, source, day: measured(
            rsrp,
            at=at,
            operator=operator,
            generation=generation,
            source=source,
            time_utc=None
            if day is None
            else datetime(2026, 1, day, tzinfo=UTC).replace(tzinfo=None),
        ),
        st.one_of(st.none(), st.floats(-130, -60)),
        st.integers(-150, 350),
        st.sampled_from(["TDC", "Telia", None]),
        st.sampled_from(["4G", "5G", None]),
        st.sampled_from(["a", "b", "c"]),
        st.one_of(st.none(), st.integers(1, 31)),
    ),
    max_size=40,
)


@settings(max_examples=80, deadline=None)
@given(RANDOM_ROWS, st.booleans(), st.booleans())
def test_the_figures_are_those_of_counting_one_by_one(
    tmp_path_factory, rows, operators, generations
):
    frozen = layer(tmp_path_factory.mktemp("layer"), rows)
    found = measured_cells(frozen, Question(split_operator=operators, split_generation=generations))
    groups: dict[tuple[str, str | None, str | None], list[dict[str, Any]]] = {}
    for row in rows:
        key = (
            square_at(row["easting_m"], row["northing_m"]),
            (row["operator"] or "") if operators else None,
            (row["generation"] or "") if generations else None,
        )
        groups.setdefault(key, []).append(row)
    assert {(one.cell, one.operator, one.generation) for one in found} == set(groups)
    assert sum(one.measurements for one in found) == len(rows)
    for one in found:
        here = groups[one.cell, one.operator, one.generation]
        levels = [row["rsrp_dbm"] for row in here if row["rsrp_dbm"] is not None]
        days = [row["time_utc"].date() for row in here if row["time_utc"]]
        assert (one.measurements, one.with_rsrp) == (len(here), len(levels))
        assert one.below_voice == sum(level < -110 for level in levels)
        assert one.below_data == sum(level < -100 for level in levels)
        assert one.sources == tuple(sorted({row["source"] for row in here}))
        assert (one.oldest, one.newest) == (min(days, default=None), max(days, default=None))
        if levels:
            assert one.median_rsrp_dbm == pytest.approx(np.median(levels))
            assert one.p10_rsrp_dbm == pytest.approx(np.quantile(levels, 0.1))
        else:
            assert (one.median_rsrp_dbm, one.p10_rsrp_dbm) == (None, None)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.one_of(st.just(np.nan), st.floats(-9, 9)))))
def test_many_medians_at_once_are_those_of_numpy(pairs):
    groups = np.array([group for group, _ in pairs], np.int64)
    values = np.array([value for _, value in pairs], float)
    found = quantiles(values, groups, 5, (0.0, 0.5, 0.9))
    for group in range(5):
        held = values[(groups == group) & np.isfinite(values)]
        expected = np.quantile(held, (0.0, 0.5, 0.9)) if len(held) else [np.nan] * 3
        assert found[group].tolist() == pytest.approx(list(expected), nan_ok=True)


def test_rows_that_agree_in_all_keys_share_a_number():
    labels, count = labelled(np.array([2, 1, 2, 1]), np.array([5, 5, 5, 6]))
    assert (labels.tolist(), count) == ([2, 0, 2, 1], 3)


@pytest.fixture
def boundaries(tmp_path) -> Layer:
    west = shapely.box(EAST - 5000, NORTH - 5000, EAST + 150, NORTH + 5000)
    east = shapely.box(EAST + 150, NORTH - 5000, EAST + 1000, NORTH + 5000)
    # Its box lies over the others, but no measurement lies in it.
    corner = shapely.Polygon(
        [(EAST - 6000, NORTH + 6000), (EAST + 6000, NORTH + 6000), (EAST - 6000, NORTH - 5000)]
    )
    rows = [
        {"code": "0360", "name": "Lolland", "geometry": east.wkb},
        {"code": "0316", "name": "Holbæk", "geometry": west.wkb},
        {"code": "0376", "name": "Guldborgsund", "geometry": corner.wkb},
    ]
    return layer(tmp_path / "boundaries", rows, BOUNDARIES)


def test_a_municipality_counts_its_measured_squares(tmp_path, boundaries):
    rows = [
        *(measured(level) for level in (-90, -112, -115)),
        measured(None, at=-100, generation="3G", time_utc=datetime(2025, 3, 1)),  # noqa: DTZ001
        measured(-105, at=300),
        measured(-80, at=5000),
    ]
    found = measured_areas(layer(tmp_path, rows), boundaries)
    assert [(one.area, one.name, one.cells) for one in found] == [
        ("0316", "Holbæk", 2),
        ("0360", "Lolland", 1),
        ("", "unknown", 1),
    ]
    west, east, _ = found
    # The median of a square counts, and the square without reference signal does not.
    assert (west.with_rsrp, west.share_below_voice, west.share_below_data) == (1, 1, 1)
    assert (east.share_below_voice, east.share_below_data) == (0, 1)
    assert (west.oldest, west.newest) == (date(2025, 3, 1), date(2026, 6, 30))


def test_a_municipality_where_nobody_measured_is_not_listed(tmp_path, boundaries):
    found = measured_areas(
        layer(tmp_path, [measured(), measured(operator="Telia")]),
        boundaries,
        Question(by=CellKind.HEX, split_operator=True),
    )
    assert [(one.area, one.operator) for one in found] == [("0316", "TDC"), ("0316", "Telia")]
