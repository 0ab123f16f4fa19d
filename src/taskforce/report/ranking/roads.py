"""How many kilometres of road each chosen site reaches that no site chosen before it does."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from taskforce.prediction.radio import Points
from taskforce.report.ranking.candidates import Sites
from taskforce.report.ranking.ranking import Stage
from taskforce.report.ranking.reach import Work, paths_at_most, reach_of
from taskforce.snapshot.frozen import Layer


@dataclass(frozen=True, slots=True, eq=False)
class Roads:
    """Pieces of road: where the middle of each lies, EPSG:25832, and its length."""

    points: Points
    length_km: NDArray[np.float64]


def roads_in(layer: Layer, municipalities: Collection[str], *, whole_region: bool) -> Roads:
    """Read the pieces of road within the area of a question.

    Parameters
    ----------
    layer
        The layer "roads" of a shelf.
    municipalities
        Codes of the area.
    whole_region
        Then pieces whose municipality is not known count too.

    Returns
    -------
    Roads
        Lengths in kilometres.
    """
    import pyarrow.parquet as pq

    names = ["easting_m", "northing_m", "length_m", "municipality"]
    table = pq.read_table(layer.file("roads"), columns=names)
    wanted = {*municipalities, None} if whole_region else {*municipalities}
    inside = np.array([one in wanted for one in table["municipality"].to_pylist()], np.bool_)
    east, north, length_m = (table[name].to_numpy()[inside] for name in names[:3])
    return Roads(Points(east, north), length_m / 1000)


def with_roads(
    stages: Sequence[Stage], sites: Sites, roads: Roads, work: Work, *, level_dbm: float
) -> tuple[Stage, ...]:
    """Tell the kilometres of road that each chosen site newly covers; the choice stays as it is.

    Parameters
    ----------
    stages
        The choices, each in the order of its rollout.
    sites
        All sites; only those of some stage are predicted.
    roads
        The pieces within the area of the question.
    work
        Ground, radio, threads and folder.
    level_dbm
        From this signal on, outdoors at the middle of a piece, the whole piece is covered.

    Returns
    -------
    tuple of Stage
        With `road_km`, kilometres; None for a site within whose radius the layer holds no road
        that can be predicted: there it says nothing.

    References
    ----------
    docs/figures/ranking.md
    """
    held = work.terrain.holds(roads.points.easting_m, roads.points.northing_m)
    points = Points(roads.points.easting_m[held], roads.points.northing_m[held])
    length_km = roads.length_km[held]
    ids = sorted({one.id for stage in stages for one in stage.chosen})
    masts = [sites.transmitters[sites.number(one)] for one in ids]
    work.tell("Reckoning kilometres of road")
    reach = reach_of(masts, points, work, weakest_dbm=level_dbm)
    near = paths_at_most(masts, points, work.radio.radius_m)
    reached = {
        one: reach.point[reach.starts[at] : reach.starts[at + 1]]
        for at, one in enumerate(ids)
        if near[at]
    }
    return tuple(_told(stage, reached, length_km) for stage in stages)


def newly_covered_km(
    reached: Sequence[NDArray[np.int32]], length_km: NDArray[np.float64]
) -> list[float]:
    """Tell the kilometres that each site covers and no site before it does.

    Parameters
    ----------
    reached
        For each site, in order, the pieces that it reaches.
    length_km
        The length of each piece.

    Returns
    -------
    list of float
        Kilometres; together they are what all sites cover.
    """
    open_km = length_km.copy()
    found = []
    for pieces in reached:
        found.append(float(open_km[pieces].sum()))
        open_km[pieces] = 0
    return found


def _told(
    stage: Stage, reached: Mapping[str, NDArray[np.int32]], length_km: NDArray[np.float64]
) -> Stage:
    known = [one.id for one in stage.chosen if one.id in reached]
    new_km = newly_covered_km([reached[one] for one in known], length_km)
    by_id = dict(zip(known, new_km, strict=True))
    chosen = tuple(replace(one, road_km=by_id.get(one.id)) for one in stage.chosen)
    return replace(stage, chosen=chosen)
