"""Cuts clusters that have grown too large, where they are thinnest, so that towns do not fuse."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.need.clusters import Labels, Metres, components


@dataclass(frozen=True, slots=True)
class Grouping:
    """What makes addresses one white spot: nearness, and a largest size."""

    distance_m: float = 300.0
    max_addresses: int = 200
    max_span_m: float = 5_000.0


def grouped(easting_m: Metres, northing_m: Metres, group: Labels, grouping: Grouping) -> Labels:
    """Number the clusters of points, none larger than the grouping allows.

    A cluster that is too large is cut across its longest direction, at the widest gap within the
    middle half; the two sides are clustered anew, until all are small enough. Points at one and
    the same place are never parted.

    Parameters
    ----------
    easting_m, northing_m, group
        See `components`.
    grouping
        The longest step and the largest size.

    Returns
    -------
    array of int64
        The cluster of each point, consecutive from 0; independent of the order of the points.
    """
    labels = components(easting_m, northing_m, group, grouping.distance_m)
    points = np.flatnonzero(_may_be_large(labels, grouping))
    while len(points):
        side = _sides(easting_m[points], northing_m[points], labels[points], grouping)
        # Only clusters that were just cut are looked at again: both of their sides.
        points, side = points[side >= 0], side[side >= 0]
        halves = np.unique(labels[points] * 2 + side, return_inverse=True)[1]
        again = components(easting_m[points], northing_m[points], halves, grouping.distance_m)
        labels[points] = again + labels.max() + 1
    return np.unique(labels, return_inverse=True)[1]


def _may_be_large(labels: Labels, grouping: Grouping) -> NDArray[np.bool_]:
    """Leave out the many clusters that are surely small: so few points cannot reach so far."""
    count = np.bincount(labels)
    reach_m = (count - 1) * grouping.distance_m
    large: NDArray[np.bool_] = (count > grouping.max_addresses) | (reach_m > grouping.max_span_m)
    return large[labels]


def _sides(easting_m: Metres, northing_m: Metres, labels: Labels, grouping: Grouping) -> Labels:
    """Tell the two sides, 0 and 1, of every cluster that is too large; -1 for all others."""
    side = np.full(len(labels), -1)
    # Sorted by place, sums and cuts come out the same whatever order the points came in.
    order = np.lexsort((northing_m, easting_m, labels))
    ends = np.append(np.unique(labels[order], return_index=True)[1], len(order))
    for first, last in _candidates(easting_m[order], northing_m[order], ends, grouping):
        points = order[first:last]
        along = _along(easting_m[points], northing_m[points])
        if len(points) > grouping.max_addresses or np.ptp(along) > grouping.max_span_m:
            side[points] = along > _thinnest(np.sort(along))
    return side


def _candidates(
    easting_m: Metres, northing_m: Metres, ends: Labels, grouping: Grouping
) -> list[tuple[int, int]]:
    starts = ends[:-1]
    width = np.maximum.reduceat(easting_m, starts) - np.minimum.reduceat(easting_m, starts)
    height = np.maximum.reduceat(northing_m, starts) - np.minimum.reduceat(northing_m, starts)
    large = (np.diff(ends) > grouping.max_addresses) | (
        np.hypot(width, height) > grouping.max_span_m
    )
    apart = (width > 0) | (height > 0)
    return list(zip(starts[large & apart].tolist(), ends[1:][large & apart].tolist(), strict=True))


def _along(easting_m: Metres, northing_m: Metres) -> Metres:
    """The position of each point along the direction in which they are spread most."""
    east, north = easting_m - easting_m.mean(), northing_m - northing_m.mean()
    angle = 0.5 * np.arctan2(2.0 * (east * north).sum(), (east * east - north * north).sum())
    return east * np.cos(angle) + north * np.sin(angle)


def _thinnest(sorted_along: Metres) -> float:
    """The last position before the widest gap, in the middle half when there is a gap at all."""
    gaps = np.diff(sorted_along)
    quarter = len(gaps) // 4
    middle = gaps[quarter : len(gaps) - quarter]
    if middle.max() > 0:
        return float(sorted_along[quarter + int(middle.argmax())])
    return float(sorted_along[int(gaps.argmax())])
