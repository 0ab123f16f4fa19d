"""What the tests of notes share: the cast, a municipality, and a folder for the files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from taskforce.web.people.models import Organisation
from tests.cast import HOME, Cast


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """Where the files lie."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def home(cast: Cast) -> Organisation:
    """The municipality of the coordinator."""
    return Organisation.objects.get(code=HOME)
