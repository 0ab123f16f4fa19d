"""Reads what a map program asks for, and refuses what cannot be understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict

from taskforce.report.shape_rows import Asked, Box, typed
from taskforce.vocabulary.errors import WrongUse
from taskforce.web.publication.ogc.crs import Crs, crs_of
from taskforce.web.publication.openness.cursors import Place, place_of

USUAL, MOST = 100, 1000
FORMATS = ("json", "html")
_KNOWN = {"f", "limit", "cursor", "edition", "bbox", "bbox-crs", "crs", "datetime"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question about the items of a collection."""

    limit: int
    place: Place | None
    edition: str | None
    box: Box | None
    crs: Crs
    days: tuple[date, date] | None

    def asked(self, facts: Mapping[str, str]) -> Asked:
        """As the rows are asked."""
        return Asked(self.limit, self.place.row if self.place else 0, self.box, facts)

    def is_about(self, day: date | None) -> bool:
        """Whether shapes of that day are meant; those without a day always are."""
        return self.days is None or day is None or self.days[0] <= day <= self.days[1]


def question(asked: QueryDict) -> Question:
    """Read a question.

    Raises
    ------
    WrongUse
        Some part of it cannot be understood.
    """
    cursor = asked.get("cursor")
    place = place_of(cursor) if cursor else None
    return Question(
        limit=_limit(asked.get("limit")),
        place=place,
        edition=place.edition if place else asked.get("edition"),
        box=_box(asked.get("bbox"), crs_of(asked.get("bbox-crs"))),
        crs=crs_of(asked.get("crs")),
        days=_days(asked.get("datetime")),
    )


def facts_of(asked: QueryDict, columns: Mapping[str, str]) -> dict[str, str]:
    """The facts that are asked for by the names of their columns.

    Raises
    ------
    WrongUse
        There is no such column, or it cannot hold such a value.
    """
    facts = {name: asked.get(name, "") for name in asked if name not in _KNOWN}
    for name, value in facts.items():
        if name not in columns:
            raise WrongUse(f"{name} is no parameter here.", remedy="See /ogc/api.")
        try:
            typed(columns[name], value)
        except ValueError:
            raise WrongUse(f"{value} is no {columns[name]}, which {name} is.") from None
    return facts


def only_format(asked: QueryDict) -> None:
    """Refuse every parameter but the format, where nothing else can be asked."""
    unknown = sorted(set(asked) - {"f"})
    if unknown:
        raise WrongUse(f"{unknown[0]} is no parameter here.", remedy="See /ogc/api.")


def only_json(asked: QueryDict) -> None:
    """Refuse every parameter and every format but JSON, where there is no page for readers."""
    only_format(asked)
    if asked.get("f", "json") != "json":
        raise WrongUse(f"{asked['f']} is not offered here.", remedy="Use f=json.")


def only_crs(asked: QueryDict) -> Crs:
    """The system that a single shape is asked for in; nothing else can be asked there."""
    unknown = sorted(set(asked) - {"f", "crs"})
    if unknown:
        raise WrongUse(f"{unknown[0]} is no parameter here.", remedy="See /ogc/api.")
    return crs_of(asked.get("crs"))


def wants_page(asked: QueryDict, accept: str) -> bool:
    """Whether a page for readers is asked for, rather than JSON."""
    named = asked.get("f")
    if named is not None and named not in FORMATS:
        raise WrongUse(f"{named} is not offered.", remedy=f"Use f={' or f='.join(FORMATS)}.")
    if named:
        return named == "html"
    return accept.startswith(("text/html", "application/xhtml"))


def _limit(text: str | None) -> int:
    if text is None:
        return USUAL
    if not text.isdecimal() or int(text) < 1:
        raise WrongUse(f"{text} is no limit.", remedy=f"Use a whole number from 1 to {MOST}.")
    return min(int(text), MOST)


def _box(text: str | None, crs: Crs) -> Box | None:
    if text is None:
        return None
    try:
        edges = [float(edge) for edge in text.split(",")]
    except ValueError:
        edges = []
    if len(edges) == 6:
        # With heights, which shapes here do not have.
        edges = [edges[0], edges[1], edges[3], edges[4]]
    if len(edges) != 4 or not all(abs(edge) < 1e8 for edge in edges):
        raise WrongUse(f"{text} is no box.", remedy="Write bbox=west,south,east,north.")
    west, south, east, north = edges
    # In degrees a box may begin in the east and end in the west: it crosses the line of the date.
    if south > north or (west > east and crs is Crs.METRES):
        raise WrongUse(f"{text} ends before it begins.", remedy="Write west,south,east,north.")
    return Box(west, south, east, north, metric=crs is Crs.METRES)


def _days(text: str | None) -> tuple[date, date] | None:
    if text is None:
        return None
    first, slash, last = text.partition("/")
    if not slash:
        return _day(first), _day(first)
    begin = date.min if first in ("", "..") else _day(first)
    end = date.max if last in ("", "..") else _day(last)
    if begin > end:
        raise WrongUse(f"{text} ends before it begins.")
    return begin, end


def _day(text: str) -> date:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        wrong = f"{text} is no day."
        raise WrongUse(wrong, remedy="Write 2026-06-30, or 2025-01-01/..") from None
