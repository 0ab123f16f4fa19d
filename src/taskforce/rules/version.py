"""The versions of the common guidelines: from which day each counts, and what it treats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field

from taskforce.rules.fact import STRICT
from taskforce.vocabulary.text import Text


@dataclass(frozen=True)
class Version:
    """One version of the guidelines, in force from its first to its last day."""

    __pydantic_config__ = STRICT

    name: str
    since: Annotated[date, Field(alias="from")]
    title: Text
    chapters: Mapping[str, Text]
    sources: tuple[str, ...]
    until: Annotated[date | None, Field(alias="to")] = None

    def holds(self, day: date) -> bool:
        return self.since <= day <= (self.until or date.max)
