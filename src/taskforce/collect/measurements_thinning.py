"""A standing vehicle counts once a minute; where it drives, each stretch of road counts alike."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce.need.measured_quantiles import Labels, labelled, quantiles

Columns = dict[str, NDArray[Any]]

# Who moves less than this within a minute stands; it is also the stretch of road that counts once.
STANDING_M = 20.0

# The cells that measurements are counted in; thinning never empties one.
_CELL_M = 100.0

MEDIANS = (
    *("rsrp_dbm", "rsrq_db", "sinr_db", "other_dbm"),
    *("speed_kmh", "download_mbps", "upload_mbps"),
)
_WORDS = ("operator", "generation", "cell", "band")


def thinned(columns: Columns) -> Columns:
    """Thin the measurements of one source.

    Parameters
    ----------
    columns
        The columns of the table `measurements`, all of one source.

    Returns
    -------
    dict
        The same columns, shorter. Per operator, generation and minute, one row stands for all
        that were met within 20 m: the first of them, with the medians of their values. Rows of
        different 100 m cells are never merged, nor rows without a time.

    Notes
    -----
    Where all rows of a minute lie within 20 m of each other, the vehicle stands and counts once;
    otherwise the rows of one square of 20 m count once. The order of the rows does not matter.
    """
    rows = len(columns["easting_m"])
    words = {name: _numbered(columns[name]) for name in _WORDS}
    minute = _minutes(columns["time_utc"])
    network = (words["operator"], words["generation"], minute)
    square = _squares(columns, STANDING_M)
    stands = _standing(columns, *labelled(*network))
    groups, count = labelled(
        *network,
        *_squares(columns, _CELL_M),
        *(np.where(stands, 0, part) for part in square),
        np.where(minute == _NEVER, np.arange(rows), 0),
    )
    first = _first_of_each(columns, words, groups, count)
    found = {name: values[first] for name, values in columns.items()}
    for name in MEDIANS:
        found[name] = quantiles(columns[name], groups, count, [0.5])[:, 0]
    order = np.lexsort((found["northing_m"], found["easting_m"], found["time_utc"]))
    return {name: values[order] for name, values in found.items()}


_NEVER = np.iinfo(np.int64).min


def _minutes(times: NDArray[Any]) -> Labels:
    """The minute of each time, counted from 1970; rows without a time share a number of none."""
    return times.astype("datetime64[m]").astype(np.int64)


def _squares(columns: Columns, size_m: float) -> tuple[Labels, Labels]:
    return (
        np.floor(columns["northing_m"] / size_m).astype(np.int64),
        np.floor(columns["easting_m"] / size_m).astype(np.int64),
    )


def _standing(columns: Columns, groups: Labels, count: int) -> NDArray[np.bool_]:
    """Whether all rows that share a row's network and minute lie within 20 m."""
    spans = []
    for name in ("easting_m", "northing_m"):
        low, high = np.full(count, np.inf), np.full(count, -np.inf)
        np.minimum.at(low, groups, columns[name])
        np.maximum.at(high, groups, columns[name])
        spans.append(high - low)
    stands: NDArray[np.bool_] = (np.hypot(*spans) < STANDING_M)[groups]
    return stands


def _first_of_each(
    columns: Columns, words: dict[str, Labels], groups: Labels, count: int
) -> NDArray[np.int64]:
    """The earliest row of each group; rows at one moment are told apart by all they hold."""
    told = [columns[name] for name in ("easting_m", "northing_m")]
    order = np.lexsort((*words.values(), *told, columns["time_utc"], groups))
    first = np.searchsorted(groups[order], np.arange(count))
    return order[first]


def _numbered(words: NDArray[Any]) -> Labels:
    """Number words by the alphabet, None before all of them."""
    known = sorted({word for word in words if word is not None})
    number = {word: at for at, word in enumerate(known)}
    return np.array([-1 if word is None else number[word] for word in words], np.int64)
