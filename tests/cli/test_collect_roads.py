"""Roads are collected on the command line, and a ranking tells the kilometres of each site."""

from __future__ import annotations

import json

from tests.ranking_shelf import HERE, ranking_shelf, roads_file


def test_people_read_the_kilometres_of_each_site(shelf, tmp_path, run):
    ranking_shelf(shelf, tmp_path)
    file = roads_file(tmp_path, (HERE, 1_000, "0340"))
    collected = run("collect", "roads", str(file), "--as-of", "2026-11-01")
    assert "10 pieces of road" in collected.stdout
    assert "1.0 km of road. Every line of the file counts, whatever its class." in collected.stdout
    told = run("sites", "rank", "--k", "3").stdout
    assert "V-1 1.0, V-3 not known." in told
    assert "no road layer" not in told


def test_a_dry_run_leaves_nothing_and_machines_read_json(shelf, tmp_path, run):
    file = roads_file(tmp_path, (HERE, 250, None))
    told = json.loads(run("collect", "roads", str(file), "--dry-run", "--json").stdout)
    assert (told["kind"], told["rows"], told["addresses"]) == ("roads", 1, 3)
    assert shelf.layer("roads") is None


def test_a_file_without_roads_is_refused_with_a_remedy(tmp_path, run):
    file = tmp_path / "roads.geojson"
    file.write_text("no map", encoding="utf-8")
    done = run("collect", "roads", str(file))
    assert done.exit_code == 1
    assert "centre lines of roads" in done.stderr
