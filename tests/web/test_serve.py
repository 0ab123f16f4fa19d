"""`taskforce serve` refuses clearly what cannot work."""

import socket

import pytest

from taskforce.cli.serve import check_place, publish
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import Refused


def test_a_port_that_is_taken_is_refused_with_another_to_try():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Refused, match=f"Port {port} .*--port {port + 1}"):
            check_place("127.0.0.1", port)


def test_other_machines_are_not_answered_in_local_mode(monkeypatch):
    monkeypatch.delenv("TASKFORCE_MODE", raising=False)
    with pytest.raises(Refused, match="TASKFORCE_MODE=service"):
        check_place("0.0.0.0", 8000)  # noqa: S104 - the point of the test


def test_an_empty_shelf_needs_no_bundle(tmp_path):
    assert publish(Shelf(tmp_path)) is None


def test_a_bundle_that_is_there_is_not_built_again(published):
    before = {path: path.stat().st_mtime_ns for path in published.glob("bundles/*/bundle.json")}
    publish(Shelf(published))
    publish(Shelf(published))
    assert set(before) == set(published.glob("bundles/*/bundle.json"))
