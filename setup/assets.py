"""Build and copy what the pages need from the installed npm packages; none of it is committed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from land import LAND, write_land

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "src/taskforce/web/frame/static/vendor"
DKFDS = PACKAGES / "dkfds/dist"
FONTS = DKFDS / "fonts/IBMPlexSans"

# The web reads the small Latin subset; PDF reports read the whole typeface.
WEB_WEIGHTS = ("Regular", "Italic", "SemiBold", "Bold")
PRINT_WEIGHTS = ("Regular", "Italic", "SemiBold", "Bold")

COPIES = {
    "maplibre/maplibre-gl.mjs": "maplibre-gl/dist/maplibre-gl.mjs",
    "maplibre/maplibre-gl-worker.mjs": "maplibre-gl/dist/maplibre-gl-worker.mjs",
    "maplibre/maplibre-gl.css": "maplibre-gl/dist/maplibre-gl.css",
    "pmtiles/pmtiles.js": "pmtiles/dist/pmtiles.js",
    "dkfds/img/all-svg-icons.svg": "dkfds/dist/img/all-svg-icons.svg",
    "licences/dkfds.md": "dkfds/LICENSE.md",
    "licences/ibm-plex.txt": "dkfds/dist/fonts/IBMPlexSans/complete/woff2/license.txt",
    "licences/maplibre-gl.txt": "maplibre-gl/LICENSE.txt",
    "licences/world-atlas.txt": "world-atlas/LICENSE",
    "licences/pmtiles.json": "pmtiles/package.json",
}

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_IMAGE = re.compile(r"url\([\"']?\.\./img/([^\"')]+)[\"']?\)")
_SOURCE_MAP = re.compile(
    r"^(//[#@]\s*sourceMappingURL=\S*|/\*[#@]\s*sourceMappingURL=.*?\*/)\s*$", re.M
)


def main() -> None:
    """Make the folder anew, so that nothing stale from an older version stays behind."""
    if not (PACKAGES / "dkfds").is_dir():
        sys.exit("node_modules is missing: run `make setup`, which installs it.")
    shutil.rmtree(VENDOR, ignore_errors=True)
    for target, source in _copies():
        _place(source, VENDOR / target)
    css = _FONT_FACE.sub("", compiled_theme())
    for image in sorted(set(_IMAGE.findall(css))):
        _place(DKFDS / "img" / image, VENDOR / "dkfds/img" / image)
    (VENDOR / "dkfds/css").mkdir(parents=True, exist_ok=True)
    (VENDOR / "dkfds/css/dkfds.css").write_text(clean(css), encoding="utf-8")
    shapes = write_land(PACKAGES / "world-atlas/countries-10m.json", ROOT / LAND)
    files = sum(1 for path in VENDOR.rglob("*") if path.is_file())
    print(f"Assets: {files} files in {VENDOR.relative_to(ROOT)}; {shapes} shapes of land.")


def compiled_theme() -> str:
    """Compile Det Fælles Designsystem with our own colours."""
    sass = PACKAGES / ".bin/sass"
    theme = ROOT / "setup/theme/taskforce.scss"
    options = ["--no-source-map", "--style=compressed", "--quiet", f"--load-path={PACKAGES}"]
    done = subprocess.run([sass, *options, theme], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"The theme does not compile:\n{done.stderr}")
    return done.stdout


def clean(text: str) -> str:
    """Drop the byte-order mark and the pointers to source maps, which are not shipped."""
    return _SOURCE_MAP.sub("", text.removeprefix("\ufeff"))


def _copies() -> Iterator[tuple[str, Path]]:
    for target, source in COPIES.items():
        yield target, PACKAGES / source
    for weight in WEB_WEIGHTS:
        name = f"IBMPlexSans-{weight}-Latin1.woff2"
        yield f"fonts/{name}", FONTS / "split/woff2" / name
    for weight in PRINT_WEIGHTS:
        name = f"IBMPlexSans-{weight}.ttf"
        yield f"fonts/{name}", FONTS / "complete/ttf" / name


def _place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in {".js", ".mjs", ".css"}:
        target.write_text(clean(source.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        shutil.copyfile(source, target)


if __name__ == "__main__":
    main()
