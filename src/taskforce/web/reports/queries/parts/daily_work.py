"""White spots and their owners, reports of gaps, cases with their clocks, the sparring desk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from taskforce.report.dossier.content import Cell, Section, Table
from taskforce.web.cases.models import Case, CaseKind
from taskforce.web.cases.models.case import OPEN_STATES
from taskforce.web.cases.queries.clocks import running
from taskforce.web.cases.queries.times import times
from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.frame.templatetags.numbers import number, percent
from taskforce.web.gaps.queries.statistics import Figures, figures
from taskforce.web.people.caller import Caller
from taskforce.web.reports.queries.parts.agreed import own_source
from taskforce.web.reports.queries.parts.wording import heads, whole
from taskforce.web.sparring.queries.statistics import Line, statistics
from taskforce.web.spots.queries.listing import Asked
from taskforce.web.spots.queries.listing import Row as SpotRow
from taskforce.web.spots.queries.listing import rows as spot_rows


def owned_spots_section(caller: Caller, on: date) -> Section:
    """The white spots of each municipality: how many have an owner, and how many are late."""
    by_place: dict[str, list[SpotRow]] = defaultdict(list)
    for row in spot_rows(caller, Asked(), on):
        by_place[row.spot.municipality.name].append(row)
    every = [row for held in by_place.values() for row in held]
    names = sorted(by_place, key=in_danish_order)
    lines = [_spots(name, by_place[name]) for name in names]
    table = Table(
        identity="owned-spots",
        title=gettext("White spots and mobile holes, and who follows them up"),
        columns=heads(
            gettext("Municipality"),
            gettext("In the mapping"),
            gettext("With an owner"),
            gettext("Left alone"),
            gettext("Next step is late"),
            gettext("Answered by an operator"),
            figures=5,
        ),
        rows=(*lines, _spots(gettext("All"), every)),
        source=own_source(on),
        strong=(len(lines),),
    )
    return Section("owned-spots", gettext("White spots, and who owns them"), tables=(table,))


def gaps_section(on: date) -> Section:
    """How reports of missing coverage are answered."""
    whole_region, places = figures(on)
    table = Table(
        identity="gaps",
        title=gettext("Reports of missing coverage"),
        columns=heads(
            gettext("Municipality"),
            gettext("Received"),
            gettext("Answered"),
            gettext("Overdue"),
            gettext("Median days"),
            gettext("Answered on time"),
            figures=5,
        ),
        rows=(*(_gap(one, one.name) for one in places), _gap(whole_region, gettext("All"))),
        source=own_source(on),
        note=gettext("Municipalities with at least five reports are shown by name."),
        strong=(len(places),),
    )
    return Section("gaps", gettext("Reports and answers"), tables=(table,))


def cases_section(on: date) -> Section:
    """Open cases with their clocks, and how long the decided ones took."""
    open_ones = Case.objects.filter(state__in=OPEN_STATES).prefetch_related("events")
    table = Table(
        identity="cases",
        title=gettext("Cases and their clocks"),
        columns=heads(
            gettext("Kind"),
            gettext("Open"),
            gettext("With an overdue clock"),
            gettext("Decided"),
            gettext("Median days from a complete case"),
            figures=4,
        ),
        rows=tuple(
            _case(kind, [one for one in open_ones if one.kind == kind], on) for kind in CaseKind
        ),
        source=own_source(on),
        note=gettext("Medians are told from three decided cases on."),
    )
    return Section("cases", gettext("Cases"), tables=(table,))


def sparring_section(on: date) -> Section:
    """How many ask the sparring desk, and how fast they are answered."""
    told = statistics(on)
    lines = [_asked(one, one.name) for one in told.topics if one.questions or one.hours]
    table = Table(
        identity="sparring",
        title=gettext("Questions to the sparring desk"),
        columns=heads(
            gettext("Topic"),
            gettext("Questions"),
            gettext("Answered"),
            gettext("Median working days"),
            gettext("Hours"),
            figures=4,
        ),
        rows=(*lines, _asked(told.all, gettext("All"))),
        source=own_source(on),
        strong=(len(lines),),
    )
    return Section("sparring", gettext("Sparring"), tables=(table,))


def _spots(name: str, rows: Sequence[SpotRow]) -> tuple[Cell, ...]:
    return (
        Cell(name),
        whole(len(rows)),
        whole(sum(row.spot.owner_id is not None for row in rows)),
        whole(sum(row.left_alone for row in rows)),
        whole(sum(row.late for row in rows)),
        whole(sum(row.answers > 0 for row in rows)),
    )


def _gap(one: Figures, name: str) -> tuple[Cell, ...]:
    return (
        Cell(name),
        whole(one.received),
        whole(one.answered),
        whole(one.overdue),
        _decimal(one.median_days),
        Cell("–") if one.on_time is None else Cell(percent(one.on_time), round(one.on_time, 4)),
    )


def _case(kind: CaseKind, open_ones: Sequence[Case], on: date) -> tuple[Cell, ...]:
    late = [one for one in open_ones if any(clock.overdue for clock in running(one, on))]
    took = times(kind).all
    return (
        Cell(str(kind.label)),
        whole(len(open_ones)),
        whole(len(late)),
        whole(took.cases),
        _decimal(took.net.median_days if took.shown else None),
    )


def _asked(line: Line, name: str) -> tuple[Cell, ...]:
    return (
        Cell(name),
        whole(line.questions),
        whole(line.answered),
        _decimal(line.median_days),
        Cell(number(float(line.hours), 1), float(line.hours)),
    )


def _decimal(value: float | None) -> Cell:
    return Cell("–") if value is None else Cell(number(value, 1), value)
