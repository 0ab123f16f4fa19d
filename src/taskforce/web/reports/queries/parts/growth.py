"""How many will have too little when data use grows, under each scenario."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.certificates.key import GROWTH
from taskforce.report.charts.canvas import NARROW, WIDE
from taskforce.report.charts.line import Line, line
from taskforce.report.dossier.content import Cell, Chart, Section, Table
from taskforce.report.dossier.sentences import plainly
from taskforce.report.outlook import AreaBelow, GrowthScenario, GrowthTable, GrowthYear
from taskforce.web.frame.templatetags.numbers import number, percent
from taskforce.web.reports.queries.parts.proofs import proof_of
from taskforce.web.reports.queries.parts.wording import counted, heads, named, said, source_of

_YEARS_BETWEEN = 3

Chosen = Callable[[GrowthYear], AreaBelow | None]


def growth_section(bundle: Bundle, name: str, below: Chosen) -> Section | None:
    """The chart and its table; None where the bundle holds no growth of the area."""
    table = bundle.growth()
    if table is None or not any(_steps(one, below) for one in table.scenarios):
        return None
    lead = gettext(
        "We use more data every year. If a household needs more speed at the same pace, this many "
        "addresses will have too little on the lines of today."
    )
    doubt = gettext(
        "It is a calculation, not a forecast: new lines will be built, and nobody knows what we "
        "will need."
    )
    return Section(
        identity="growth",
        heading=gettext("When the need grows"),
        paragraphs=(plainly(lead), plainly(doubt)),
        charts=_charts(table, name, below),
        tables=(_table(bundle, table, below),),
    )


def _steps(scenario: GrowthScenario, below: Chosen) -> list[tuple[GrowthYear, AreaBelow]]:
    found = ((year, below(year)) for year in scenario.years[::_YEARS_BETWEEN])
    return [(year, area) for year, area in found if area is not None]


def _charts(table: GrowthTable, name: str, below: Chosen) -> tuple[Chart, ...]:
    lines = [_line(one, below, strong=not at) for at, one in enumerate(table.scenarios)]
    drawn = [one for one in lines if len(one.points) > 1]
    if not drawn:
        return ()
    title = gettext("%(name)s: addresses with too little if data use grows") % {"name": name}
    told = "; ".join(
        f"{one.label}: {number(one.points[-1][1])} ({one.points[-1][0]})" for one in drawn
    )
    words = named("growth", title, told)
    wide = line(drawn, words, width=WIDE, said=number)
    # A phone has no room for the names; the table below tells them with their pace.
    paces = {scenario_name(one): _pace(one) for one in table.scenarios}
    short = [replace(one, label=paces[one.label]) for one in drawn]
    narrow = line(short, words, width=NARROW, said=number)
    source = source_of(table.origin)
    return (Chart("growth", title, told, wide, source, "growth-years", narrow=narrow),)


def _line(scenario: GrowthScenario, below: Chosen, *, strong: bool) -> Line:
    points = tuple(
        (year.year, area.below.value)
        for year, area in _steps(scenario, below)
        if area.below.value is not None
    )
    return Line(scenario_name(scenario), points, strong=strong)


def scenario_name(scenario: GrowthScenario) -> str:
    """The scenario with its pace."""
    name = said(scenario.name)
    return f"{name[:1].upper()}{name[1:]} ({_pace(scenario)})"


def _pace(scenario: GrowthScenario) -> str:
    return gettext("+%(rate)s a year") % {"rate": percent(scenario.yearly_growth)}


def _table(bundle: Bundle, table: GrowthTable, below: Chosen) -> Table:
    years = sorted({year.year for one in table.scenarios for year, _area in _steps(one, below)})
    names = [scenario_name(one) for one in table.scenarios]
    return Table(
        identity="growth-years",
        title=gettext("Addresses with too little, by year and pace"),
        columns=heads(gettext("Year"), *names, figures=len(names)),
        rows=tuple(
            (
                Cell(str(year), year),
                *(_cell(bundle, one, year, below=below) for one in table.scenarios),
            )
            for year in years
        ),
        source=source_of(table.origin),
    )


def _cell(bundle: Bundle, scenario: GrowthScenario, year: int, *, below: Chosen) -> Cell:
    area = next((area for step, area in _steps(scenario, below) if step.year == year), None)
    if area is None:
        return counted(None)
    return counted(area.below, proof_of(bundle, f"{GROWTH}-{scenario.slug}-{year}", area.code))
