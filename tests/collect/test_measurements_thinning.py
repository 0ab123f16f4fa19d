"""Thinning loses no place that was visited, and does not care in which order the rows came."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from taskforce.collect.measurements_thinning import thinned

WORDS = ("operator", "generation", "cell", "band")
LEVELS = ("rsrp_dbm", "rsrq_db", "sinr_db", "other_dbm", "speed_kmh", "download_mbps")


def drives():
    """Rows of a source, in a hurry or at rest, near the edges of cells, with and without time."""
    row = st.tuples(
        st.sampled_from([*range(0, 90, 7), None]),
        st.sampled_from([0.0, 1.0, 19.0, 99.9, 100.0, 101.0]),
        st.sampled_from([0.0, 5.0, 25.0]),
        st.sampled_from(["TDC", "TDC", None]),
        st.sampled_from(["4G", "4G", "3G"]),
        st.sampled_from([-120.0, -101.5, -95.0, np.nan]),
        st.sampled_from(["a", None]),
    )
    return st.lists(row, min_size=1, max_size=40)


def as_columns(rows) -> dict[str, Any]:
    second, east, north, operator, generation, level, cell = zip(*rows, strict=True)
    never = np.datetime64("NaT", "us")
    start = np.datetime64("2026-06-30T10:00:00", "us")
    columns = {name: np.array([np.nan] * len(rows)) for name in (*LEVELS, "upload_mbps")}
    columns |= {"rsrp_dbm": np.array(level, float)}
    columns["time_utc"] = np.array(
        [never if at is None else start + np.timedelta64(at, "s") for at in second]
    )
    columns["easting_m"] = 660_000 + np.array(east)
    columns["northing_m"] = 6_146_000 + np.array(north)
    columns["longitude"], columns["latitude"] = columns["easting_m"], columns["northing_m"]
    for name, words in zip(WORDS, (operator, generation, cell, cell), strict=True):
        columns[name] = np.array(words, object)
    return columns


def visited(columns) -> set[tuple[Any, ...]]:
    return {
        (operator, generation, east // 100, north // 100)
        for operator, generation, east, north in zip(
            *(columns[name] for name in ("operator", "generation", "easting_m", "northing_m")),
            strict=True,
        )
    }


def as_rows(columns) -> Counter[str]:
    return Counter(
        map(str, zip(*(columns[name].tolist() for name in sorted(columns)), strict=True))
    )


@settings(max_examples=150, deadline=None)
@given(drives(), st.randoms(use_true_random=False))
def test_thinning_loses_no_visited_cell_and_knows_no_order(rows, chance):
    columns = as_columns(rows)
    kept = thinned(columns)
    assert visited(kept) == visited(columns)
    assert 1 <= len(kept["easting_m"]) <= len(rows)
    mixed = list(rows)
    chance.shuffle(mixed)
    assert as_rows(thinned(as_columns(mixed))) == as_rows(kept)
    # Every kept place was really visited, at that very time.
    places = as_rows({name: columns[name] for name in ("easting_m", "northing_m", "time_utc")})
    kept_places = as_rows({name: kept[name] for name in ("easting_m", "northing_m", "time_utc")})
    assert kept_places <= places


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 14), st.floats(0, 13)), min_size=1, max_size=30))
def test_whoever_stays_within_twenty_metres_counts_once_in_each_cell(jitter):
    rows = [(at, east, north, "TDC", "4G", -95.0, None) for at, (east, north) in enumerate(jitter)]
    columns = as_columns(rows)
    columns["easting_m"] = columns["easting_m"] + 93
    kept = thinned(columns)
    assert len(kept["easting_m"]) == len(visited(columns))
