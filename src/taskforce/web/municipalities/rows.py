"""One row for each municipality: now, then, and what lies between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from taskforce.report.bundle import Bundle
from taskforce.report.count import Count
from taskforce.report.figures import THEN, Area, AreaChange, AreaFigures, NeedTable
from taskforce.web.frame.question import Question

DEFAULT_SORT = "-below"
# With fewer addresses in need than this, one street decides the share; see decision 0051.
RANKED_FROM = 30
_BY_SHARE = "share"


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality with its need on both days."""

    area: Area
    now: AreaFigures
    then: AreaFigures | None
    change: AreaChange | None

    @property
    def difference(self) -> int | None:
        """How many more (or fewer) lack proper internet than then; None when not shown."""
        return difference_of(self.now, self.then)

    @property
    def is_ranked(self) -> bool:
        """Whether its share is put in order; where the numbers are small, it is not."""
        return ranked(self.now)


_Key = Callable[[Row], "float | int | str | None"]
_KEYS: dict[str, _Key] = {
    "name": lambda row: _in_danish_order(row.area),
    "addresses": lambda row: row.now.addresses.value,
    "below": lambda row: row.now.below.value,
    "share": lambda row: row.now.share_below,
    "unknown": lambda row: row.now.unknown.value,
    "difference": lambda row: row.difference,
}


def rows(question: Question) -> tuple[Row, ...]:
    """All municipalities of the region as the question asks, in the order of their codes."""
    bundle, now, change = question.bundle, question.table, question.change
    then = _then(question)
    found = []
    for area in bundle.areas():
        found.append(
            Row(
                area,
                now.area(area.code) or nothing_known(area),
                then.area(area.code) if then else None,
                change.area(area.code) if change else None,
            )
        )
    return tuple(found)


def nothing_known(area: Area) -> AreaFigures:
    """The figures of a municipality that no source has told of: unknown, not 0."""
    unknown = Count.UNKNOWN
    return AreaFigures(area.code, area.name, unknown, unknown, unknown, None, (), ())


def sorted_rows(unsorted: tuple[Row, ...], sort: str) -> tuple[Row, ...]:
    """Sort by a column, "-" for the largest first; what is not put in order comes last, by name."""
    name, descending = sort.lstrip("-"), sort.startswith("-")
    key = _KEYS.get(name, _KEYS[DEFAULT_SORT.lstrip("-")])
    in_order = [row for row in unsorted if key(row) is not None and _may_be_ranked(row, name)]
    others = [row for row in unsorted if row not in in_order]
    in_order.sort(key=key, reverse=descending)  # type: ignore[arg-type]
    return (*in_order, *sorted(others, key=lambda row: _in_danish_order(row.area)))


def difference_of(now: AreaFigures, then: AreaFigures | None) -> int | None:
    """How many more (or fewer) are below than then; None where one of the two is not shown."""
    if then is None or then.below.value is None or now.below.value is None:
        return None
    return now.below.value - then.below.value


def ranked(figures: AreaFigures) -> bool:
    """Whether a share rests on enough addresses to be put in order."""
    return figures.below.value is not None and figures.below.value >= RANKED_FROM


def density(figures: AreaFigures, area: Area) -> float | None:
    """Addresses in need for each square kilometre; None where one of the two is not known."""
    if figures.below.value is None or not area.area_km2:
        return None
    return figures.below.value / area.area_km2


def _may_be_ranked(row: Row, by: str) -> bool:
    return by != _BY_SHARE or row.is_ranked


def by_name(areas: tuple[Area, ...]) -> list[Area]:
    """Municipalities as a Danish reader looks them up: æ, ø and å come last."""
    return sorted(areas, key=_in_danish_order)


def _in_danish_order(area: Area) -> str:
    return area.name.lower().translate(str.maketrans("æøå", "{|}"))


def understood_sort(text: str | None) -> str:
    """The sort that is asked for, or the usual one."""
    return text if text and text.lstrip("-") in _KEYS else DEFAULT_SORT


def chosen_areas(bundle: Bundle, codes: list[str]) -> tuple[Area, ...]:
    """The municipalities that are asked for, each once, in the order asked."""
    found = (bundle.area(code) for code in dict.fromkeys(codes))
    return tuple(area for area in found if area is not None)


def _then(question: Question) -> NeedTable | None:
    if question.when == THEN or not question.bundle.has_then:
        return None
    return question.bundle.need(question.threshold, THEN, counting=question.counting)
