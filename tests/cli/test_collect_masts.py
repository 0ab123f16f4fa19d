"""Masts are collected from files and fetched from their address on the command line."""

from __future__ import annotations

import json

import pytest

from taskforce.sources.masts.address import DEFAULT_TIMEOUT_S, DEFAULT_URL
from tests.mast_files import EAST, antenna, as_list, as_map, feature, in_file, metres, planned
from tests.mast_server import mast_server

REGISTER = as_list([antenna(), antenna(EAST + 50) | planned(radius="500")])


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with mast_server() as one:
        yield one


def test_collecting_tells_what_stands_and_what_is_planned(tmp_path, run):
    result = run("collect", "masts", str(in_file(tmp_path, REGISTER)), "--as-of", "2026-11-01")
    assert result.exit_code == 0
    assert "2 antennas on 2 masts: 1 standing, 1 planned." in result.stdout
    assert "The register tells no heights" in result.stdout


def test_several_files_are_one_register_and_told_as_json(tmp_path, run):
    files = [
        str(in_file(tmp_path, as_map([feature(at, Frekvensbaand=str(700 + at))]), f"{at}.json"))
        for at in (1, 2)
    ]
    told = json.loads(run("collect", "masts", *files, "--json").stdout)
    assert (told["kind"], told["rows"], told["unchanged"]) == ("masts", 2, False)
    assert json.loads(run("collect", "masts", *files, "--json").stdout)["unchanged"]


def test_a_wrong_file_is_refused_unless_its_rows_are_allowed_to_go(tmp_path, run, shelf):
    wrong = as_list([antenna(), antenna() | metres("1", "2")])
    file = str(in_file(tmp_path, wrong))
    refused = run("collect", "masts", file)
    assert refused.exit_code == 1
    assert "coordinates outside Denmark 1" in refused.stderr
    assert shelf.layer("masts") is None
    assert run("collect", "masts", file, "--allow-rejected").exit_code == 0
    assert shelf.layer("masts") is not None


def test_a_dry_run_leaves_no_shelf(tmp_path, run, shelf):
    result = run("collect", "masts", str(in_file(tmp_path, REGISTER)), "--dry-run")
    assert result.exit_code == 0
    assert not shelf.root.exists()


def test_the_register_is_fetched_and_taken_in(run, server, shelf):
    server.answers = lambda asked: asked.give(REGISTER)
    result = run("refresh", "masts", "--url", f"{server.address}/Master/antenner.json")
    assert result.exit_code == 0
    assert "1 standing, 1 planned" in result.stdout
    first = shelf.layer("masts").id
    again = run("refresh", "masts", "--url", server.address, "--json")
    assert json.loads(again.stdout)["unchanged"] is True
    assert shelf.layer("masts").id == first


def test_a_server_that_does_not_answer_ends_with_status_1_and_a_way_out(run, server, shelf):
    server.answers = lambda asked: asked.server.over.wait()
    result = run("refresh", "masts", "--url", server.address, "--timeout", "0.1")
    assert result.exit_code == 1
    assert "no whole answer within 0.1 seconds" in result.stderr
    assert "taskforce collect masts FILE" in result.stderr
    assert shelf.layer("masts") is None


def test_what_is_no_address_is_wrong_use(run):
    result = run("refresh", "masts", "--url", "mastedatabasen.dk")
    assert result.exit_code == 2
    assert "no address on the web" in result.stderr


def test_the_help_names_the_official_address_and_the_timeout(run):
    told = "".join(run("refresh", "masts", "--help").stdout.split())
    assert DEFAULT_URL in told
    assert f"{DEFAULT_TIMEOUT_S:g}" in told
