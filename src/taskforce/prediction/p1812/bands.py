"""What a path comes down to before a frequency is named, and its loss at each frequency."""

from __future__ import annotations

from typing import NamedTuple

from numba import njit

from taskforce.prediction.p1812.air import Air, focusing_db
from taskforce.prediction.p1812.bullington import edge_db
from taskforce.prediction.p1812.combination import Ways, Weights, combine, weights_of
from taskforce.prediction.p1812.ducting import Duct, duct_of, ducting_db
from taskforce.prediction.p1812.free_space import free_space_db
from taskforce.prediction.p1812.horizons import Ends
from taskforce.prediction.p1812.smooth_earth import Shape
from taskforce.prediction.p1812.spherical_earth import Clearance, clearance_of, spherical_db
from taskforce.prediction.p1812.troposcatter import scatter_of, troposcatter_db
from taskforce.prediction.p1812.wave import Wave

# Both ends far inland: no coast to couple over.
_INLAND_KM = (500.0, 500.0)


class Traits(NamedTuple):
    """What a path comes down to; edges and free space at 1 GHz."""

    distance_km: float
    edge: float
    smooth_edge: float
    clearance: Clearance
    free_space_db: float
    beta0_focusing_db: float
    duct: Duct
    scatter: float
    weights: Weights


@njit(cache=True)
def traits_from(edges: tuple[float, float], shape: Shape, ends: Ends, air: Air) -> Traits:
    """Gather everything about a path over land that no frequency enters.

    Parameters
    ----------
    edges
        ν at 1 GHz over the ground with its cover, and over the smooth earth.
    shape
        Horizons and smooth earth.
    ends
        The antennas.
    air
        The air of the path, at 50 % of the time.

    Returns
    -------
    Traits
        From here on a band costs a few formulas.
    """
    tx_m = ends.tx_m - shape.smooth.tx_diffraction_m  # eq. (37a)
    rx_m = ends.rx_m - shape.smooth.rx_diffraction_m  # eq. (37b)
    return Traits(
        shape.distance_km,
        edges[0],
        edges[1],
        clearance_of(shape.distance_km, tx_m, rx_m, air.radius_km),
        free_space_db(shape.distance_km, ends, 0.0),
        focusing_db(air.beta0_percent, shape.horizon.tx_km + shape.horizon.rx_km),
        duct_of(shape, ends, _INLAND_KM, air),
        scatter_of(shape, air),
        weights_of(shape, air),
    )


@njit(cache=True)
def loss_at(traits: Traits, wave: Wave) -> float:
    """The median loss of a path at one frequency.

    At half of the time the pass for β0 has no weight (F_i is 0), and focusing is nothing.

    Parameters
    ----------
    traits
        The path.
    wave
        Frequency and polarisation.

    Returns
    -------
    float
        Decibels.
    """
    diffraction = edge_db(traits.edge * wave.root, traits.distance_km)
    spherical = spherical_db(traits.clearance, wave, 0.0)
    if spherical > 0.0:  # eq. (39)
        smooth = edge_db(traits.smooth_edge * wave.root, traits.distance_km)
        diffraction += max(spherical - smooth, 0.0)
    free = traits.free_space_db + 20.0 * wave.decade
    ways = Ways(
        free,
        free,
        free + traits.beta0_focusing_db,
        diffraction,
        diffraction,
        ducting_db(traits.duct, wave),
        troposcatter_db(traits.scatter, wave.decade),
    )
    return combine(ways, traits.weights).loss
