"""`taskforce demo`: everything a newcomer sees, made with one command."""

import json
import socket

import pytest
from click.testing import CliRunner

from taskforce.cli import main
from taskforce.report.mobile.keeping import kept as overviews
from taskforce.report.mobile.publishing import on_show
from taskforce.report.mobile.truths import Truth
from taskforce.report.ranking.keeping import kept


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    """The demonstration's own surroundings, gone again after each test."""
    for name, value in {
        "TASKFORCE_VAR": str(tmp_path / "web"),
        "TASKFORCE_DEBUG": "yes",
        "TASKFORCE_SHELF": "",
        "TASKFORCE_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "taskforce.web.project.settings",
    }.items():
        monkeypatch.setenv(name, value)


def demo(shelf, *arguments):
    return CliRunner().invoke(main, ["--shelf", str(shelf.root), "demo", *arguments])


def compared(shelf):
    """The overview of mobile need: made from all three truths, and on show."""
    (mobile,) = overviews(shelf)
    assert mobile.demonstration
    assert mobile.calibrated
    assert all(getattr(mobile.region, truth.value) for truth in Truth)
    assert on_show(shelf).id == mobile.id
    return mobile


def test_the_demonstration_is_made_once_and_used_again(shelf):
    first = demo(shelf, "--addresses", "500", "--no-serve")
    assert first.exit_code == 0, first.stderr
    for word in ("http://localhost:8000/", "DEMONSTRATIONSDATA", "DEMONSTRATION DATA"):
        assert word in first.stdout
    for role in ("consultant", "coordinator", "case officer", "site manager", "operator"):
        assert f"/ {role}" in first.stdout
    assert "/ landlord" in first.stdout
    assert "administrator@example.org" in first.stdout
    assert all(one.manifest.demonstration for one in shelf.snapshots())
    bundles = sorted((shelf.root / "bundles").iterdir())
    for bundle in bundles:
        label = json.loads((bundle / "bundle.json").read_text(encoding="utf-8"))
        assert label["demonstration"] is True
    # All are approved, one after the other, so that there are changes and a course to tell of.
    assert len(list((shelf.root / "editions").iterdir())) == len(bundles) == 3
    layers = [shelf.layer(kind) for kind in ("terrain", "masts", "measurements", "sites")]
    assert all(one.manifest.demonstration for one in layers)
    (ranking,) = kept(shelf)
    assert ranking.demonstration
    assert ranking.calibrated
    assert {one.id for one in layers if one.manifest.kind in ("terrain", "sites")} < {
        one.id for one in ranking.inputs
    }
    assert ranking.stages[-1].value > 0
    assert len(ranking.candidates) >= 40
    mobile = compared(shelf)

    ids = [one.id for one in shelf.snapshots()]
    second = demo(shelf, "--addresses", "500", "--no-serve")
    assert second.exit_code == 0
    assert "already" in second.stderr
    assert "on the shelf already" in second.stderr
    for done in ("ranked already", "compared already"):
        assert done in second.stderr
    assert kept(shelf) == (ranking,)
    assert compared(shelf) == mobile
    assert [one.id for one in shelf.snapshots()] == ids
    assert sorted((shelf.root / "bundles").iterdir()) == bundles


def test_made_up_data_never_joins_real_data_on_one_shelf(shelf, two_snapshots):
    refused = demo(shelf, "--addresses", "500", "--no-serve")
    assert refused.exit_code == 1
    assert "real data" in refused.stderr
    assert "--shelf var/demo" in refused.stderr
    assert len(shelf.snapshots()) == 2


def test_a_port_in_use_is_told_before_the_long_work(shelf):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = demo(shelf, "--addresses", "500", "--port", str(port))
    assert refused.exit_code == 1
    assert str(port) in refused.stderr
    assert not shelf.root.exists()


def test_a_number_of_addresses_too_small_to_show_anything_is_wrong_use(shelf):
    assert demo(shelf, "--addresses", "10", "--no-serve").exit_code == 2
