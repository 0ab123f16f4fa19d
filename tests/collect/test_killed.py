"""Killed at any moment, the shelf shows the old state, and the next run succeeds."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from taskforce.collect.coverage import collect_coverage
from tests.official import official, rows, written

# The process kills itself, as hard as the system can, at the moment named on its command line.
VICTIM = """
import os, signal, sys
from pathlib import Path

def die(*arguments, **options):
    os.kill(os.getpid(), signal.SIGKILL)

import {module}
{module}.{name} = die
from taskforce.snapshot.shelf import Shelf
from taskforce.collect.coverage import collect_coverage
collect_coverage(Shelf(Path(sys.argv[1])), [Path(sys.argv[2])])
"""

MOMENTS = [
    ("taskforce.collect.coverage", "stage"),
    ("taskforce.collect.coverage", "write_rejected"),
    ("taskforce.snapshot.manifest", "write"),
    ("taskforce.snapshot.freeze", "_move_out_of_the_way"),
]

# This one tells what it does and goes on; it is killed from outside while it freezes.
TALKER = """
import sys
from pathlib import Path
from taskforce.snapshot.shelf import Shelf
from taskforce.collect.coverage import collect_coverage
tell = lambda step: print(step, flush=True)
collect_coverage(Shelf(Path(sys.argv[1])), [Path(sys.argv[2])], tell=tell)
"""


@pytest.mark.parametrize(("module", "name"), MOMENTS)
def test_a_killed_run_leaves_the_old_state(tmp_path, shelf, module, name):
    old = collect_coverage(shelf, [written(tmp_path, official(rows(3)), "BBK25.csv")])
    new = written(tmp_path, official(rows(5)), "BBK26.csv")
    script = VICTIM.format(module=module, name=name)
    done = subprocess.run(
        [sys.executable, "-c", script, str(shelf.root), str(new)], check=False, capture_output=True
    )
    assert done.returncode == -signal.SIGKILL
    assert [one.id for one in shelf.snapshots()] == [old.id]
    shelf.latest().verify()

    again = collect_coverage(shelf, [new])
    assert [one.id for one in shelf.snapshots()] == [old.id, again.id]
    assert not list(shelf.root.rglob(".incoming-*"))


def test_a_run_killed_from_outside_leaves_the_old_state(tmp_path, shelf):
    old = collect_coverage(shelf, [written(tmp_path, official(rows(3)), "BBK25.csv")])
    new = written(tmp_path, official(rows(20_000)), "BBK26.csv")
    command = [sys.executable, "-c", TALKER, str(shelf.root), str(new)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        for step in run.stdout:
            if step.startswith("Freezing"):
                break
        run.kill()
    assert run.returncode == -signal.SIGKILL
    assert [one.id for one in shelf.snapshots()] == [old.id]
    assert collect_coverage(shelf, [new]).addresses == 20_000
