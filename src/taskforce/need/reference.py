"""Official figures that others published: dated facts to set beside the computed ones."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.provenance import Provenance
from taskforce.vocabulary.text import Text

FACTS = Path(__file__).with_name("reference.toml")

# A single number may be quoted by anyone who names its source.
QUOTED = "quoted figure"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a series tells about, and in which unit: "percent" or "addresses"."""

    key: str
    unit: str
    name: Text


@dataclass(frozen=True, slots=True)
class ReferenceFigure:
    """One published figure.

    `area` is a municipality's code, the region's code, or "dk"; `as_of` is the last day of the
    `period` that the source names.
    """

    subject: Subject
    area: str
    period: str
    as_of: date
    value: float
    origin: Provenance


@lru_cache
def reference_series() -> tuple[ReferenceFigure, ...]:
    """Read the official figures.

    Returns
    -------
    tuple of ReferenceFigure
        By subject, area and time. What no source tells is not there; nothing is filled in.

    References
    ----------
    docs/figures/reference-series.md
    """
    content = tomllib.loads(FACTS.read_text(encoding="utf-8"))
    subjects = {
        entry["key"]: Subject(entry["key"], entry["unit"], Text(**entry["name"]))
        for entry in content["subject"]
    }
    sources = {entry["key"]: entry for entry in content["source"]}
    figures = (
        ReferenceFigure(
            subject=subjects[key],
            area=fact["area"],
            period=fact["period"],
            as_of=fact["as_of"],
            value=float(fact["value"]),
            origin=_origin(sources[fact["source"]], fact["as_of"]),
        )
        for key, facts in content["facts"].items()
        for fact in facts
    )
    return tuple(sorted(figures, key=lambda one: (one.subject.key, one.area, one.as_of)))


def _origin(source: dict[str, Any], as_of: date) -> Provenance:
    return Provenance(
        publisher=source["publisher"],
        title=source["title"],
        licence=QUOTED,
        as_of=as_of,
        certainty=Certainty(source.get("certainty", Certainty.REPORTED)),
        url=source["url"],
    )
