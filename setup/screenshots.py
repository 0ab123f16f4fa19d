"""Take the pictures that the README shows, from the demonstration as it stands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/img"
PORT = 8765
SHELF = ROOT / "var/demo"
DRAWING = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader"]
DRAWING += ["--enable-unsafe-swiftshader"]

# Name of the picture: page, width and height of the window.
WANTED = {
    "front-page": ("/", 1280, 900),
    "map": ("/kort/", 1280, 1100),
    "municipality": ("/kommuner/lolland/", 1280, 1100),
    "phone": ("/", 390, 844),
}


def main() -> None:
    """Serve the demonstration, look at it, and stop."""
    if not (SHELF / "bundles").is_dir():
        sys.exit("There is no demonstration yet: run `taskforce --shelf var/demo demo --no-serve`.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    command = ["taskforce", "--shelf", str(SHELF), "serve", "--port", str(PORT)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as serving:
        try:
            _wait_for_the_address(serving)
            _take()
        finally:
            serving.terminate()


def _wait_for_the_address(serving: subprocess.Popen[str]) -> None:
    for line in serving.stderr or ():
        if line.startswith("Open "):
            return
    sys.exit("The demonstration cannot be served.")


def _take() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=DRAWING)
        for name, (path, width, height) in WANTED.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"http://localhost:{PORT}{path}", wait_until="networkidle")
            if page.locator("#map").count():
                page.wait_for_selector("#map[data-map=idle]")
            page.screenshot(path=PICTURES / f"{name}.png")
            print(f"docs/img/{name}.png")
        browser.close()


def _chromium() -> str:
    noted = ROOT / "var/browser/path"
    found = shutil.which("chromium") or (noted.read_text().strip() if noted.exists() else "")
    if not found or not os.access(found, os.X_OK):
        sys.exit("No browser: run `make browser` first.")
    return found


if __name__ == "__main__":
    main()
