"""`taskforce report` and `taskforce tiles`, as a nightly job runs them."""

from __future__ import annotations

import json
from pathlib import Path

from taskforce.report.bundle import Bundles
from taskforce.snapshot.shelf import Shelf
from tests.cli.conftest import Run


def test_the_bundle_of_the_newest_snapshot_is_built(
    run: Run, shelf: Shelf, two_snapshots: tuple[str, str]
) -> None:
    old, new = two_snapshots

    result = run("report", "--json")

    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["bundle"] == f"{new}--{old}"
    latest = Bundles(shelf.root).latest()
    assert latest is not None
    assert str(latest.path) == told["path"]


def test_the_same_bundle_is_built_once(run: Run, shelf: Shelf, two_snapshots) -> None:
    run("report")
    label = shelf.root / "bundles" / "--".join(reversed(two_snapshots)) / "bundle.json"
    made = label.stat().st_mtime_ns

    result = run("report")

    assert result.exit_code == 0
    assert label.stat().st_mtime_ns == made


def test_an_empty_shelf_is_told_and_nothing_is_left_behind(run: Run, shelf: Shelf) -> None:
    result = run("report")

    assert result.exit_code == 1
    assert "taskforce collect" in result.stderr
    assert not (shelf.root / "bundles").exists()


def test_an_unknown_region_is_refused(run: Run, two_snapshots) -> None:
    result = run("report", "--region", "atlantis")

    assert result.exit_code == 1
    assert "sjaelland" in result.stderr


def test_tiles_are_written_where_one_asks(run: Run, tmp_path: Path, two_snapshots) -> None:
    result = run("tiles", "--out", str(tmp_path / "maps"), "--json")

    assert result.exit_code == 0
    files = [Path(file) for file in json.loads(result.stdout)["files"]]
    assert {"municipalities.pmtiles", "hexes.pmtiles"} <= {file.name for file in files}
    assert all(file.read_bytes().startswith(b"PMTiles") for file in files)
