"""Rounds of work on the web's database: each in a process and a database of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.stopwatch import save, table

Seconds = dict[str, float]


def measured(name: str, targets: Mapping[str, str], *, shelf: Path, rounds: int = 3) -> str:
    """The table of a file's rounds: its `work` is done in each, on an empty database of SQLite."""
    told = [_round(name, shelf) for _ in range(rounds)]
    save(name, told)
    rows = [_row(what, [one[what] for one in told], target) for what, target in targets.items()]
    return table(("what", "s", "range", "target"), rows)


def timed(seconds: Seconds, name: str, work: Callable[[], object]) -> None:
    """Do the work, and write down what it took."""
    start = time.perf_counter()
    work()
    seconds[name] = time.perf_counter() - start


def _row(what: str, told: Sequence[float], target: str) -> tuple[str, str, str, str]:
    return what, f"{median(told):.2f}", f"{min(told):.2f}–{max(told):.2f}", target


def _round(name: str, shelf: Path) -> Seconds:
    # The models can only be read once Django is set up.
    begin = f"import django; django.setup(); from benchmarks.{name}_round import work"
    code = f"{begin}; from benchmarks.rounds import run; run(work)"
    with tempfile.TemporaryDirectory() as var:
        about = {
            "TASKFORCE_VAR": var,
            "TASKFORCE_SHELF": str(shelf),
            "TASKFORCE_DEBUG": "yes",
            "DJANGO_SETTINGS_MODULE": "taskforce.web.project.settings",
        }
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | about,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise SystemExit(done.stderr)
    told: Seconds = json.loads(done.stdout.splitlines()[-1])
    return told


def run(work: Callable[[], Seconds]) -> None:
    """In the child: make the tables, do the work, and print what it took."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    sys.stdout.write("\n" + json.dumps(work()) + "\n")
