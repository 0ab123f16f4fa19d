"""What takes long to make is made once in a run of tests, and copied for whoever needs its own."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

from tests.small_region import publish_small_region

_OPEN = {"TASKFORCE_DEBUG": "yes"}


def small_region(factory: pytest.TempPathFactory, folder: Path) -> Path:
    """The small region, copied into a folder; returns its shelf."""
    made = _made_once(factory, "small-region", publish_small_region)
    shutil.copytree(made / "shelf", folder / "shelf")
    return folder / "shelf"


def static_files(factory: pytest.TempPathFactory) -> Path:
    """The static files as they are served, under names that change with their content."""

    def collect(folder: Path) -> None:
        with override_settings(STATIC_ROOT=folder):
            call_command("collectstatic", interactive=False, verbosity=0)

    return _made_once(factory, "static-files", collect)


def prepared_site(factory: pytest.TempPathFactory, folder: Path) -> dict[str, str]:
    """A site of the small region with an empty database, in a folder: its surroundings."""
    made = _made_once(factory, "prepared-site", _prepare)
    shutil.copytree(made / "var", folder / "var")
    small_region(factory, folder)
    return _about(folder)


def demonstration_site(factory: pytest.TempPathFactory, folder: Path) -> dict[str, str]:
    """A site with the demonstration's people and promises, in a folder: its surroundings."""

    def fill(unfinished: Path) -> None:
        _manage("fill_demonstration", prepared_site(factory, unfinished) | _OPEN)

    made = _made_once(factory, "demonstration-site", fill)
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return _about(folder) | _OPEN


def _prepare(folder: Path) -> None:
    _manage("prepare", _about(folder))


def _manage(command: str, about: dict[str, str]) -> None:
    words = [sys.executable, "-m", "django", command]
    subprocess.run(words, env=os.environ | about, capture_output=True, check=True)


def _about(folder: Path) -> dict[str, str]:
    return {
        "TASKFORCE_VAR": str(folder / "var"),
        "TASKFORCE_SHELF": str(folder / "shelf"),
        "DJANGO_SETTINGS_MODULE": "taskforce.web.project.settings",
    }


def _made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of that name, which the first of the processes that run the tests makes."""
    own = factory.getbasetemp()
    everybodys = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, unfinished = everybodys / name, everybodys / f"{name}-unfinished"
    with (everybodys / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(unfinished)
            unfinished.rename(folder)
    return folder
