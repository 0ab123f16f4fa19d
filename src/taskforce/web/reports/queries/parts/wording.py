"""How the reports write numbers, days and sources: as the pages do, with the number behind."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language, gettext

from taskforce.report.charts.canvas import Words
from taskforce.report.count import Count
from taskforce.report.dossier.as_paper import Wording
from taskforce.report.dossier.content import Cell, Column
from taskforce.report.origin import Origin
from taskforce.vocabulary.text import Text
from taskforce.web.frame.templatetags.components import share_in_words
from taskforce.web.frame.templatetags.numbers import day, number

_SHARE_DECIMALS = 6


def language() -> str:
    """The language of the page."""
    return get_language() or "da"


def said(text: Text) -> str:
    """A bilingual text in the language of the page."""
    return text.in_language(language())


def counted(count: Count | None, proof: str = "") -> Cell:
    """A number of addresses, or why none is shown."""
    if count is None or count.unknown:
        return Cell(gettext("unknown"), proof=proof)
    if count.withheld:
        return Cell(gettext("not shown"), proof=proof)
    return Cell(number(count.value), count.value, proof)


def shared(area: Any, proof: str = "") -> Cell:
    """The share below the threshold of an area; a spreadsheet gets it from 0 to 1."""
    value = None if area is None else area.share_below
    told = None if value is None else round(value, _SHARE_DECIMALS)
    return Cell(share_in_words(area), told, proof)


def whole(value: int | None, proof: str = "") -> Cell:
    """A number of our own counting; none is told as such."""
    return Cell("–") if value is None else Cell(number(value), value, proof)


def heads(*words: str, figures: int = 0) -> tuple[Column, ...]:
    """The heads of a table; the last so many columns hold figures."""
    first = len(words) - figures
    return tuple(Column(word, is_figure=at >= first) for at, word in enumerate(words))


def source_of(origin: Origin) -> str:
    """Publisher, title, day and certainty in one sentence."""
    return gettext("%(publisher)s, %(title)s, %(day)s; %(certainty)s.") % {
        "publisher": origin.publisher,
        "title": origin.title,
        "day": day(origin.as_of),
        "certainty": said(origin.certainty.label),
    }


def named(identity: str, title: str, conclusion: str) -> Words:
    """What a chart is called and what it shows."""
    return Words(identity, title, conclusion, language())


def wording() -> Wording:
    """The paper's own words."""
    return Wording(
        contents=gettext("Contents"),
        sources=gettext("Sources"),
        methods=gettext("How it is counted"),
        page=gettext("Page"),
        of=gettext("of"),
        source=gettext("Source"),
        numbers_in=gettext("The numbers stand in table %(number)s."),
        online=gettext("The newest figures:"),
        as_page=gettext("The table as a page"),
        edition=gettext("Edition of the figures:"),
    )
