"""Turns a report into what the template of its paper shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from taskforce.report.dossier.content import Cell, Chart, Report, Section, Sentence, Table
from taskforce.report.dossier.drawing import in_colour, size_of

# A longer table may run over to the next page; its head is repeated there.
_LONG_TABLE_ROWS = 24


@dataclass(frozen=True, slots=True)
class Wording:
    """The few words of the paper itself, in its language."""

    contents: str
    sources: str
    methods: str
    page: str
    of: str
    source: str
    numbers_in: str
    online: str
    as_page: str
    edition: str


def as_paper(report: Report, words: Wording, *, site: str = "") -> dict[str, Any]:
    """What `dossier.typ` shows.

    Parameters
    ----------
    report
        The report.
    words
        The paper's own words, in the language of the report.
    site
        Where the site is found, such as "https://example.org": figures lead to their certificates
        there. "" where nobody knows, and then nothing does.

    Returns
    -------
    dict
        Plain values that JSON can hold.
    """
    front = next((one for one in report.charts if one.is_map), None)
    return {
        "language": report.language,
        "house": report.house,
        "title": report.title,
        "subtitle": report.subtitle,
        "verdict": _sentence(report.verdict, site),
        "figures": [
            {
                "value": one.value,
                "words": one.words,
                "detail": _sentence(one.detail, site),
                "tone": one.tone,
                "link": _address(site, one.proof),
            }
            for one in report.key_figures
        ],
        "map": _chart(front, report, words) if front else None,
        "sections": [_section(one, report, words, site=site) for one in report.sections],
        "sources": list(report.sources),
        "methods": list(report.methods),
        "demonstration": report.demonstration,
        "link": report.link,
        "edition": report.edition,
        "words": _plain(words),
    }


def _section(section: Section, report: Report, words: Wording, *, site: str) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "paragraphs": [_sentence(one, site) for one in section.paragraphs],
        "charts": [_chart(one, report, words) for one in section.charts],
        "tables": [_table(one, report, site=site) for one in section.tables],
        "notes": list(section.notes),
    }


def _chart(chart: Chart, report: Report, words: Wording) -> dict[str, Any]:
    table = report.table(chart.told_in)
    width, height = size_of(chart.svg)
    return {
        "title": chart.title,
        "conclusion": chart.conclusion,
        "svg": in_colour(chart.svg),
        "source": chart.source,
        "told_in": words.numbers_in % {"number": table.number} if table else "",
        "is_map": chart.is_map,
        "ratio": width / height,
    }


def _table(table: Table, report: Report, *, site: str) -> dict[str, Any]:
    page = f"{report.page}#t-{table.identity}" if report.page else ""
    return {
        "title": table.title,
        "heads": [one.head for one in table.columns],
        "figures": [one.is_figure for one in table.columns],
        "rows": [[_cell(cell, site) for cell in row] for row in table.rows],
        "page": _address(site, page),
        "strong": list(table.strong),
        "source": table.source,
        "note": table.note,
        "breaks": len(table.rows) > _LONG_TABLE_ROWS,
    }


def _sentence(sentence: Sentence, site: str) -> list[dict[str, str]]:
    return [_cell(one, site) for one in sentence.parts]


def _cell(cell: Cell, site: str) -> dict[str, str]:
    return {"words": cell.words, "link": _address(site, cell.proof)}


def _address(site: str, path: str) -> str:
    return site + path if site and path else ""


def _plain(words: Wording) -> Mapping[str, str]:
    return {name: getattr(words, name) for name in words.__slots__}
