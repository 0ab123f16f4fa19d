"""What the tests of editions share: a shelf of their own that the web shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.web.editions.makers import own_shelf


@pytest.fixture
def shelf(published: Path, tmp_path: Path, settings: Settings) -> Path:
    """A shelf with one built bundle, that nobody has approved."""
    settings.SHELF = own_shelf(published, tmp_path)
    return Path(settings.SHELF)
