"""A real browser and the real server, started by the tests themselves."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from tests.made_once import demonstration_site, prepared_site

DESK, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
# Draws maps without a graphics card; plain --disable-gpu may leave no WebGL at all.
_DRAWING = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_NOTED = Path("var/browser/path")
_PATIENCE_S = 60
# A page that comes late on a busy machine has broken no promise.
expect.set_options(timeout=20_000)
_PASSWORD = "proev-taskforcen"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def chromium() -> str | None:
    """The browser that setup/browser.sh finds or installs."""
    noted = _NOTED.read_text(encoding="utf-8").strip() if _NOTED.exists() else None
    return next((path for name in _NAMES if (path := shutil.which(name))), noted)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("No browser here: run `make browser`, which finds or installs one.")
    # Playwright leaves its event loop running in this process, where other tests then ask the
    # database; Django would take them for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", *_DRAWING])
        yield started
        started.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The surroundings of the site that is served."""
    return prepared_site(tmp_path_factory, tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="session")
def inside(served: dict[str, str], site: str) -> dict[str, str]:
    """The cast, in the database of the site that is served, and the links and keys they need."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.browser.furnish"],
        env=os.environ | served,
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(told.stdout))


@pytest.fixture(scope="session")
def site(served: dict[str, str]) -> Iterator[str]:
    """The address of the site, served by the same command that people type."""
    with serving_site(**served) as address:
        yield address


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A site of its own, with the demonstration's people and promises: its surroundings."""
    return demonstration_site(tmp_path_factory, tmp_path_factory.mktemp("demonstration"))


@pytest.fixture(scope="session")
def demonstration(demonstrated: dict[str, str]) -> Iterator[str]:
    """The address of the demonstration."""
    with serving_site(**demonstrated) as address:
        yield address


@contextmanager
def serving_site(**about: str) -> Iterator[str]:
    port = _free_port()
    taskforce = Path(sys.executable).with_name("taskforce")
    command = [taskforce, "--shelf", about["TASKFORCE_SHELF"], "serve"]
    serving = subprocess.Popen(
        [*command, "--port", str(port)],
        env=os.environ | about,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_well(port, serving)
        yield f"http://localhost:{port}"
    finally:
        serving.terminate()
        try:
            serving.wait(timeout=10)
        except subprocess.TimeoutExpired:
            # A server told to stop while it starts may not hear it.
            os.killpg(serving.pid, signal.SIGKILL)
            serving.wait()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Open a page; whatever the browser complains about fails the test."""
    yield from _visits(browser, site)


@pytest.fixture
def take_part(browser: Browser, demonstration: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the demonstration; the browser must not complain there either."""
    yield from _visits(browser, demonstration)


@pytest.fixture
def member(take_part: Callable[..., Page]) -> Callable[..., Page]:
    """Somebody who has signed in to the demonstration, by the name of the role."""

    def signed_in(name: str, view: ViewportSize = DESK, **context: bool | str) -> Page:
        page = take_part("/konto/login/", view, **context)
        page.get_by_label("Mailadresse").fill(f"{name}@example.org")
        page.get_by_label("Adgangskode").fill(_PASSWORD)
        page.locator("main").get_by_role("button", name="Log ind", exact=True).click()
        expect(page).to_have_url(re.compile(r"/arbejdsbord/$"))
        return page

    return signed_in


def go(page: Page, path: str) -> None:
    """Another page of the same site."""
    page.goto(re.sub(r"(https?://[^/]+)/.*", r"\1", page.url) + path)


def _visits(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    complaints: list[str] = []
    contexts = []

    def opened(path: str, view: ViewportSize = DESK, **context: bool | str) -> Page:
        contexts.append(browser.new_context(viewport=view, locale="da-DK", **context))
        page = contexts[-1].new_page()
        page.on("console", lambda told: told.type == "error" and complaints.append(told.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: _at_home(asked.url, site) or complaints.append(asked.url))
        page.goto(f"{site}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _at_home(url: str, site: str) -> bool:
    return url.startswith((f"{site}/", "data:", "blob:"))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _wait_until_well(port: int, serving: subprocess.Popen[bytes]) -> None:
    for _ in range(_PATIENCE_S * 5):
        try:
            with closing(HTTPConnection("localhost", port, timeout=5)) as asking:
                asking.request("GET", "/health")
                asking.getresponse().read()
                return
        except OSError:
            try:
                serving.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                continue
            pytest.fail("taskforce serve ended before it answered.")
    pytest.fail("taskforce serve did not answer.")
