"""A database of an earlier release becomes one of today, and loses nothing on the way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

RELEASES = sorted(Path(__file__).parent.glob("releases/*.sql"))
# Tables that belong to the libraries' own housekeeping, filled again by every migration.
HOUSEKEEPING = {"django_migrations", "auth_permission", "django_content_type", "sqlite_sequence"}


# In one process: starting the web takes longer than either.
_FORWARD = """
import django
from django.core.management import call_command

django.setup()
call_command("migrate", verbosity=0)
call_command("verify_journal")
"""


def moved_forward(var: Path) -> str:
    """Move the database in a folder forward; what is said of its journal afterwards."""
    environment = os.environ | {"TASKFORCE_VAR": str(var), "TASKFORCE_DATABASE_URL": ""}
    done = subprocess.run(
        [sys.executable, "-c", _FORWARD],
        env=environment | {"DJANGO_SETTINGS_MODULE": "taskforce.web.project.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows(database: Path) -> dict[str, int]:
    """How many rows each table holds."""
    with sqlite3.connect(database) as reading:
        found = reading.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = {name for (name,) in found} - HOUSEKEEPING
        counted = {
            name: reading.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names
        }
    reading.close()
    return counted


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_an_earlier_database_moves_forward_and_keeps_every_row(release, tmp_path):
    database = tmp_path / "taskforce.sqlite3"
    with sqlite3.connect(database) as writing:
        writing.executescript(release.read_text(encoding="utf-8"))
    writing.close()
    before = rows(database)
    told = moved_forward(tmp_path)
    after = rows(database)
    assert {name: after[name] for name in before} == before
    assert "The journal is whole" in told


@pytest.mark.django_db
def test_the_models_and_their_migrations_say_the_same(capsys):
    call_command("makemigrations", "--check", "--dry-run")
    assert "No changes detected" in capsys.readouterr().out
