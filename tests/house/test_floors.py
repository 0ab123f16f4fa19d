"""The house stands on its floors: the analysis knows nothing of the web, and is light to open."""

import importlib
import subprocess
import sys
import tomllib

import pytest

from tests.house.source_files import ANALYSIS, ROOT, SOURCE, ours

BLOCK_DJANGO = """
import sys
class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "django":
            raise ImportError("the analysis reached for Django")
sys.meta_path.insert(0, Wall())
import importlib
for name in sys.argv[1:]:
    importlib.import_module(name)
"""

HEAVY = (
    "duckdb",
    "highspy",
    "ibis",
    "pandas",
    "numba",
    "pyarrow",
    "django",
    "pyogrio",
    "pydantic",
    "rasterio",
)


def modules(*rooms):
    for room in rooms:
        for path in ours("*.py", SOURCE / room) or [SOURCE / f"{room}.py"]:
            parts = path.relative_to(ROOT / "src").with_suffix("").parts
            yield ".".join(part for part in parts if part != "__init__")


def test_the_analysis_imports_with_django_blocked():
    rooms = [
        room for room in ANALYSIS if (SOURCE / room).exists() or (SOURCE / f"{room}.py").exists()
    ]
    wanted = [name for name in modules(*rooms) if name != "taskforce.cli.serving"]
    done = subprocess.run(
        [sys.executable, "-c", BLOCK_DJANGO, *wanted], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_command_line_opens_light():
    script = "import sys, taskforce.cli; print(*[n for n in sys.argv[1:] if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script, *HEAVY], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


@pytest.mark.parametrize(
    "room",
    [
        "vocabulary",
        "tables",
        "snapshot",
        "sources",
        "need",
        "prediction",
        "rules",
        "siting",
        "report",
        "cli",
        "web",
    ],
)
def test_every_room_of_the_design_is_there(room):
    assert importlib.import_module(f"taskforce.{room}").__doc__


def test_the_import_contract_knows_every_room():
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = contract["tool"]["importlinter"]["contracts"][0]
    assert floors["exhaustive"] is True
    assert floors["containers"] == ["taskforce"]
