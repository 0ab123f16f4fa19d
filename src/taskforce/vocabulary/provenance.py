"""Where a figure comes from: who published it, under which terms, and for which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.vocabulary.certainty import Certainty


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origin that every figure carries with it."""

    publisher: str
    title: str
    licence: str
    as_of: date
    certainty: Certainty
    url: str | None = None
