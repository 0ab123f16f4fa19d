"""Take the picture that the README shows, from the demonstration as it stands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs/img/front-page.png"
PORT = 8765
SITE = f"http://localhost:{PORT}"
SHELF = Path(os.environ.get("TASKFORCE_SHELF", ROOT / "var/demo"))
WINDOW = ViewportSize(width=1280, height=1150)


def main() -> None:
    """Serve the demonstration, look at it, and stop."""
    if not (SHELF / "bundles").is_dir():
        sys.exit(f"Nothing to show in {SHELF}: run `taskforce --shelf {SHELF} demo --no-serve`.")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    command = ["taskforce", "--shelf", str(SHELF), "serve", "--port", str(PORT)]
    with subprocess.Popen(command) as serving:
        try:
            _wait_until_well(serving)
            _take()
        finally:
            serving.terminate()


def _wait_until_well(serving: subprocess.Popen[bytes]) -> None:
    while serving.poll() is None:
        try:
            with urlopen(f"{SITE}/health"):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.5)
    sys.exit("The demonstration cannot be served.")


def _take() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport=WINDOW, locale="da-DK")
        page.goto(SITE, wait_until="networkidle")
        page.screenshot(path=PICTURE)
        print(PICTURE.relative_to(ROOT))
        browser.close()


def _chromium() -> str:
    noted = ROOT / "var/browser/path"
    found = shutil.which("chromium") or (noted.read_text().strip() if noted.exists() else "")
    if not found or not os.access(found, os.X_OK):
        sys.exit("No browser: run `make browser` first.")
    return found


if __name__ == "__main__":
    main()
