"""The status for the steering group: goals, promises, need, white spots, answers and cases."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext, ngettext

from taskforce.report.bundle import Bundle
from taskforce.report.dossier.content import KeyFigure, Report, Sentence, numbered
from taskforce.report.dossier.sentences import in_a_row, plainly, sentence
from taskforce.web.commitments.models import Status
from taskforce.web.commitments.queries.cockpit import Row, rows
from taskforce.web.commitments.queries.progress import progress_of_goals
from taskforce.web.frame.question import Question, asked
from taskforce.web.frame.templatetags.numbers import day, number
from taskforce.web.people.caller import Caller
from taskforce.web.reports.queries.parts.change import change_section
from taskforce.web.reports.queries.parts.daily_work import (
    cases_section,
    gaps_section,
    owned_spots_section,
    sparring_section,
)
from taskforce.web.reports.queries.parts.frame_of import absolute, around, quoted
from taskforce.web.reports.queries.parts.municipalities import municipalities_section
from taskforce.web.reports.queries.parts.participation import (
    goals_section,
    overdue_section,
    standing_section,
)
from taskforce.web.reports.queries.parts.wording import language, said
from taskforce.web.reports.queries.region import region_headline, region_key_figures


def status_report(bundle: Bundle, caller: Caller, on: date) -> Report:
    """Gather it for somebody who sees the whole region from the inside."""
    question, outer = asked(QueryDict(), bundle), around(bundle)
    change, held = question.change, rows(caller, on)
    sections = numbered(
        [
            goals_section(progress_of_goals(on), on),
            overdue_section(held, on),
            standing_section(held, on),
            municipalities_section(question),
            change_section(question, change, change.region if change else None),
            owned_spots_section(caller, on),
            gaps_section(on),
            cases_section(on),
            sparring_section(on),
        ]
    )
    return Report(
        kind="status",
        language=language(),
        house=outer.house,
        title=gettext("Status for the steering group"),
        subtitle=f"{said(bundle.region().name)}, {day(on)}",
        verdict=in_a_row(*_verdict(held), region_headline(question)),
        key_figures=_key_figures(question, held),
        sections=sections,
        sources=tuple(dict.fromkeys((*outer.sources, *quoted(sections)))),
        methods=outer.methods,
        on=on,
        edition=bundle.edition,
        link=absolute("report-status"),
        demonstration=outer.demonstration,
    )


def _verdict(held: list[Row]) -> tuple[Sentence, Sentence]:
    # Our own counting seen from the inside is told in the tables below, and has no public page.
    part, late = _taking_part(held), sum(row.overdue for row in held)
    told = gettext("%(number)s of %(all)s municipalities take part in the taskforce.")
    words = ngettext(
        "%(number)s commitment is overdue.", "%(number)s commitments are overdue.", late
    )
    return (
        sentence(told, {"number": number(part), "all": number(len(held))}),
        sentence(words, {"number": number(late)}),
    )


def _key_figures(question: Question, held: list[Row]) -> tuple[KeyFigure, ...]:
    region, late = region_key_figures(question), sum(row.overdue for row in held)
    return (
        KeyFigure(
            number(_taking_part(held)),
            gettext("municipalities take part"),
            plainly(gettext("of %(number)s") % {"number": number(len(held))}),
            "good",
        ),
        KeyFigure(
            number(late),
            ngettext("commitment overdue", "commitments overdue", late),
            plainly(gettext("in all municipalities")),
            "need" if late else "good",
        ),
        region[0],
        region[2],
    )


def _taking_part(held: list[Row]) -> int:
    return sum(row.standing.status == Status.PARTICIPATING for row in held)
