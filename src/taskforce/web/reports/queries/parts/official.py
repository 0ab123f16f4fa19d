"""The figures that others have published, beside ours and never mixed with them."""

from __future__ import annotations

from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.charts.canvas import NARROW, WIDE
from taskforce.report.charts.line import Line, line
from taskforce.report.dossier.content import Cell, Chart, Section, Table
from taskforce.report.dossier.sentences import plainly
from taskforce.report.outlook import ReferenceFact
from taskforce.web.frame.templatetags.numbers import percent
from taskforce.web.municipalities.official import Series
from taskforce.web.reports.queries.parts.proofs import proof_of_fact
from taskforce.web.reports.queries.parts.wording import heads, named

_WHOLE = 100


def official_section(bundle: Bundle, series: Series | None) -> Section | None:
    """The official coverage through the years; None where none was published."""
    if series is None:
        return None
    source = _source(series)
    apart = gettext(
        "Others have published these. They are counted in other ways than ours, so they stand by "
        "themselves and are never mixed with ours."
    )
    return Section(
        identity="official",
        heading=gettext("Official figures, for comparison"),
        paragraphs=(plainly(apart),),
        charts=_charts(series, source),
        tables=(_table(bundle, series, source),),
    )


def _charts(series: Series, source: str) -> tuple[Chart, ...]:
    lines = [Line(name, points, strong=not at) for at, (name, points) in enumerate(series.lines)]
    if not lines:
        return ()
    told = "; ".join(
        f"{one.label}: {_percent(one.points[0][1])} ({one.points[0][0]}), "
        f"{_percent(one.points[-1][1])} ({one.points[-1][0]})"
        for one in lines
    )
    words = named("official-years", series.title, told)
    wide, narrow = (line(lines, words, width=width, said=_percent) for width in (WIDE, NARROW))
    drawn = Chart("official-years", series.title, told, wide, source, "official", narrow=narrow)
    return (drawn,)


def _table(bundle: Bundle, series: Series, source: str) -> Table:
    return Table(
        identity="official",
        title=series.title,
        columns=heads(gettext("Period"), *series.places, figures=len(series.places)),
        rows=tuple(
            (Cell(period.name), *(_fact(bundle, fact) for fact in period.facts))
            for period in series.periods
        ),
        source=source,
    )


def _fact(bundle: Bundle, fact: ReferenceFact | None) -> Cell:
    if fact is None:
        return Cell(gettext("not published"))
    return Cell(_percent(fact.value), fact.value, proof_of_fact(bundle, fact))


def _percent(value: float) -> str:
    return percent(value / _WHOLE)


def _source(series: Series) -> str:
    return "; ".join(f"{one.publisher} ({', '.join(one.periods)})" for one in series.sources) + "."
