"""A small region on two days, published once for all tests of this room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from taskforce.report.build import build
from taskforce.report.bundle import Bundle, Bundles
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.technology import Technology
from taskforce.vocabulary.use import Use
from tests.makers import GIGABIT, NOTHING, SLOW, Address, make_snapshot, uuid_of

MUNICIPALITIES = ("0253", "0259", "0340", "0360")
OUTSIDE = 3
VILLAGE = 5
MIDDLING = {Technology.CABLE: [(300_000, 20_000), (50_000, 40_000)]}
MOBILE = {Technology.XDSL: [(20_000, 2_000)], Technology.MOBILE: [(300_000, 50_000)]}


def addresses(seed: int, *, poor: float) -> Iterator[Address]:
    """Some 400 addresses in four municipalities and three elsewhere.

    The first five are a village that lacks proper internet on both days; other lacks lie scattered.
    """
    chance = Random(seed)  # noqa: S311 - nothing secret
    for number in range(400):
        place = Random(number)  # noqa: S311 - nothing secret
        village = number < VILLAGE
        code = "0340" if village else place.choice(MUNICIPALITIES)
        spread_m = 200 if village else 4_000
        needy = chance.random() < poor * (1 + MUNICIPALITIES.index(code))
        offers = chance.choice([SLOW, NOTHING, MIDDLING, MOBILE, None]) if needy else GIGABIT
        yield Address(
            uuid_of(number),
            SLOW if village else offers,
            municipality=code,
            postcode=place.choice(("4000", "4100")),
            easting_m=640_000 + 9_000 * MUNICIPALITIES.index(code) + place.random() * spread_m,
            northing_m=6_100_000 + place.random() * spread_m,
            use=place.choice((Use.HOME, Use.HOME, Use.HOLIDAY_HOME, Use.BUSINESS)),
            road=place.choice(("Søvej", "Ålborggade", "H.C. Andersens Vej", "10. Februar Vej")),
            house_number=f"{number}{place.choice(('', '', 'B'))}",
        )
    for number in range(OUTSIDE):
        yield Address(uuid_of(10_000 + number), SLOW, municipality="0101")


def two_days(root: Path) -> Shelf:
    """A shelf with the region poor in 2016 and better in 2026."""
    make_snapshot(root, addresses(1, poor=0.12), "2016-06-30")
    make_snapshot(root, addresses(2, poor=0.02), "2026-06-30")
    return Shelf(root)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return two_days(tmp_path_factory.mktemp("report") / "shelf")


@pytest.fixture(scope="session")
def bundle(shelf: Shelf) -> Bundle:
    build(shelf)
    published = Bundles(shelf.root).latest()
    assert published is not None
    return published
