"""Six hundred reports of missing coverage at once: none is lost, and none is kept twice."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from html import unescape
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from taskforce.report.bundle import Bundles

REPORTS, AT_ONCE, PORT = 600, 20, 8791
# Every third is sent again, as by an impatient second click or after a lost connection.
_AGAIN = 3
_TRIES, _TOO_MANY = 5, 429
# Making the demonstration takes minutes on a busy machine.
_PATIENCE_S = 900
_WORDS = "Prøvemelding"
_HIDDEN = re.compile(r'name="(\w+)" value="([^"]*)"')
_KEY = re.compile(r'name="sent_key" value="(\w+)"')
_TASKFORCE = Path(sys.executable).with_name("taskforce")


@dataclass(frozen=True, slots=True)
class Sent:
    """One report: where its receipt is, and how many seconds each page took."""

    receipt: str
    form_s: float
    check_s: float
    send_s: float


def measure(_: Path) -> str:
    """The table: how long each page took, and whether every report is there once."""
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as places:
        start = time.perf_counter()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            sent = [one for found in pool.map(_person, range(REPORTS), places) for one in found]
        took_s = time.perf_counter() - start
        kept, keys = _kept(Path(folder))
    receipts = {one.receipt for one in sent}
    if not kept == keys == len(receipts) == REPORTS:
        raise SystemExit(f"{REPORTS} sent, {kept} kept, {len(receipts)} receipts.")
    return "\n".join((_told(sent, took_s), "", *_table(sent)))


def _told(sent: list[Sent], took_s: float) -> str:
    again = len(sent) - REPORTS
    return (
        f"{REPORTS} reports by {AT_ONCE} people at once, {again} of them sent twice: {REPORTS} "
        f"kept, none lost, none twice, in {took_s:.0f} s ({REPORTS / took_s * 3600:,.0f} an hour)."
    )


def _table(sent: list[Sent]) -> Iterator[str]:
    yield "| page | median | 95 % | slowest |"
    yield "|---|--:|--:|--:|"
    pages: dict[str, Callable[[Sent], float]] = {
        "the form": lambda one: one.form_s,
        "what the map says": lambda one: one.check_s,
        "sending": lambda one: one.send_s,
    }
    for name, of in pages.items():
        times = [of(one) * 1000 for one in sent]
        high = quantiles(times, n=20)[-1]
        yield f"| {name} | {median(times):.0f} ms | {high:.0f} ms | {max(times):.0f} ms |"


def _person(number: int, place: str) -> list[Sent]:
    """Fill in the form, look at the map's word, send; and perhaps send once more."""
    network = f"10.0.{number // 250}.{number % 250 + 1}"
    page, form_s = _asked(network, "GET", "/manglende-daekning/")
    key = _KEY.search(page)
    said = {
        "kind": "mobile",
        "whereabouts": "indoors",
        "what": f"{_WORDS} {number}",
        "at": place,
    }
    told, check_s = _asked(network, "POST", "tjek/", {**said, "sent_key": key[1] if key else ""})
    fields = {name: unescape(value) for name, value in _HIDDEN.findall(told) if name != "change"}
    times = 2 if number % _AGAIN == 0 else 1
    with ThreadPoolExecutor(times) as pool:
        tries = list(pool.map(lambda _: _asked(network, "POST", "send/", fields), range(times)))
    return [Sent(receipt, form_s, check_s, send_s) for receipt, send_s in tries]


def _asked(
    network: str, method: str, path: str, fields: dict[str, str] | None = None
) -> tuple[str, float]:
    """The page, or where it leads to, and the seconds it took."""
    path = path if path.startswith("/") else f"/manglende-daekning/{path}"
    start = time.perf_counter()
    for _ in range(_TRIES):
        status, told = _once(network, method, path, urlencode(fields or {}))
        if status in (200, 302):
            return told, time.perf_counter() - start
        if status != _TOO_MANY:
            break
        # Two clicks of one machine at the same moment: the second is told to try again.
        time.sleep(1)
    raise SystemExit(f"{method} {path} was answered with {status}.")


def _once(network: str, method: str, path: str, fields: str) -> tuple[int, str]:
    heads = {"X-Forwarded-For": network, "Content-Type": "application/x-www-form-urlencoded"}
    with closing(HTTPConnection("localhost", PORT, timeout=120)) as line:
        line.request(method, path, fields, heads)
        answer = line.getresponse()
        body = answer.read().decode()
    return answer.status, answer.headers.get("Location") or body


@contextmanager
def _served(folder: Path) -> Iterator[list[str]]:
    """The demonstration's site, and a place to report for each person."""
    about = {"TASKFORCE_VAR": str(folder / "var"), "TASKFORCE_BEHIND_PROXY": "yes"}
    command = [str(_TASKFORCE), "--shelf", str(folder / "shelf"), "demo"]
    serving = subprocess.Popen(
        [*command, "--addresses", "2000", "--port", str(PORT)],
        env=os.environ | about,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(serving)
        yield _places(folder / "shelf")
    finally:
        os.killpg(serving.pid, signal.SIGTERM)
        serving.wait(timeout=30)


def _wait(serving: subprocess.Popen[bytes]) -> None:
    for _ in range(_PATIENCE_S * 5):
        try:
            _asked("10.1.0.1", "GET", "/manglende-daekning/")
            return
        except (OSError, HTTPException):
            time.sleep(0.2)
        if serving.poll() is not None:
            break
    raise SystemExit("The site did not answer.")


def _places(shelf: Path) -> list[str]:
    bundle = Bundles(shelf).latest()
    bounds = bundle.region().bounds if bundle else None
    if bundle is None or bounds is None:
        raise SystemExit("The demonstration has no map.")
    found = bundle.addresses_around(bounds, REPORTS)
    return [f"{one.longitude:.5f}, {one.latitude:.5f}" for one in found]


def _kept(folder: Path) -> tuple[int, int]:
    """The reports of this run, and how many forms they came from."""
    counted = "SELECT count(*), count(DISTINCT sent_key) FROM gaps_gap WHERE what LIKE ?"
    with closing(sqlite3.connect(folder / "var/taskforce.sqlite3")) as database:
        kept, keys = database.execute(counted, (f"{_WORDS} _%",)).fetchone()
    return int(kept), int(keys)
