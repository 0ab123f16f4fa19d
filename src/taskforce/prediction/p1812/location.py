"""Within a few hundred metres a signal varies from place to place, more than any profile tells."""

from __future__ import annotations

from taskforce.prediction.p1812.air import inverse_normal


def location_spread_db(
    frequency_ghz: float, *, cell_m: float = 100.0, antenna_m: float = 1.5, cover_m: float = 10.0
) -> float:
    """The standard deviation of the loss within a square, σ_L of section 4.8.

    Parameters
    ----------
    frequency_ghz
        The frequency.
    cell_m
        The side of the square that one figure stands for.
    antenna_m
        The receiver over the ground.
    cover_m
        How high trees or houses stand around it: ten metres above them nothing varies any more.

    Returns
    -------
    float
        Decibels, eq. (64) to (66) of P.1812-8.
    """
    exposed = 1.0 - min(max((antenna_m - cover_m) / 10.0, 0.0), 1.0)
    return float((0.52 + 0.024 * frequency_ghz) * cell_m**0.28 * exposed)


def place_margin_db(place_percent: float, spread_db: float) -> float:
    """What to add to the median loss so that it is not exceeded at most places, eq. (67).

    Parameters
    ----------
    place_percent
        At how many per cent of the places the loss must not be exceeded.
    spread_db
        The standard deviation from place to place.

    Returns
    -------
    float
        Decibels: 0 at 50 %, positive above.
    """
    return float(-inverse_normal(place_percent / 100.0) * spread_db)
