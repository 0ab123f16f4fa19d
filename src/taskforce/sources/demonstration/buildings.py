"""The building register of the demonstration: what the house at each address is used for."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.addresses import Register
from taskforce.sources.demonstration.identity import BUILDING_MARK, identifiers
from taskforce.sources.demonstration.layouts import Column, Columns
from taskforce.sources.demonstration.settlements import Kind
from taskforce.vocabulary.use import Use

# Use codes of the Danish building register (BBR), field byg021; repeated codes are more frequent.
CODES = {
    Use.HOME: (120, 120, 120, 120, 130, 140),
    Use.HOLIDAY_HOME: (510,),
    Use.BUSINESS: (320, 320, 330, 220),
    Use.OTHER: (410, 420, 440),
}
FARMHOUSE, FARM_BUSINESS, GARAGE = 110, 210, 910

WITHOUT_BUILDING, WITH_GARAGE = 0.01, 0.08
IN_FORCE = "6"


def building_register(register: Register, rng: np.random.Generator) -> Columns:
    """Fill the building register's columns: a main building for each address, and some garages.

    Parameters
    ----------
    register
        One row per address; addresses that have gone have no building.
    rng
        Source of chance. A few addresses have no building: their use stays unknown.
    """
    here = ~register.gone
    main = np.flatnonzero(here & (rng.random(len(register)) >= WITHOUT_BUILDING))
    garages = main[rng.random(len(main)) < WITH_GARAGE]
    rows = np.concatenate([main, garages])
    garage = np.arange(len(rows)) >= len(main)
    code = np.where(garage, GARAGE, _codes(register, rng)[rows])
    business = np.isin(register.use[rows], (Use.BUSINESS.code, Use.OTHER.code))
    area_m2 = np.where(garage, 30, rng.integers(60, 220, len(rows)))
    nothing = np.zeros(len(rows), dtype=np.int64)
    return {
        "id_lokalId": _text(identifiers(len(rows), BUILDING_MARK, rng)),
        "kommunekode": _text(_municipality_codes()[register.municipality[rows]]),
        "status": IN_FORCE,
        "registreringFra": "2017-11-27T19:25:13Z",
        "registreringTil": "",
        "virkningFra": "2014-09-14T21:35:54Z",
        "virkningTil": "",
        "byg007Bygningsnummer": _text(np.where(garage, 2, 1)),
        "byg021BygningensAnvendelse": _text(code),
        "byg026Opførelsesår": _text(rng.integers(1880, 2015, len(rows))),
        "byg038SamletBygningsareal": _text(area_m2),
        "byg039BygningensSamledeBoligAreal": _text(np.where(garage | business, nothing, area_m2)),
        "byg040BygningensSamledeErhvervsAreal": _text(np.where(business, area_m2, nothing)),
        "byg041BebyggetAreal": _text(area_m2),
        "byg054AntalEtager": "1",
        "byg404Koordinat": _points(register.easting_m[rows], register.northing_m[rows]),
        "byg406Koordinatsystem": "5",
        "jordstykke": "",
        "husnummer": _text(register.identifier[rows]),
        "grund": "",
    }


def _codes(register: Register, rng: np.random.Generator) -> NDArray[np.int64]:
    chance = rng.random(len(register))
    code = np.zeros(len(register), dtype=np.int64)
    for use, choices in CODES.items():
        here = register.use == use.code
        code[here] = np.array(choices)[(chance[here] * len(choices)).astype(np.int64)]
    on_farm = register.kind == Kind.FARM
    code[on_farm & (register.use == Use.HOME.code)] = FARMHOUSE
    code[on_farm & (register.use == Use.BUSINESS.code)] = FARM_BUSINESS
    return code


def _municipality_codes() -> NDArray[np.str_]:
    return np.array([place.code for place in facts.municipalities()])


def _points(easting_m: NDArray[np.float64], northing_m: NDArray[np.float64]) -> Column:
    return pc.binary_join_element_wise("POINT (", _text(easting_m), " ", _text(northing_m), ")", "")


def _text(values: NDArray[np.generic]) -> Column:
    return pc.cast(pa.array(values), pa.string())
