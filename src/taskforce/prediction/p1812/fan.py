"""From one mast to many places at once: what a map, a ranking or a comparison asks for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce.prediction.p1812.compiling import announce
from taskforce.prediction.p1812.fused import Fan, fan_losses, fan_losses_plainly, profile_to
from taskforce.prediction.p1812.path import MIDDLE_LATITUDE, Link, Path
from taskforce.prediction.p1812.sampling import NEAREST_M, Ground, steps_between
from taskforce.prediction.p1812.steps import steps_up_to
from taskforce.prediction.p1812.zones import INLAND
from taskforce.prediction.radio import Points, Radio, Transmitter
from taskforce.prediction.terrain import Terrain
from taskforce.vocabulary.errors import Refused

# Places that one thread takes at a time: enough to be worth the call, few enough to share out.
_HANDFUL = 2048


def losses(
    terrain: Terrain,
    transmitter: Transmitter,
    points: Points,
    radio: Radio,
    *,
    threads: int = 1,
    plain: bool = False,
) -> NDArray[np.float64]:
    """The basic transmission loss of ITU-R P.1812-8 from one mast to many places, outdoors.

    All paths lie inland, and the wave stands upright. At 50 % of the time all bands share one
    scan of the profile; at other percentages each band is worked out by itself.

    Parameters
    ----------
    terrain
        The ground; without terrain, a smooth earth at the height of the sea.
    transmitter
        The mast.
    points
        The places.
    radio
        Bands, receiver, time percentage and air.
    threads
        How many threads share the work; the answer is the same, bit by bit.
    plain
        Work out each path and band by itself in any case.

    Returns
    -------
    array of float64
        Decibels, a row for each place and a column for each band; NaN where the place or the
        mast lies off the terrain.

    Raises
    ------
    Refused
        Where P.1812 does not hold, such as for a receiver below one metre.
    """
    link_for(transmitter, radio, 0)
    held = terrain.holds(points.easting_m, points.northing_m) & _stands_on(terrain, transmitter)
    east, north = _even(points.easting_m[held]), _even(points.northing_m[held])
    reached = np.empty((len(east), len(radio.bands)))
    if len(east):
        kernel = fan_losses_plainly if plain or radio.time_percent != 50.0 else fan_losses
        announce(kernel)
        ground, fan = _ground(terrain), _fan(transmitter, radio)
        longest = _longest(fan, east, north)

        def work(start: int) -> None:
            part = slice(start, start + _HANDFUL)
            places = (east[part], north[part])
            kernel(ground, fan, places, steps_up_to(longest), radio.frequencies_ghz, reached[part])

        _share_out(work, len(east), threads)
    answer = np.full((len(points), len(radio.bands)), np.nan)
    answer[held] = reached
    return answer


def profile_between(
    terrain: Terrain,
    transmitter: Transmitter,
    place: tuple[float, float],
    radio: Radio,
) -> Path:
    """The profile from a mast to a place, just as `losses` sees it.

    Parameters
    ----------
    terrain
        The ground.
    transmitter
        The mast.
    place
        Easting and northing, EPSG:25832.
    radio
        The longest step of the profile.

    Returns
    -------
    Path
        For `path_loss`, with the link of `link_for`.

    Raises
    ------
    Refused
        Where the mast or the place lies off the terrain.
    """
    east, north = np.array([place[0]], np.float64), np.array([place[1]], np.float64)
    if not (terrain.holds(east, north).all() and _stands_on(terrain, transmitter)):
        raise Refused(f"{transmitter.id}: the mast or the place lies off the terrain.")
    announce(profile_to)
    fan = _fan(transmitter, radio)
    room = np.empty((2, _longest(fan, east, north) + 1))
    heights, cover, distance_m = profile_to(
        _ground(terrain), fan, float(east[0]), float(north[0]), room
    )
    steps = len(heights) - 1
    distance_km = np.arange(steps + 1, dtype=np.float64) * (distance_m / 1000.0 / steps)
    return Path(distance_km, heights, cover, np.full(steps + 1, INLAND))


def link_for(transmitter: Transmitter, radio: Radio, band: int) -> Link:
    """The link from a mast to a receiver in one band, as `losses` takes it.

    Parameters
    ----------
    transmitter
        The mast.
    radio
        Bands, receiver, time percentage and air.
    band
        The position of the band in `radio.bands`.

    Returns
    -------
    Link
        For `path_loss`.

    Raises
    ------
    Refused
        Where P.1812 does not hold.
    """
    return Link(
        radio.bands[band].frequency_mhz / 1000.0,
        transmitter.height_m,
        radio.receiver_m,
        radio.time_percent,
        delta_n=radio.delta_n,
        n0=radio.n0,
    )


def _share_out(work: Callable[[int], None], count: int, threads: int) -> None:
    starts = range(0, count, _HANDFUL)
    if threads <= 1 or len(starts) == 1:
        for start in starts:
            work(start)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, starts))


def _stands_on(terrain: Terrain, transmitter: Transmitter) -> bool:
    foot = np.array([transmitter.easting_m]), np.array([transmitter.northing_m])
    return bool(terrain.holds(*foot)[0])


def _fan(transmitter: Transmitter, radio: Radio) -> Fan:
    climate = (radio.time_percent, radio.delta_n, radio.n0, MIDDLE_LATITUDE)
    return Fan(
        float(transmitter.easting_m),
        float(transmitter.northing_m),
        float(transmitter.height_m),
        float(radio.receiver_m),
        float(radio.profile_step_m),
        tuple(float(each) for each in climate),  # type: ignore[arg-type]
    )


def _ground(terrain: Terrain) -> Ground:
    return Ground(
        _even(terrain.heights_m, np.float32),
        _even(terrain.clutter_m, np.float32),
        float(terrain.west_m),
        float(terrain.south_m),
        float(terrain.step_m),
    )


def _even(values: NDArray[Any], kind: type[Any] = np.float64) -> NDArray[Any]:
    """The values as the kernels were compiled for: row by row, and not to be written to."""
    view = np.ascontiguousarray(values, kind).view(np.ndarray)
    view.flags.writeable = False
    return view


def _longest(fan: Fan, east: NDArray[Any], north: NDArray[Any]) -> int:
    far = np.hypot(east - fan.easting_m, north - fan.northing_m).max()
    return int(steps_between(max(float(far), NEAREST_M), fan.step_m)) + 1
