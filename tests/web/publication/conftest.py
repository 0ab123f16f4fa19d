"""A shelf on which a new edition can arrive in the midst, and the site behind a real port."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from pytest_django import Settings

from taskforce.report.build import build
from taskforce.report.mobile.publishing import publish
from taskforce.snapshot.shelf import Shelf
from tests.report.mobile_overviews import CELLS, OVERVIEW


@pytest.fixture(scope="session")
def older(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf on which only the older of the two days has been published."""
    root = tmp_path_factory.mktemp("older") / "shelf"
    shutil.copytree(published, root, ignore=shutil.ignore_patterns("bundles"))
    build(Shelf(root), "2023")
    return root


@pytest.fixture(scope="session")
def with_mobile(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published shelf with an overview of mobile coverage."""
    shelf = shutil.copytree(published, tmp_path_factory.mktemp("mobile") / "shelf")
    publish(Shelf(shelf), OVERVIEW, CELLS)
    return shelf


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


@pytest.fixture
def server(db: None, visitor: Client) -> Iterator[str]:
    """The site behind a real port of this machine, on the very rows of the test."""
    site = get_wsgi_application()
    with make_server("127.0.0.1", 0, site, handler_class=_Quiet) as listening:
        connection.inc_thread_sharing()
        thread = Thread(target=_serve, args=(listening, connections["default"]), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()
        connection.dec_thread_sharing()


def _serve(listening: WSGIServer, rows: BaseDatabaseWrapper) -> None:
    connections[rows.alias] = rows
    listening.serve_forever(poll_interval=0.01)


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""
