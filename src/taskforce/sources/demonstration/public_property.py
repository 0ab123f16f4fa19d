"""Made-up public property: water towers, schools, halls and land where antennas could hang."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.addresses import Register
from taskforce.sources.demonstration.ground import Ground
from taskforce.sources.demonstration.settlements import Kind

# The columns of docs/site-list.md.
COLUMNS = (
    *("navn", "art", "ejer", "ejertype", "kommunekode", "oest", "nord", "bygningshoejde_m"),
    *("antennehoejde_m", "terraen_m", "zone", "stroem", "fiber", "adgang", "baereevne"),
    *("udpegninger", "ledig", "aarlig_leje_kr", "bemaerkning", "id"),
)
MADE_UP = "Demonstration: stedet er opdigtet."
# Land is offered where many lack coverage, and no two pieces stand nearer than this.
LACKING_DBM, LAND, APART_M = -105.0, 4, 1_800.0
ROAD_DIRECTORATE = "Vejdirektoratet"
_SALT = 81

_TOWER: dict[str, Any] = {
    "art": "Vandtårn",
    "zone": "Byzone",
    "stroem": "Ja",
    "fiber": "Ja",
    "adgang": "Nøgle hos kommunens ejendomskontor. Ring dagen før.",
    "baereevne": "300 kg på toppen ifølge tegningen.",
    "aarlig_leje_kr": 45_000,
}
_SCHOOL: dict[str, Any] = {
    "art": "Skole",
    "zone": "Byzone",
    "stroem": "Ja",
    "fiber": "Ja",
    "adgang": "Adgang uden for skoletid.",
    "aarlig_leje_kr": 30_000,
}
_HALL: dict[str, Any] = {
    "art": "Bygning",
    "zone": "Landzone",
    "stroem": "Ja",
    "fiber": "Nej",
    "adgang": "Nøgle hos halinspektøren.",
    "aarlig_leje_kr": 20_000,
}
_LAND: dict[str, Any] = {
    "art": "Areal",
    "zone": "Landzone",
    "stroem": "Nej",
    "adgang": "Grusvej fra landevejen.",
    "aarlig_leje_kr": 12_000,
}


def write_property(
    register: Register, signal_dbm: NDArray[np.float64], ground: Ground, file: Path, seed: int
) -> None:
    """Write the list of sites, as public owners hand it over.

    Parameters
    ----------
    register, signal_dbm
        One row per address: where it is, and the signal there.
    ground
        For the height of the ground.
    file
        CSV in the layout of docs/site-list.md. The web fills its register from this file.
    seed
        The same seed gives the same bytes.
    """
    rng = np.random.default_rng([seed, _SALT])
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, COLUMNS, delimiter=";", lineterminator="\n")
        writer.writeheader()
        for number, place in enumerate(facts.municipalities()):
            found = _of_one(register, signal_dbm, number, rng)
            for count, (house, facts_of_it) in enumerate(found, start=1):
                writer.writerow(
                    {
                        "ejer": f"{place.name} Kommune",
                        "ejertype": "Kommune",
                        "kommunekode": place.code,
                        "ledig": "Ja",
                        "bemaerkning": MADE_UP,
                        "id": f"D-{place.code}-{count}",
                    }
                    | _at(register, ground, house)
                    | facts_of_it
                )


def _of_one(
    register: Register, signal_dbm: NDArray[np.float64], number: int, rng: np.random.Generator
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The sites of one municipality, each beside a house."""
    here = np.flatnonzero(register.municipality == number)
    towns, villages = (here[register.kind[here] == kind] for kind in (Kind.TOWN, Kind.VILLAGE))
    if len(towns):
        house, metres = _largest_town(register, towns, rng), int(rng.integers(26, 42))
        name = {"navn": f"Vandtårnet i {register.postal_name[house]}"}
        yield house, _TOWER | name | _heights(metres, metres + 2)
        house, metres = int(rng.choice(towns)), int(rng.integers(9, 15))
        name = {"navn": f"Skolen på {register.road_name[house]}"}
        yield house, _SCHOOL | name | _heights(metres, metres + 3)
    if len(villages):
        house, metres = int(rng.choice(villages)), int(rng.integers(8, 12))
        name = {"navn": f"Hallen på {register.road_name[house]}"}
        yield house, _HALL | name | _heights(metres, metres + 4)
    for count, house in enumerate(_dark(register, signal_dbm, here)):
        name = {"navn": f"Arealet ved {register.road_name[house]}"}
        yield house, _LAND | name | _land(count, number, rng)


def _land(count: int, number: int, rng: np.random.Generator) -> dict[str, Any]:
    """What is told of a piece of land: seldom all, and here and there it is the state's."""
    told: dict[str, Any] = {"antennehoejde_m": int(rng.choice([36, 42, 48])) if count else ""}
    if rng.random() < 0.2:
        told["udpegninger"] = "Kirkebyggelinje" if rng.random() < 0.5 else "Fredning, Natura 2000"
    if rng.random() < 0.08:
        told |= {"ledig": "Nej"}
    if count == LAND - 1 and number % 4 == 0:
        told |= {"ejer": ROAD_DIRECTORATE, "ejertype": "Stat"}
    return told


def _heights(structure_m: int, antenna_m: int) -> dict[str, Any]:
    return {"bygningshoejde_m": structure_m, "antennehoejde_m": antenna_m}


def _at(register: Register, ground: Ground, house: int) -> dict[str, Any]:
    east, north = register.easting_m[[house]] + 25, register.northing_m[[house]] + 25
    height = int(ground.heights(east, north)[0])
    return {"oest": round(float(east[0])), "nord": round(float(north[0])), "terraen_m": height}


def _largest_town(register: Register, towns: NDArray[np.int64], rng: np.random.Generator) -> int:
    town, count = np.unique(register.settlement[towns], return_counts=True)
    return int(rng.choice(towns[register.settlement[towns] == town[count.argmax()]]))


def _dark(
    register: Register, signal_dbm: NDArray[np.float64], here: NDArray[np.int64]
) -> Iterator[int]:
    """Houses in the country around which most lack coverage; where none do, the weakest."""
    country = here[np.isin(register.kind[here], (Kind.VILLAGE, Kind.HOLIDAY, Kind.FARM))]
    settlement, of = np.unique(register.settlement[country], return_inverse=True)
    lacking = np.bincount(of, signal_dbm[country] < LACKING_DBM, len(settlement))
    weakest = np.full(len(settlement), np.inf)
    np.minimum.at(weakest, of, signal_dbm[country])
    kept: list[int] = []
    for one in np.lexsort((weakest, -lacking)):
        houses = country[of == one]
        house = int(houses[np.argmin(signal_dbm[houses])])
        away = [_apart(register, house, other) for other in kept]
        if len(kept) < LAND and min(away, default=np.inf) > APART_M:
            kept.append(house)
            yield house


def _apart(register: Register, one: int, other: int) -> float:
    return float(
        np.hypot(
            register.easting_m[one] - register.easting_m[other],
            register.northing_m[one] - register.northing_m[other],
        )
    )
