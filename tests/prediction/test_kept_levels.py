"""What is kept of predictions keeps to a bound, and the answers in use are the last to leave."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from taskforce.prediction.kept_levels import Keep, SiteLevels, prune
from taskforce.prediction.radio import Transmitter

SITES = [Transmitter(f"P-{number}", 655_000 + number, 6_145_000, 30) for number in range(6)]
LEVELS = SiteLevels(np.arange(100, dtype=np.int32), np.zeros((100, 2), np.float32))


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Six answers, the first of them kept the longest."""
    keep = Keep(tmp_path, b"question")
    for site in SITES:
        keep.put(site, LEVELS)
        (file,) = (one for one in tmp_path.iterdir() if one.stat().st_mtime > 10)
        os.utime(file, (SITES.index(site), SITES.index(site)))
    return keep


def held(keep: Keep) -> list[int]:
    return [at for at, site in enumerate(SITES) if keep.find(site, bands=2) is not None]


def test_the_oldest_leave_first(keep: Keep, tmp_path: Path) -> None:
    assert prune(tmp_path, most_files=4) == 2
    assert held(keep) == [2, 3, 4, 5]


def test_what_was_asked_for_again_stays(keep: Keep, tmp_path: Path) -> None:
    assert keep.find(SITES[0], bands=2) is not None
    prune(tmp_path, most_files=2)
    assert held(keep) == [0, 5]


def test_bytes_are_bounded_too(keep: Keep, tmp_path: Path) -> None:
    size = max(one.stat().st_size for one in tmp_path.iterdir())
    assert prune(tmp_path, most_bytes=3 * size) == 3
    assert held(keep) == [3, 4, 5]


DAMAGE = {
    "empty": lambda _: b"",
    "zeros": lambda whole: bytes(len(whole)),
    "a seal of zeros": lambda _: bytes(16),
    "half": lambda whole: whole[: len(whole) // 2],
    "one bit": lambda whole: whole[:-1] + bytes([whole[-1] ^ 1]),
    "more": lambda whole: whole + whole[-12:],
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_file_whose_seal_does_not_fit_is_never_read(tmp_path: Path, damage: str) -> None:
    keep = Keep(tmp_path, b"question")
    keep.put(SITES[0], LEVELS)
    (file,) = tmp_path.iterdir()
    file.write_bytes(DAMAGE[damage](file.read_bytes()))
    assert keep.find(SITES[0], bands=2) is None
    keep.put(SITES[0], LEVELS)
    assert keep.find(SITES[0], bands=2) is not None


def test_a_site_that_reaches_nothing_is_kept_too(tmp_path: Path) -> None:
    keep = Keep(tmp_path, b"question")
    keep.put(SITES[0], SiteLevels(np.empty(0, np.int32), np.empty((0, 2), np.float32)))
    found = keep.find(SITES[0], bands=2)
    assert found is not None
    assert found.signal_dbm.shape == (0, 2)


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert prune(tmp_path / "none") == 0


@given(sizes=some.lists(some.integers(0, 50), max_size=12), most=some.integers(0, 200))
def test_no_more_stays_than_fits_and_no_less(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], most: int
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    for age, size in enumerate(sizes):
        file = folder / f"{age}.levels"
        file.write_bytes(b"x" * size)
        os.utime(file, (age, age))
    prune(folder, most_bytes=most)
    stays = sorted(int(one.stem) for one in folder.glob("*.levels"))
    assert stays == list(range(len(sizes) - len(stays), len(sizes)))
    assert sum(sizes[at] for at in stays) <= most
    if len(stays) < len(sizes):
        assert sum(sizes[at] for at in stays) + sizes[len(sizes) - len(stays) - 1] > most
