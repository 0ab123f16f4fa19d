"""The outline of each white spot, drawn a little outside its outermost addresses."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from taskforce.need.clusters import Labels, Metres

# Each address lies well inside the outline; a single one gets a small disc.
MARGIN_M = 50.0

# 0 follows every nook, 1 is the convex hull; this follows a road's bend without fraying.
_CONCAVITY = 0.3


def outlines(easting_m: Metres, northing_m: Metres, labels: Labels) -> NDArray[np.object_]:
    """Draw the outline of each cluster.

    Parameters
    ----------
    easting_m, northing_m
        EPSG:25832, finite, one value per address.
    labels
        The cluster of each address, consecutive from 0.

    Returns
    -------
    array of shapely.Polygon
        One per cluster, EPSG:25832: the concave hull, widened by `MARGIN_M`.
    """
    # In the order of the map, so that the outline does not depend on that of the addresses.
    order = np.lexsort((northing_m, easting_m, labels))
    places = np.column_stack([easting_m, northing_m])[order]
    labels = labels[order]
    single = np.bincount(labels) == 1
    hulls = np.empty(len(single), np.object_)
    hulls[single] = shapely.points(places[single[labels]])
    # A line through the points has the same hull as the points, and is made much sooner.
    several = labels[~single[labels]]
    lines = shapely.linestrings(
        places[~single[labels]], indices=np.unique(several, return_inverse=True)[1]
    )
    hulls[~single] = shapely.concave_hull(lines, ratio=_CONCAVITY)
    return np.asarray(shapely.buffer(hulls, MARGIN_M, quad_segs=4))
