"""The files of the house, for the tests that walk it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "taskforce"
ANALYSIS = (
    "vocabulary",
    "tables",
    "sources",
    "snapshot",
    "need",
    "prediction",
    "rules",
    "siting",
    "report",
    "collect",
    "cli",
)
NOT_OURS = ("node_modules", "vendor", ".venv", "migrations", "var", "__pycache__")


def ours(pattern: str, *folders: Path) -> list[Path]:
    """Every file of a kind that we wrote ourselves."""
    return sorted(
        path
        for folder in folders or (ROOT / "src", ROOT / "tests", ROOT / "setup", ROOT / "benchmarks")
        for path in folder.rglob(pattern)
        if not set(NOT_OURS) & set(path.parts)
    )


def shown(path: Path) -> str:
    """The path as a reader would say it."""
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, however deep."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
