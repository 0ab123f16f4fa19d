"""Killed at any moment, the shelf shows the old state."""

import os
import signal
import subprocess
import sys

import pytest

from taskforce.snapshot.freeze import freezing, writing
from taskforce.vocabulary.errors import Refused

KILLED_HALF_WAY = """
import os, signal, sys
from pathlib import Path
from taskforce.snapshot.freeze import freezing, writing
shelf = Path(sys.argv[1])
with writing(shelf), freezing(shelf / "snapshots" / "new") as folder:
    (folder / "half").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_folder_appears_whole(tmp_path):
    target = tmp_path / "snapshots" / "one"
    with freezing(target) as folder:
        (folder / "data").write_text("whole")
        assert not target.exists()
    assert (target / "data").read_text() == "whole"
    assert [path.name for path in target.parent.iterdir()] == ["one"]


def test_an_error_leaves_the_old_folder_untouched(tmp_path):
    target = tmp_path / "bundles" / "one"
    with freezing(target) as folder:
        (folder / "data").write_text("old")
    with pytest.raises(ZeroDivisionError):
        fail_half_way(target)
    assert (target / "data").read_text() == "old"
    assert [path.name for path in target.parent.iterdir()] == ["one"]


def fail_half_way(target):
    with freezing(target) as folder:
        (folder / "data").write_text("new")
        raise ZeroDivisionError


def test_a_folder_is_replaced_at_one_stroke(tmp_path):
    target = tmp_path / "bundles" / "one"
    for text in ("old", "new"):
        with freezing(target) as folder:
            (folder / "data").write_text(text)
    assert (target / "data").read_text() == "new"
    assert [path.name for path in target.parent.iterdir()] == ["one"]


def test_what_a_killed_run_left_is_swept_and_never_seen(tmp_path):
    done = subprocess.run([sys.executable, "-c", KILLED_HALF_WAY, str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGKILL
    snapshots = tmp_path / "snapshots"
    assert not (snapshots / "new").exists()
    assert len(list(snapshots.iterdir())) == 1
    with writing(tmp_path):
        assert list(snapshots.iterdir()) == []


def test_two_writers_do_not_meet(tmp_path):
    with (
        writing(tmp_path),
        pytest.raises(Refused, match="Wait until it is done"),
        writing(tmp_path),
    ):
        pass
    with writing(tmp_path):
        pass


def test_a_shelf_that_cannot_be_written_is_refused(tmp_path):
    in_the_way = tmp_path / "shelf"
    in_the_way.write_text("a file, not a folder")
    with pytest.raises(Refused, match="shelf"), writing(in_the_way):
        pass
    assert os.path.isfile(in_the_way)
