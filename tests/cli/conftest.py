"""What the tests of the command line share: a shelf with two snapshots, and the command itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from taskforce.cli import main
from taskforce.snapshot.shelf import Shelf
from tests.makers import GIGABIT, SLOW, Address, make_snapshot, uuid_of

Run = Callable[..., Result]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


@pytest.fixture
def run(shelf: Shelf) -> Run:
    """Run `taskforce --shelf SHELF …` and hand back status, output and errors."""
    return lambda *arguments: CliRunner().invoke(main, ["--shelf", str(shelf.root), *arguments])


@pytest.fixture
def two_snapshots(shelf: Shelf) -> tuple[str, str]:
    """Lolland and København in two years; the ids of the older and the newer snapshot."""
    old = [
        Address(uuid_of(1), SLOW),
        Address(uuid_of(2), GIGABIT, easting_m=640_100),
        Address(uuid_of(3), None, easting_m=640_200),
        Address(uuid_of(4), SLOW, municipality="0101", postcode="2100", easting_m=724_000),
    ]
    new = [
        Address(uuid_of(1), GIGABIT),
        Address(uuid_of(2), SLOW, easting_m=640_100),
        Address(uuid_of(3), SLOW, easting_m=640_200),
        Address(uuid_of(4), SLOW, municipality="0101", postcode="2100", easting_m=724_000),
        Address(uuid_of(5), GIGABIT, municipality=None, postcode=None, easting_m=None),
    ]
    return (
        make_snapshot(shelf, old, "2025-06-30").id,
        make_snapshot(shelf, new, "2026-06-30").id,
    )
