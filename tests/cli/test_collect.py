"""`taskforce collect` speaks to people and to scripts, and its exit status can be trusted."""

from __future__ import annotations

import json
import subprocess
import sys

from taskforce.cli import COMMANDS
from tests.official import official, row, rows, written


def test_a_delivery_is_frozen_and_told(run, tmp_path):
    result = run("collect", "coverage", str(written(tmp_path, official(rows(3)))))
    assert result.exit_code == 0
    assert "Frozen: snapshot 2026-06-30-" in result.stdout
    assert "3 rows: 3 accepted, 0 rejected" in result.stdout


def test_json_holds_what_scripts_need(run, tmp_path):
    file = str(written(tmp_path, official([*rows(99), row(100, download_fiber="-1")])))
    told = json.loads(run("collect", "coverage", file, "--json").stdout)
    assert told["snapshot"].startswith("2026-06-30-")
    assert (told["rows"], told["accepted"], told["rejected"]) == (100, 99, 1)
    assert (told["addresses"], told["as_of"], told["format"]) == (99, "2026-06-30", "tjekditnet")
    assert told["unchanged"] is False
    assert json.loads(run("collect", "coverage", file, "--json").stdout)["unchanged"] is True


def test_the_same_file_twice_says_so(run, tmp_path):
    file = str(written(tmp_path, official(rows(3))))
    run("collect", "coverage", file)
    result = run("collect", "coverage", file)
    assert result.exit_code == 0
    assert "Nothing to do" in result.stdout


def test_a_refusal_goes_to_stderr_with_status_one(run, tmp_path):
    result = run("collect", "coverage", str(written(tmp_path, "a;b\n1;2\n")), "--json")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("taskforce: BBK26_udbudt.csv: ")
    assert "--profile" in result.stderr


def test_wrong_use_has_status_two(run, tmp_path):
    file = str(written(tmp_path, official(rows(1))))
    assert run("collect", "coverage").exit_code == 2
    assert run("collect", "coverage", file, "--as-of", "yesterday").exit_code == 2
    assert run("collect", "nothing", file).exit_code == 2
    assert run("nothing").exit_code == 2


def test_a_dry_run_shows_the_mapping_and_writes_nothing(run, tmp_path, shelf):
    result = run("collect", "coverage", str(written(tmp_path, official(rows(3)))), "--dry-run")
    assert "Dry run, nothing is written" in result.stdout
    assert "fibre <- download_fiber / upload_fiber" in result.stdout
    assert not shelf.root.exists()


def test_snapshots_lists_what_was_collected(run, tmp_path):
    assert "no snapshot yet" in run("snapshots").stderr
    assert json.loads(run("snapshots", "--json").stdout) == []
    file = str(written(tmp_path, official(rows(3))))
    run("collect", "coverage", file, "--as-of", "2020-01-01")
    (told,) = json.loads(run("snapshots", "--json").stdout)
    assert (told["as_of"], told["as_of_basis"], told["addresses"]) == ("2020-01-01", "given", 3)
    assert told["snapshot"] in run("snapshots").stdout


def test_help_names_every_command_without_loading_the_engine():
    script = (
        "import sys; from click.testing import CliRunner; from taskforce.cli import main;"
        "print(CliRunner().invoke(main, ['--help']).output);"
        "print({'duckdb', 'ibis', 'numpy', 'pyarrow', 'django'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert all(name in done.stdout for name in COMMANDS)
    assert done.stdout.strip().endswith("set()")
