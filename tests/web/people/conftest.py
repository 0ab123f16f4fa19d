"""What the tests of people share: each begins in Danish, whatever the one before asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_danish() -> Iterator[None]:
    """A page in English leaves its language behind."""
    with translation.override("da"):
        yield
