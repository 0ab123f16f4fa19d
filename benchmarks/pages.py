"""What a page weighs with everything on it, and how soon it is read on a thin line."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from benchmarks.stopwatch import save, table

PORT, ROUNDS, ADDRESSES = 8792, 5, 20_000
PAGES = ("/", "/kommuner/soroe/", "/kommuner/", "/nyheder/", "/mobildaekning/", "/tjek/")
PHONE = ViewportSize(width=390, height=844)
# A slow mobile line: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
_LINE = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 9.4e4}
_TARGETS = "weight < 300 kB, painted < 1.5 s"
_PATIENCE_S = 900
_WATCH = (
    "new PerformanceObserver(seen => seen.getEntries().forEach(one => window.painted = "
    "one.startTime)).observe({type: 'largest-contentful-paint', buffered: true})"
)
_TASKFORCE = Path(sys.executable).with_name("taskforce")


@dataclass(frozen=True, slots=True)
class Seen:
    """One visit without anything in the cache."""

    kilobytes: float
    painted_s: float


def measure(_: Path) -> str:
    """The table: weight and largest contentful paint of the main pages."""
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)), _browser() as browser:
        for path in PAGES:
            _visit(browser, path)
        found = {path: [_visit(browser, path) for _ in range(ROUNDS)] for path in PAGES}
    save("pages", {path: [(one.kilobytes, one.painted_s) for one in found[path]] for path in PAGES})
    rows = [(path, *_row(seen)) for path, seen in found.items()]
    head = ("page", "kB", "painted, s", "range")
    return f"{_LINE['downloadThroughput'] * 8 / 1e6} Mbit/s; {_TARGETS}\n\n{table(head, rows)}"


def _row(seen: list[Seen]) -> tuple[str, str, str]:
    times = [one.painted_s for one in seen]
    weight = max(one.kilobytes for one in seen)
    return f"{weight:.0f}", f"{median(times):.2f}", f"{min(times):.2f}–{max(times):.2f}"


def _visit(browser: Browser, path: str) -> Seen:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", _LINE)
    octets: list[float] = []
    line.on("Network.loadingFinished", lambda one: octets.append(one["encodedDataLength"]))
    page.add_init_script(_WATCH)
    page.goto(f"http://localhost:{PORT}{path}", wait_until="networkidle")
    painted_ms = float(page.evaluate("window.painted"))
    context.close()
    return Seen(sum(octets) / 1000, painted_ms / 1000)


@contextmanager
def _browser() -> Iterator[Browser]:
    noted = Path("var/browser/path")
    path = shutil.which("chromium") or (noted.read_text().strip() if noted.exists() else None)
    if path is None:
        raise SystemExit("No browser here: run `make browser` first.")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


@contextmanager
def _served(folder: Path) -> Iterator[None]:
    """The demonstration's figures on a site that is set up as in service: packed and named."""
    shelf = ["--shelf", str(folder / "shelf")]
    made = [str(_TASKFORCE), *shelf, "demo", "--no-serve", "--addresses", str(ADDRESSES)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(made, env=_about(folder / "demo"), check=True, **quiet)  # type: ignore[call-overload]
    command = [str(_TASKFORCE), *shelf, "serve", "--port", str(PORT)]
    serving = subprocess.Popen(  # type: ignore[call-overload]
        command, env=_about(folder / "site"), start_new_session=True, **quiet
    )
    try:
        _wait(serving)
        yield
    finally:
        os.killpg(serving.pid, signal.SIGTERM)
        serving.wait(timeout=30)


def _about(var: Path) -> dict[str, str]:
    return os.environ | {"TASKFORCE_VAR": str(var)}


def _wait(serving: subprocess.Popen[bytes]) -> None:
    for _ in range(_PATIENCE_S * 2):
        try:
            with urlopen(f"http://localhost:{PORT}/health"):
                return
        except URLError:
            time.sleep(0.5)
        if serving.poll() is not None:
            break
    raise SystemExit("The site did not answer.")
