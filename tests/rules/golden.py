"""The golden cases of the rulebook, as the tests read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from taskforce.rules.rulebook_files import FOLDER
from taskforce.rules.yaml_file import read_yaml

CASES = FOLDER / "cases"
_EXPECT = {"outcome", "findings", "without", "missing_facts", "deadlines", "papers"}


@dataclass(frozen=True)
class Golden:
    """One case with what the rules must say of it."""

    file: str
    name: str
    municipality: str
    on: date
    facts: dict[str, Any]
    expect: dict[str, Any]


def golden_cases() -> list[Golden]:
    """Every case of `rulebooks/cases`, with nothing in it that no test looks at."""
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in read_yaml(path).content["cases"]:
            strange = set(case["expect"]) - _EXPECT
            assert not strange, f"{path.name}: {case['name']['da']}: {strange}"
            assert all(case["because"][language] for language in ("da", "en"))
            found.append(_golden(path, case))
    return found


def _golden(path: Path, case: dict[str, Any]) -> Golden:
    return Golden(
        path.stem,
        case["name"]["en"],
        case["municipality"],
        case["on"],
        case["facts"],
        case["expect"],
    )
