"""A shelf on which a new edition can arrive while somebody is still reading the old one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from taskforce.report.build import build
from taskforce.snapshot.shelf import Shelf


@pytest.fixture(scope="session")
def older(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf on which only the older of the two days has been published."""
    root = tmp_path_factory.mktemp("older") / "shelf"
    shutil.copytree(published, root, ignore=shutil.ignore_patterns("bundles"))
    build(Shelf(root), "2023")
    return root


@pytest.fixture
def arriving(older: Path, published: Path, tmp_path: Path, settings: Settings) -> Callable[[], str]:
    """Readers see the older edition until this is called; it returns the new bundle's id."""
    root = tmp_path / "shelf"
    shutil.copytree(older, root)
    settings.SHELF = root

    def arrive() -> str:
        new = next((published / "bundles").iterdir())
        shutil.copytree(new, root / "bundles" / new.name)
        return new.name

    return arrive
