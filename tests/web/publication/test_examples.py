"""The examples on the page for developers run as they stand there."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

# What each prints on the small region; the one in R is not run, for want of R.
PRINTS = {
    "figures": '"code": "0340"',
    "unchanged": "304",
    "municipality": "Sorø 6 2026-06-30",
    "pages": r"\d postcodes",
    "duckdb": "Sorø",
    "box": '"numberMatched"',
    "gdal": r"\d white spots in EPSG:25832",
}
_CODE = re.compile(
    r'aria-labelledby="example-(\w+)"><code data-language="(\w+)">(.*?)</code>', re.DOTALL
)


def run(language, code, folder):
    if language == "shell" and shutil.which("curl") is None:
        pytest.skip("curl is not installed here.")
    command = ["bash", "-ec", code] if language == "shell" else [sys.executable, "-c", code]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def shown(server, visitor):
    port = server.rsplit(":", 1)[1]
    page = visitor.get("/for-udviklere/", headers={"host": f"127.0.0.1:{port}"})
    return {
        name: (said, html.unescape(code))
        for name, said, code in _CODE.findall(page.content.decode())
    }


def test_every_example_runs_as_it_stands(shown, tmp_path):
    assert set(shown) == {*PRINTS, "r"}
    for name, expected in PRINTS.items():
        done = run(*shown[name], tmp_path)
        assert done.returncode == 0, (name, done.stderr)
        assert re.search(expected, done.stdout), (name, done.stdout)


@pytest.mark.parametrize("path", ["/for-udviklere/", "/en/developers/"])
def test_every_address_on_the_page_is_there(visitor, path):
    page = visitor.get(path).content.decode()
    body = page.split("<main", 1)[1].split("</main>", 1)[0]
    local = set(re.findall(r'href="(/[^"#]*)"', body))
    named = {
        one.split("localhost", 1)[1] for one in re.findall(r"https?://localhost/[^\s\"<&]+", body)
    }
    assert len(local) > 8
    for there in local | named:
        assert visitor.get(html.unescape(there)).status_code == 200, there
