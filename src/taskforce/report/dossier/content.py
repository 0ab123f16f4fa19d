"""What a report says, whoever shows it: figures, sections, charts with their tables, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

Number = int | float


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a table as a reader sees it; `value` is the number behind it, where shown.

    `proof` is the path of the page that tells where it comes from, "" where there is none.
    """

    words: str
    value: Number | None = None
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words to be read on end, in which each number leads to where it comes from."""

    parts: tuple[Cell, ...]

    def __str__(self) -> str:
        return "".join(one.words for one in self.parts)

    def __bool__(self) -> bool:
        return bool(str(self))


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; figures are set to the right."""

    head: str
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its source. `number` is given by `numbered`; `strong` rows are sums."""

    identity: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: str
    note: str = ""
    strong: tuple[int, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, its conclusion in words, and the identity of the table that says the same."""

    identity: str
    title: str
    conclusion: str
    svg: str
    source: str
    told_in: str
    narrow: str = ""
    is_map: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report; `identity` is its anchor on the page."""

    identity: str
    heading: str
    paragraphs: tuple[Sentence, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number large enough to be quoted; `tone` is "need", "good" or "".

    `proof` is the path of the page that tells where the number comes from, "" where there is none.
    """

    value: str
    words: str
    detail: Sentence
    tone: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report in one language. The same inputs give the same report, to the letter.

    `place` is "region" or a municipality as web addresses name it; "" where the report is not for
    everybody, so that no picture of it is either. `page` is the path of the same report as a page,
    and `link` the address of what it tells of, "" where nobody knows where the site is found.
    """

    kind: str
    language: str
    house: str
    title: str
    subtitle: str
    verdict: Sentence
    key_figures: tuple[KeyFigure, ...]
    sections: tuple[Section, ...]
    sources: tuple[str, ...]
    methods: tuple[str, ...]
    on: date
    edition: str
    place: str = ""
    page: str = ""
    link: str = ""
    demonstration: str = ""

    @property
    def charts(self) -> Iterator[Chart]:
        """Every chart and map, in the order they are read."""
        for section in self.sections:
            yield from section.charts

    @property
    def tables(self) -> Iterator[Table]:
        """Every table, in the order they are read."""
        for section in self.sections:
            yield from section.tables

    def table(self, identity: str) -> Table | None:
        """The table of this identity."""
        return next((one for one in self.tables if one.identity == identity), None)

    def chart(self, identity: str) -> Chart | None:
        """The chart or map of this identity."""
        return next((one for one in self.charts if one.identity == identity), None)


def numbered(sections: Sequence[Section | None]) -> tuple[Section, ...]:
    """Count charts and tables through the report.

    Parameters
    ----------
    sections
        In the order they are read; None for a part that has nothing to tell.

    Returns
    -------
    tuple of Section
        The same, with charts numbered from 1 and tables from 1.
    """
    charts = tables = 0
    found = []
    for section in filter(None, sections):
        drawn = tuple(replace(one, number=charts + at) for at, one in enumerate(section.charts, 1))
        told = tuple(replace(one, number=tables + at) for at, one in enumerate(section.tables, 1))
        charts, tables = charts + len(drawn), tables + len(told)
        found.append(replace(section, charts=drawn, tables=told))
    return tuple(found)
