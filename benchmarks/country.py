"""A made-up country of any size: towns, farms, thirty-one operators and what each offers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from taskforce.vocabulary.places import Municipality, load_region
from taskforce.vocabulary.technology import Technology

POSTCODES = 600
Ints = NDArray[np.int32]

# What operators sell, as (download, upload) in kbit/s; xDSL is not a product but a distance.
PRODUCTS: dict[Technology, tuple[tuple[int, int], ...]] = {
    Technology.FIBRE: (
        (1_000_000, 1_000_000),
        (500_000, 500_000),
        (2_500_000, 2_500_000),
        (300_000, 300_000),
        (6_300_000, 6_300_000),
        (10_000_000, 10_000_000),
    ),
    Technology.CABLE: ((1_000_000, 100_000), (500_000, 50_000), (2_000_000, 500_000)),
    Technology.FIXED_WIRELESS: ((100_000, 20_000), (300_000, 50_000), (100_000, 100_000)),
    Technology.MOBILE: (
        (30_000, 2_000),
        (50_000, 3_000),
        (200_000, 10_000),
        (600_000, 30_000),
        (1_000_000, 50_000),
    ),
}
# Sold with more upload and less download than the first: neither is better than the other.
INCOMPARABLE = {
    Technology.FIBRE: (300_000, 12_000_000),
    Technology.CABLE: (250_000, 600_000),
    Technology.FIXED_WIRELESS: (50_000, 120_000),
    Technology.MOBILE: (25_000, 60_000),
}
OPERATORS: tuple[tuple[Technology, float], ...] = (
    *((Technology.FIBRE, share) for share in (0.4, 0.25, 0.15, 0.1, 0.1, 0.08, 0.06, 0.05, 0.04)),
    *((Technology.CABLE, share) for share in (0.3, 0.12, 0.06, 0.04)),
    *((Technology.XDSL, share) for share in (0.75, 0.3, 0.15, 0.05)),
    *((Technology.FIXED_WIRELESS, share) for share in (0.25, 0.15, 0.1, 0.08, 0.04, 0.03)),
    *((Technology.MOBILE, share) for share in (1.0, 0.85, 0.5, 0.2, 0.1, 0.05, 0.04, 0.03)),
)


@dataclass(frozen=True, slots=True)
class Country:
    """The addresses of the country and everything that is offered at them."""

    addresses: pa.Table
    offers: pa.Table


def country(addresses: int, *, overflow_share: float = 0.0, seed: int = 1) -> Country:
    """Make a country; the same seed gives the same country."""
    random = np.random.default_rng(seed)
    towns = max(50, addresses // 1500)
    weight = 1 / np.arange(1, towns + 1)
    town = random.choice(towns, addresses, p=weight / weight.sum()).astype(np.int32)
    distance_m = np.minimum(random.lognormal(6.6, 0.9, addresses), 9_000)
    place = _place(random, town, towns, distance_m)
    order = np.argsort(place["municipality"], kind="stable")
    town, distance_m = town[order], distance_m[order]
    columns = {name: values[order] for name, values in place.items()}
    columns["address_id"] = np.arange(addresses, dtype=np.int32)
    offers = _offers(random, town, towns, distance_m, overflow_share)
    return Country(pa.table(columns), offers)


def municipalities() -> tuple[Municipality, ...]:
    """The municipalities that the towns are dealt out to."""
    return tuple(place for place in load_region("denmark").municipalities if place.code != "0411")


def write(made: Country, folder: Path) -> None:
    """Write the facts as long Parquet, sorted by address, as a database would keep them."""
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(made.addresses, folder / "addresses.parquet", compression="zstd")
    pq.write_table(
        made.offers, folder / "offers.parquet", compression="zstd", row_group_size=491_520
    )


def _place(
    random: np.random.Generator, town: Ints, towns: int, distance_m: NDArray[np.float64]
) -> dict[str, NDArray[np.generic]]:
    east = random.uniform(450_000, 880_000, towns)
    north = random.uniform(6_060_000, 6_390_000, towns)
    codes = np.array([int(place.code) for place in municipalities()], dtype=np.int32)
    angle = random.uniform(0, 2 * np.pi, len(town))
    return {
        "municipality": codes[town % len(codes)],
        "postcode": (town % POSTCODES).astype(np.int32),
        "easting_m": east[town] + distance_m * np.cos(angle),
        "northing_m": north[town] + distance_m * np.sin(angle),
    }


def _offers(
    random: np.random.Generator,
    town: Ints,
    towns: int,
    distance_m: NDArray[np.float64],
    overflow_share: float,
) -> pa.Table:
    extra = random.random(len(town)) < overflow_share
    parts = []
    for number, (technology, share) in enumerate(OPERATORS):
        served = _served(random, town, towns, distance_m, technology, share)
        download, upload = _speeds(random, town[served], distance_m[served], technology)
        parts.append(_part(served, number, technology, download, upload))
        if number == 0 and extra.any():
            parts += _incomparable(np.flatnonzero(extra).astype(np.int32), random)
    return pa.concat_tables(parts).sort_by([("address_id", "ascending"), ("operator", "ascending")])


def _served(
    random: np.random.Generator,
    town: Ints,
    towns: int,
    distance_m: NDArray[np.float64],
    technology: Technology,
    share: float,
) -> Ints:
    if technology is Technology.MOBILE:
        return np.flatnonzero(random.random(len(town)) < share).astype(np.int32)
    # An operator rolls out town by town, out to a distance of its own in each of them.
    here = random.random(towns) < share
    reach_m = random.lognormal(7.6, 0.5, towns)
    return np.flatnonzero(here[town] & (distance_m < reach_m[town])).astype(np.int32)


def _speeds(
    random: np.random.Generator, town: Ints, distance_m: NDArray[np.float64], technology: Technology
) -> tuple[Ints, Ints]:
    if technology is Technology.XDSL:
        download = np.clip(200 * np.exp(-distance_m / 900), 2, 200).astype(np.int32) * 1024
        return download, np.maximum(download // 5, 512).astype(np.int32)
    products = np.array(PRODUCTS[technology], dtype=np.int32)
    # One product for a whole town, with a tenth of its addresses on an older or newer one.
    choice = (town + random.integers(0, len(products))) % len(products)
    odd = random.random(len(town)) < 0.1
    choice[odd] = random.integers(0, len(products), int(odd.sum()))
    return products[choice, 0], products[choice, 1]


def _incomparable(at: Ints, random: np.random.Generator) -> list[pa.Table]:
    technologies = list(INCOMPARABLE)
    which = random.integers(0, len(technologies), len(at))
    parts = []
    for number, technology in enumerate(technologies):
        here = at[which == number]
        best = PRODUCTS[technology][0]
        for operator, (download, upload) in ((40, best), (41, INCOMPARABLE[technology])):
            full = np.full(len(here), 1, dtype=np.int32)
            parts.append(_part(here, operator, technology, full * download, full * upload))
    return parts


def _part(
    at: Ints, operator: int, technology: Technology, download: Ints, upload: Ints
) -> pa.Table:
    return pa.table(
        {
            "address_id": at,
            "operator": np.full(len(at), operator, dtype=np.int16),
            "technology": np.full(len(at), list(Technology).index(technology), dtype=np.int8),
            "download_kbps": download.astype(np.int32),
            "upload_kbps": upload.astype(np.int32),
        }
    )
