"""What the tests of the web share: a published region, its static files, and a visitor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker, Settings

from taskforce.web.publication.openness.allowance import allowance
from tests.cast import Cast, gather, members
from tests.kept_rows import Rows, put_back, rows_made_by
from tests.made_once import small_region, static_files

_VISITS = {"read", "visitor", "early_visitor"}
_QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever visits a page needs a database: the page may name somebody to ask.

    Last, because pages of figures need not be tried on every kind of database.
    """
    for item in items:
        if _VISITS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(autouse=True)
def in_danish() -> Iterator[None]:
    """Every test begins in Danish, whatever page the one before it read."""
    with translation.override("da"):
        yield


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf with one bundle of two days."""
    return small_region(tmp_path_factory, tmp_path_factory.mktemp("region"))


@pytest.fixture(scope="session")
def static_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static files as they are served; they stay as they are."""
    return static_files(tmp_path_factory)


@pytest.fixture(scope="session")
def browser(static_root: Path) -> Iterator[Client]:
    """The one way in: starting the web takes longer than answering."""
    with override_settings(STATIC_ROOT=static_root):
        client = Client(SERVER_NAME="localhost")
        client.get("/robots.txt")
        yield client


@pytest.fixture
def visitor(browser: Client, published: Path, settings: Settings) -> Client:
    """Somebody who looks at the published region."""
    settings.SHELF = published
    return browser


@pytest.fixture
def early_visitor(browser: Client, tmp_path: Path, settings: Settings) -> Client:
    """Somebody who comes before anything has been published."""
    settings.SHELF = tmp_path / "shelf"
    return browser


@pytest.fixture(scope="session")
def read(browser: Client, published: Path) -> Callable[[str], HttpResponse]:
    """A page of the published region, each fetched once however many promises it keeps."""

    @cache
    def fetch(path: str) -> HttpResponse:
        with override_settings(SHELF=published):
            return browser.get(path)

    return fetch


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    """A password that is slow to guess is slow to make, and a cast has ten."""
    settings.PASSWORD_HASHERS = _QUICK


@pytest.fixture(autouse=True)
def own_files(settings: Settings, tmp_path: Path) -> None:
    """Files that a test keeps are gone with it."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture(autouse=True)
def not_asked_before() -> None:
    """Tests ask the API more often within a minute than one asker may."""
    allowance.forget()


@pytest.fixture(scope="session")
def gathered(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Rows:
    """The rows of the cast, made once: it takes longer than most tests that ask for it."""
    quick = override_settings(PASSWORD_HASHERS=_QUICK)
    with django_db_blocker.unblock(), quick, translation.override("da"):
        return rows_made_by(gather)


@pytest.fixture
def cast(db: None, gathered: Rows) -> Cast:
    """One account for each role, and its opposite number elsewhere."""
    put_back(gathered)
    return members()
