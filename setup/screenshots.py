"""Take the pictures that the README shows, from the demonstration as it stands."""

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
PICTURES = ROOT / "docs/img"
PORT = 8765
SITE = f"http://localhost:{PORT}"
SHELF = Path(os.environ.get("TASKFORCE_SHELF", ROOT / "var/demo"))
DESK, PHONE = ViewportSize(width=1280, height=1150), ViewportSize(width=390, height=844)
# A small dig beside a busy road, with all that is asked about it.
DIG = (
    "municipality=0340&on=2026-11-27&work=new&surface=grass&trench_length_m=9.5&trench_width_m=1.5"
    "&trench_depth_m=0.8&margin_m=1&method=hand&duration_h=36&speed_limit_kmh=40&road_on_list=yes"
    "&one_direction_open=yes&ler_inquiry_done=yes&start=2026-11-27T08:00"
)
# The ten pages by which the site is known; each picture is named after what it shows.
PAGES = (
    ("front-page", "/", DESK),
    ("map", "/kort/", DESK),
    ("municipality", "/kommuner/soroe/", DESK),
    ("municipality-on-a-phone", "/kommuner/soroe/", PHONE),
    ("report", "/kommuner/soroe/rapport/", DESK),
    ("check", f"/tjek/dig/svar/?{DIG}", DESK),
    ("guidelines", "/retningslinjer/", DESK),
    ("mobile", "/mobildaekning/", DESK),
    ("news", "/nyheder/", DESK),
    ("open-data", "/aabne-data/", DESK),
)
# Draws the map without a graphics card.
DRAWING = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")


def main() -> None:
    """Serve the demonstration, look at it, and stop."""
    if not (SHELF / "bundles").is_dir():
        sys.exit(f"Nothing to show in {SHELF}: run `taskforce --shelf {SHELF} demo --no-serve`.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    command = ["taskforce", "--shelf", str(SHELF), "serve", "--port", str(PORT)]
    # As the demonstration serves it: with its people, news and promises.
    about = {"TASKFORCE_DEBUG": "yes", "TASKFORCE_VAR": f"{SHELF}-web"}
    with subprocess.Popen(command, env=os.environ | about) as serving:
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
        browser = playwright.chromium.launch(
            executable_path=_chromium(), args=["--no-sandbox", *DRAWING]
        )
        for name, path, window in PAGES:
            page = browser.new_page(viewport=window, locale="da-DK")
            answer = page.goto(f"{SITE}{path}", wait_until="networkidle")
            if answer is None or not answer.ok:
                sys.exit(f"{path} cannot be shown.")
            if page.locator("#map").count():
                page.wait_for_selector("#map[data-map=idle]")
            page.screenshot(path=PICTURES / f"{name}.png")
            print(f"docs/img/{name}.png")
            page.close()
        browser.close()


def _chromium() -> str:
    noted = ROOT / "var/browser/path"
    found = shutil.which("chromium") or (noted.read_text().strip() if noted.exists() else "")
    if not found or not os.access(found, os.X_OK):
        sys.exit("No browser: run `make browser` first.")
    return found


if __name__ == "__main__":
    main()
