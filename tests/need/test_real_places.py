"""Two real postcodes of 2026: the need that is left is a small and scattered rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from taskforce.collect.coverage import Choices, collect_coverage
from taskforce.need.overview import overview
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD
from taskforce.vocabulary.technology import Counting
from tests.official import REAL


@pytest.mark.parametrize(
    ("name", "municipality", "addresses", "below"),
    [("4793_bogoe", "0390", 1_247, 1), ("4190_munke_bjergby", "0340", 485, 0)],
)
def test_need_of_a_real_postcode(
    shelf: Shelf, name: str, municipality: str, addresses: int, below: int
) -> None:
    file: Path = REAL / "dk-tjekditnet-bbk26" / f"{name}_speeds.csv"
    if not file.exists():
        pytest.skip(f"the real file is not at hand ({file})")
    collect_coverage(shelf, [file], Choices(profile="tjekditnet-compact"))

    (area,) = overview(shelf.latest(), threshold=DEFAULT_THRESHOLD)
    (with_mobile,) = overview(shelf.latest(), threshold=DEFAULT_THRESHOLD, counting=Counting.ALL)

    assert (area.area, area.addresses, area.below, area.unknown) == (
        municipality,
        addresses,
        below,
        0,
    )
    assert with_mobile.below <= area.below
