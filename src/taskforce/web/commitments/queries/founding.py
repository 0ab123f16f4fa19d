"""What a taskforce and a municipality begin with, read from its file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from taskforce.vocabulary.text import Text
from taskforce.web.commitments.models import CommitmentKind

_FILE = Path(__file__).parent.parent / "founding.toml"


@dataclass(frozen=True, slots=True)
class FoundingGoal:
    """A goal that every taskforce begins with."""

    key: str
    title: Text
    baseline: int
    baseline_on: date
    target: int
    target_on: date


def founding_goals() -> tuple[FoundingGoal, ...]:
    """The goals with the dates that stand in the file."""
    return tuple(
        FoundingGoal(**(entry | {"title": Text(**entry["title"])})) for entry in _content()["goals"]
    )


def months_until_due(kind: CommitmentKind) -> int:
    """How many months a municipality has for one of the founding commitments."""
    months: int = _content()["months_until_due"][kind.value]
    return months


@lru_cache
def _content() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
