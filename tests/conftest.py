"""What all tests share: those that touch the database are marked, to run on both databases."""

from __future__ import annotations

import pytest

_FIXTURES = {"db", "transactional_db", "cast"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or _FIXTURES & fixtures:
            item.add_marker(pytest.mark.database)
