"""A command meets a PostgreSQL server of its own, and nothing of it is left afterwards."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from setup import with_postgres

LOOK = """
import os, sys, psycopg
with psycopg.connect(os.environ["TASKFORCE_DATABASE_URL"]) as connection:
    for question in ("SHOW data_directory", "SHOW server_encoding", "SELECT upper('ærø')"):
        print(connection.execute(question).fetchone()[0], flush=True)
"""
needs_server = pytest.mark.skipif(
    with_postgres.programs() is None,
    reason="No PostgreSQL here: run `make postgres`, which finds or installs one.",
)


def beside_a_server(script: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, with_postgres.__file__, sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@needs_server
def test_the_command_meets_a_server_and_its_exit_code_is_passed_on():
    with beside_a_server(f"{LOOK}\nsys.exit(7)") as running:
        told, _ = running.communicate()
    _address, data, *answers = told.splitlines()
    assert (running.returncode, answers) == (7, ["UTF8", "ÆRØ"])
    assert not Path(data).parent.exists()


@needs_server
def test_a_command_that_is_told_to_stop_leaves_no_server_behind():
    with beside_a_server(f"{LOOK}\nsys.stdin.read()") as running:
        _address, data, *_answers = [running.stdout.readline().strip() for _ in range(4)]
        assert Path(data).parent.exists()
        running.terminate()
        assert running.wait() == with_postgres.INTERRUPTED
    assert not Path(data).parent.exists()


def test_a_server_that_does_not_start_leaves_no_folder_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(OSError, match="initdb"), with_postgres.server(tmp_path / "none", ""):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_machine_without_a_server_is_told_so_and_is_no_failure(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(with_postgres, "NOTE", tmp_path / "bin-path")
    assert with_postgres.main(["false"]) == 0
    assert "Install postgresql" in capsys.readouterr().out
