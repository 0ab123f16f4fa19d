"""What all tests share: those that touch the database are marked, to run on both databases."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from pytest_django import DjangoDbBlocker

# Tests do not time: a busy machine must not break a promise.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Tests start many servers and commands; each would read the same source anew where the surroundings
# forbid to keep what was made of it.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Whatever asks for a database asks for one of these on the way.
_FIXTURES = {"django_db_setup", "live_server"}
_TESTS = Path(__file__).parent
# The browser meets a site that brings a database of its own.
_BROWSER = _TESTS / "browser"
# What takes longest begins first: begun last, it would keep everybody waiting.
_LONGEST = [
    _TESTS / name
    for name in (
        "web/test_every_door.py",
        "web/test_nothing_personal.py",
        "cli/test_demo.py",
        "web/test_moving_forward.py",
        "cli/test_site.py",
    )
]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """PostgreSQL never counts back, so a row that a test takes for the first is so by luck alone.

    There the numbers start where no test can guess them, whichever test came before.
    """
    from django.db import connection

    if connection.vendor != "postgresql":
        return
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(sequencename) FROM pg_sequences")
        for (sequence,) in cursor.fetchall():
            cursor.execute(f"ALTER SEQUENCE {sequence} RESTART WITH 9001")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        asks = item.get_closest_marker("django_db") or _FIXTURES & set(
            getattr(item, "fixturenames", ())
        )
        enough = item.get_closest_marker("one_database") or _BROWSER in item.path.parents
        if asks and not enough:
            item.add_marker(pytest.mark.database)
    items.sort(key=lambda item: item.path not in _LONGEST)


def pytest_collection_finish() -> None:
    """All that has been imported stays: looking through it for waste takes a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
