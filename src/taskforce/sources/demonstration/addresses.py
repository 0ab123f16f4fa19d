"""The made-up address register: every address with its road, number, postcode, place and use."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.areas import Areas
from taskforce.sources.demonstration.identity import ADDRESS_MARK, identifiers
from taskforce.sources.demonstration.names import road_names
from taskforce.sources.demonstration.roads import Houses, Roads, build_houses, plan_roads
from taskforce.sources.demonstration.settlements import Kind, Settlements, settle
from taskforce.vocabulary.use import Use

# Chance of home, holiday home, business and other, by kind of settlement.
USE_ORDER = (Use.HOME, Use.HOLIDAY_HOME, Use.BUSINESS, Use.OTHER)
USE_CHANCE = np.array(
    [
        [0.86, 0.00, 0.10, 0.04],
        [0.90, 0.02, 0.05, 0.03],
        [0.06, 0.93, 0.01, 0.00],
        [0.8, 0.06, 0.11, 0.03],
    ]
)

LETTER_CHANCE = 0.04
# Roads laid out since the older survey; half of them after the register was last copied.
NEW_ROAD_CHANCE, NOT_YET_COPIED = 0.02, 0.5
# Addresses that have gone since the older survey.
GONE_CHANCE = 0.002


@dataclass(frozen=True, slots=True)
class Register:
    """One value per address in each column, with the settlements they belong to.

    `new` addresses came after the older survey, `late` ones even after the copy of the register
    that is handed out; `gone` ones were there at the older survey only.
    """

    settlements: Settlements
    identifier: NDArray[np.str_]
    settlement: NDArray[np.int32]
    road: NDArray[np.int32]
    municipality: NDArray[np.int16]
    kind: NDArray[np.int8]
    use: NDArray[np.int8]
    road_name: NDArray[np.str_]
    road_code: NDArray[np.int64]
    house_number: NDArray[np.int64]
    letter: NDArray[np.str_]
    postcode: NDArray[np.str_]
    postal_name: NDArray[np.str_]
    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]
    new: NDArray[np.bool_]
    late: NDArray[np.bool_]
    gone: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.identifier)


def build_register(areas: Areas, addresses: int, rng: np.random.Generator) -> Register:
    """Make the register of a whole region.

    Parameters
    ----------
    areas
        Municipality code to polygon, EPSG:25832.
    addresses
        How many addresses, those included that have gone since the older survey.
    rng
        Source of chance; the same seed gives the same register.

    Returns
    -------
    Register
        In the order of municipality, settlement, road and number.
    """
    settlements = settle(areas, addresses, rng)
    roads = plan_roads(settlements, rng)
    houses = build_houses(settlements, roads, areas, rng)
    anchor = _nearest_anchor(settlements, roads)
    road_kind = settlements.kind[roads.settlement]
    names = road_names(road_kind, anchor, rng)
    codes = _codes(settlements.municipality[roads.settlement])
    settlement = roads.settlement[houses.road]
    kind = settlements.kind[settlement]
    number, letter = _numbers(houses, rng)
    new, late = _new_roads(road_kind, rng)
    places = facts.anchors()
    return Register(
        settlements=settlements,
        identifier=identifiers(len(houses.road), ADDRESS_MARK, rng),
        settlement=settlement,
        road=houses.road,
        municipality=settlements.municipality[settlement],
        kind=kind,
        use=_uses(kind, rng),
        road_name=names[houses.road],
        road_code=codes[houses.road],
        house_number=number,
        letter=letter,
        postcode=places.postcode[anchor][houses.road],
        postal_name=places.postal_name[anchor][houses.road],
        easting_m=houses.easting_m,
        northing_m=houses.northing_m,
        new=new[houses.road],
        late=late[houses.road],
        gone=rng.random(len(houses.road)) < GONE_CHANCE,
    )


def _nearest_anchor(settlements: Settlements, roads: Roads) -> NDArray[np.int64]:
    """Give every road the postcode of the nearest town or district of its own municipality."""
    places = facts.anchors()
    nearest = np.zeros(len(roads), dtype=np.int64)
    municipality = settlements.municipality[roads.settlement]
    for number, place in enumerate(facts.municipalities()):
        here = np.flatnonzero(municipality == number)
        own = np.flatnonzero(places.municipality == place.code)
        away_m = np.hypot(
            roads.easting_m[here, None] - places.easting_m[own],
            roads.northing_m[here, None] - places.northing_m[own],
        )
        nearest[here] = own[np.argmin(away_m, axis=1)]
    # Places that share a postcode share the first one's number, so that names stay unique in it.
    _, first, same = np.unique(places.postcode, return_index=True, return_inverse=True)
    return first[same][nearest]


def _codes(municipality: NDArray[np.int16]) -> NDArray[np.int64]:
    """Number the roads of each municipality from 1."""
    starts = np.r_[0, np.flatnonzero(np.diff(municipality)) + 1]
    lengths = np.diff(np.r_[starts, len(municipality)])
    return np.arange(len(municipality)) - np.repeat(starts, lengths) + 1


def _numbers(
    houses: Houses, rng: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.str_]]:
    """Number a road's houses: odd on one side, even on the other; now and then a 7B after 7."""
    number = houses.place + 1
    lettered = (rng.random(len(number)) < LETTER_CHANCE) & (number > 2)
    return np.where(lettered, number - 2, number), np.where(lettered, "B", "")


def _new_roads(
    kind: NDArray[np.int8], rng: np.random.Generator
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Choose the new roads, and those of them that the copied register does not know yet."""
    new = (rng.random(len(kind)) < NEW_ROAD_CHANCE) & (kind != Kind.FARM)
    return new, new & (rng.random(len(kind)) < NOT_YET_COPIED)


def _uses(kind: NDArray[np.int8], rng: np.random.Generator) -> NDArray[np.int8]:
    chance = rng.random(len(kind))
    choice = (chance[:, None] > np.cumsum(USE_CHANCE, axis=1)[kind][:, :-1]).sum(axis=1)
    return np.array([use.code for use in USE_ORDER], dtype=np.int8)[choice]
