"""Who is well served: as many addresses in each municipality as the official shares suggest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.addresses import Register
from taskforce.sources.demonstration.settlements import Kind

# Share of the region's homes and firms with 100/30 Mbit/s. 2016: Energistyrelsen, as printed by
# Computerworld; 2023: Styrelsen for Dataforsyning og Infrastruktur, as printed by TelecomTalk.
REGION_SHARE = {2016: 0.77, 2023: 0.98}
# Summer 2020, the region as a whole; stands in for municipalities missing from the printed list.
REGION_SHARE_2020 = 0.89
HIGHEST_SHARE = 0.995

# What makes a place easy or costly to reach, in units of one standard deviation.
EASE_OF_KIND = {Kind.TOWN: 1.4, Kind.VILLAGE: 0.2, Kind.HOLIDAY: -0.9, Kind.FARM: -1.4}
EASE_PER_DOUBLING = 0.25
COST_PER_KM = 0.2
# A network is closed or sold here and there: such a road loses what it had.
SETBACK, SETBACK_ROADS = 9.0, {2016: 0.0, 2023: 0.001}
LUCK_OF_MUNICIPALITY = 0.12
LUCK_OF_SETTLEMENT, LUCK_OF_ROAD, LUCK_OF_HOUSE, LUCK_OF_YEAR = 0.9, 0.8, 0.4, 0.3


@dataclass(frozen=True, slots=True)
class Ground:
    """What the networks are built on: one value per address in each column.

    `ease` tells how easily an address is reached; the two lucks lie between 0 and 1 and are the
    same for a whole road or settlement. `municipality_luck` has one value per municipality.
    """

    ease: NDArray[np.float64]
    exchange_km: NDArray[np.float64]
    road_luck: NDArray[np.float64]
    settlement_luck: NDArray[np.float64]
    municipality_luck: NDArray[np.float64]


def survey_ground(register: Register, rng: np.random.Generator) -> Ground:
    """Tell for every address how easily networks reach it.

    Parameters
    ----------
    register
        One row per address.
    rng
        Source of chance.
    """
    exchange_km = _exchange_km(register, rng)
    settlements = register.settlements
    of_kind = np.array([EASE_OF_KIND[kind] for kind in Kind])[settlements.kind]
    of_size = EASE_PER_DOUBLING * np.log2(np.maximum(settlements.addresses, 1) / 50)
    of_settlement = of_kind + np.where(settlements.kind == Kind.FARM, 0, of_size)
    of_settlement += rng.normal(0, LUCK_OF_SETTLEMENT, len(settlements))
    of_road = rng.normal(0, LUCK_OF_ROAD, register.road.max() + 1)
    of_house = rng.normal(0, LUCK_OF_HOUSE, len(register))
    return Ground(
        ease=of_settlement[register.settlement]
        + of_road[register.road]
        + of_house
        - COST_PER_KM * exchange_km,
        exchange_km=exchange_km,
        road_luck=rng.random(register.road.max() + 1)[register.road],
        settlement_luck=rng.random(len(settlements))[register.settlement],
        municipality_luck=rng.normal(0, LUCK_OF_MUNICIPALITY, len(facts.municipalities())),
    )


def well_served(
    register: Register,
    ground: Ground,
    asked: NDArray[np.bool_],
    year: int,
    rng: np.random.Generator,
) -> NDArray[np.bool_]:
    """Choose the addresses that have 100/30 Mbit/s in a year.

    Parameters
    ----------
    register, ground
        One row per address.
    asked
        Which addresses the survey of that year covers; the share is taken of these.
    year
        2016 or 2023.
    rng
        Source of chance for what differs from year to year.
    """
    municipality = register.municipality[asked]
    counts = np.bincount(municipality, minlength=len(facts.municipalities()))
    shares = municipality_shares(REGION_SHARE[year], counts, ground.municipality_luck)
    wanted = np.round(shares * counts)
    set_back = rng.random(register.road.max() + 1) < SETBACK_ROADS[year]
    ease = ground.ease - SETBACK * set_back[register.road]
    ease = ease[asked] + rng.normal(0, LUCK_OF_YEAR, int(asked.sum()))
    order = np.lexsort((-ease, municipality))
    rank = np.arange(len(order)) - (np.cumsum(counts) - counts)[municipality[order]]
    chosen = np.zeros(len(register), dtype=bool)
    chosen[np.flatnonzero(asked)[order[rank < wanted[municipality[order]]]]] = True
    return chosen


def municipality_shares(
    region_share: float, addresses: NDArray[np.int64], luck: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Carry the order of the municipalities in 2020 over to another year.

    Each municipality's share of 2020 is moved by the same step on the logit scale, ln(p / (1 - p)),
    such that the region as a whole meets its share of the other year.

    Parameters
    ----------
    region_share
        The region's share in the other year, between 0 and 1.
    addresses
        Addresses in each municipality, in the order of codes.
    luck
        A small step of each municipality's own, so that no two are alike.
    """
    known = [place.share_2020 for place in facts.municipalities()]
    shares = np.array([REGION_SHARE_2020 if share is None else share for share in known])
    shares = np.minimum(shares, HIGHEST_SHARE)
    logit = np.log(shares / (1 - shares)) + luck
    low, high = -10.0, 10.0
    for _ in range(60):
        step = (low + high) / 2
        moved = 1 / (1 + np.exp(-(logit + step)))
        too_low = np.average(moved, weights=addresses) < region_share
        low, high = (step, high) if too_low else (low, step)
    return moved


def _exchange_km(register: Register, rng: np.random.Generator) -> NDArray[np.float64]:
    """Measure the way to the nearest telephone exchange: every town has one, and some villages."""
    places = register.settlements
    with_exchange = (places.kind == Kind.TOWN) | (
        (places.kind == Kind.VILLAGE) & (rng.random(len(places)) < 0.3)
    )
    exchange = np.column_stack([places.easting_m, places.northing_m])[with_exchange]
    away_m = np.hypot(
        places.easting_m[:, None] - exchange[:, 0], places.northing_m[:, None] - exchange[:, 1]
    )
    nearest = exchange[np.argmin(away_m, axis=1)][register.settlement]
    return np.hypot(register.easting_m - nearest[:, 0], register.northing_m - nearest[:, 1]) / 1_000
