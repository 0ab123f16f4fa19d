"""The drawing of a profile as a table: a few even steps, and the worst point among them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from taskforce.prediction.explanation import Explained

_STEPS = 10


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One point of the way; distance from the mast, heights over the sea, all in metres.

    `cover_m` is over the ground, None where nothing is known of trees and houses. `bulge_m` is
    the earth's curve. `zone_m` is the radius of the first Fresnel zone; `room_m` the room under
    the line of sight, below 0 where it is blocked.
    """

    distance_m: float
    ground_m: float
    cover_m: float | None
    bulge_m: float
    sight_m: float
    zone_m: float
    room_m: float
    worst: bool


def profile_rows(found: Explained, steps: int = _STEPS) -> tuple[ProfileRow, ...]:
    """Choose the points that a reader needs.

    Parameters
    ----------
    found
        The signal explained.
    steps
        Into how many even steps the way is cut, about.

    Returns
    -------
    tuple of ProfileRow
        From the mast to the telephone, both ends and the worst point among them.
    """
    profile, top = found.profile, found.profile.top_m
    last = len(profile.distance_m) - 1
    worst = _worst(found)
    chosen = {round(step * last / steps) for step in range(steps + 1)} | {last}
    chosen |= {worst} if worst is not None else set()
    return tuple(
        ProfileRow(
            distance_m=float(profile.distance_m[at]),
            ground_m=float(profile.ground_m[at]),
            cover_m=float(profile.cover_m[at]) if found.knows_cover else None,
            bulge_m=float(profile.bulge_m[at]),
            sight_m=float(profile.sight_m[at]),
            zone_m=float(profile.zone_m[at]),
            room_m=float(profile.sight_m[at] - top[at]),
            worst=at == worst,
        )
        for at in sorted(chosen)
    )


def _worst(found: Explained) -> int | None:
    if found.obstruction is None:
        return None
    return int(np.abs(found.profile.distance_m - found.obstruction.distance_m).argmin())
