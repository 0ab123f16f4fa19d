"""What the tests of this room share: an empty shelf, also inside property tests."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from taskforce.snapshot.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


@pytest.fixture(scope="module")
def many_shelves() -> Iterator[Shelf]:
    """One shelf for all examples of a property; snapshots tell themselves apart by their id."""
    with tempfile.TemporaryDirectory() as folder:
        yield Shelf(Path(folder))
