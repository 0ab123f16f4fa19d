"""No figure without its origin: who published it, for which day, by which method, how sure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.report.count import Count
from taskforce.vocabulary.certainty import Certainty


@dataclass(frozen=True, slots=True)
class Origin:
    """What every figure carries with it.

    `method` is the name of a page in docs/figures without its ending; `snapshot` the id of the
    snapshot it was counted from, "" for facts that others published.
    """

    publisher: str
    title: str
    licence: str
    as_of: date
    certainty: Certainty
    method: str
    snapshot: str = ""
    url: str | None = None
    demonstration: bool = False

    def __post_init__(self) -> None:
        for name in ("publisher", "title", "method"):
            if not getattr(self, name):
                raise ValueError(f"A figure cannot be shown without its {name}.")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure to show. `unit` is "addresses", "share" (0 to 1) or "percent"."""

    value: Count | float | None
    unit: str
    origin: Origin

    @property
    def withheld(self) -> bool:
        return isinstance(self.value, Count) and self.value.withheld
