"""A case as a paper to print or send along: the same words as on the page, in its language."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import get_language, gettext

from taskforce.web.cases.models import Case, CaseKind
from taskforce.web.cases.places.shape import length_m
from taskforce.web.cases.places.written import as_text
from taskforce.web.cases.queries.clocks import ToldClock, clocks_of
from taskforce.web.cases.queries.complaints import (
    complaints_until,
    decision_of,
    how_to_complain,
)
from taskforce.web.cases.queries.frozen import Told, latest_check, told, told_facts
from taskforce.web.cases.two_languages import both
from taskforce.web.frame.templatetags.numbers import day, number
from taskforce.web.notes.queries import files_of

# A long route is on the map; the paper names its beginning.
_MOST_PLACES = 40
Section = dict[str, Any]


def paper_of(case: Case, *, on: date) -> dict[str, Any]:
    """What the paper says; parties, messages and a rent are not in it."""
    check = latest_check(case)
    sections = [
        _about(case),
        _decision(case),
        _conditions(case),
        _answer(told(check)) if check else None,
        _facts(case),
        _place(case),
        _enclosed(case),
        _clocks(case, on),
        _statements(case),
        _events(case),
        _others(told(check)) if check else None,
    ]
    return {
        "language": get_language() or "da",
        "title": case.title,
        "lead": f"{case.get_kind_display()} {case.number} · {case.municipality.name}",
        "state": str(case.get_state_display()),
        **_frame(case, on),
        "sections": [one for one in sections if one and (one["rows"] or one["text"])],
    }


def _frame(case: Case, on: date) -> dict[str, str]:
    """What stands around the sections: whose it is, and what it is not."""
    if case.kind == CaseKind.LEASE:
        note = gettext(
            "The lease itself is signed by the parties. What stands here is guidance and overview."
        )
    else:
        note = gettext(
            "The permit itself is given in the municipality's own system. This paper is guidance "
            "and overview."
        )
    number_there = case.reference or gettext("Not known yet")
    heading = gettext("Case number at the municipality: %(number)s")
    return {
        "house": "Digital Taskforce",
        "note_heading": heading % {"number": number_there},
        "note": note,
        "foot": gettext("Digital Taskforce, %(day)s") % {"day": day(on)},
        "page": gettext("Page"),
        "of": gettext("of"),
    }


def _section(heading: str, rows: list[list[str]], text: list[str] | None = None) -> Section:
    return {"heading": heading, "rows": rows, "text": text or []}


def _about(case: Case) -> Section:
    registrar = case.registrar.name if case.registrar != case.applicant else ""
    rows = [
        [gettext("Case number in the municipality's own system"), case.reference],
        [gettext("Applicant"), case.applicant.name if case.applicant else ""],
        [gettext("Landlord"), case.landlord.name if case.landlord else ""],
        [gettext("Registered for"), registrar],
        [gettext("Status"), str(case.get_state_display())],
    ]
    return _section(gettext("The case"), [row for row in rows if row[1]])


def _answer(check: Told) -> Section:
    frozen = gettext(
        "The answer is frozen: it counts the rules of %(day)s and is never computed again."
    )
    rules = [[one.rule, f"{one.title}. {one.text} ({one.clause})"] for one in check.deciding]
    return _section(
        gettext("What the rules say"),
        rules,
        [check.outcome, frozen % {"day": day(check.frozen.on)}],
    )


def _others(check: Told) -> Section:
    rows = [[one.rule, f"{one.outcome}: {one.title}"] for one in check.others]
    return _section(gettext("Other rules that apply"), rows)


def _facts(case: Case) -> Section:
    rows = [[one.label, one.value] for one in told_facts(case)]
    return _section(gettext("What is applied for"), rows)


def _place(case: Case) -> Section:
    length = length_m(case.shape)
    metres = gettext("%(length)s metres") % {"length": number(length)} if length else ""
    coordinates = as_text(case.shape).split("\n")
    shown = "\n".join(coordinates[:_MOST_PLACES]) + ("\n…" if coordinates[_MOST_PLACES:] else "")
    rows = [
        [gettext("Where"), case.whereabouts],
        [gettext("Municipality"), case.municipality.name],
        [gettext("Length"), metres],
        [gettext("Coordinates"), shown],
    ]
    return _section(gettext("Where"), [row for row in rows if row[1].strip()])


def _clocks(case: Case, on: date) -> Section:
    rows = [[one.name, _clock(one)] for one in clocks_of(case, on)]
    return _section(gettext("Deadlines"), rows)


def _clock(one: ToldClock) -> str:
    told_so = {"start": day(one.start), "due": day(one.due), "percent": number(one.percent)}
    if one.ended:
        words = gettext("From %(start)s to %(ended)s; due on %(due)s.")
        return f"{words % {**told_so, 'ended': day(one.ended)}} ({one.state_words})"
    if one.has_passed:
        return f"{gettext('From %(start)s to %(due)s.') % told_so} ({one.state_words})"
    words = gettext("From %(start)s; due on %(due)s. %(percent)s per cent of the time is used.")
    return f"{words % told_so} ({one.state_words})"


def _statements(case: Case) -> Section:
    rows = [
        [one.asked_from, one.answer or gettext("Not answered yet")] for one in case.statements.all()
    ]
    return _section(gettext("Statements"), rows)


def _conditions(case: Case) -> Section:
    rows = [[str(at), one.shown] for at, one in enumerate(case.conditions.all(), start=1)]
    return _section(gettext("Conditions"), rows)


def _decision(case: Case) -> Section | None:
    given, until = decision_of(case), complaints_until(case)
    if given is None:
        return None
    rows = [
        [gettext("Decision"), str(given.get_outcome_display())],
        [gettext("Decided on"), day(given.decided_on)],
        [gettext("Reasons"), given.reasons],
        [gettext("How to complain"), how_to_complain(case)],
        [gettext("Complaints until"), day(until) if until else ""],
    ]
    return _section(gettext("Decision"), [row for row in rows if row[1]])


def _events(case: Case) -> Section:
    rows = [
        [day(one.on), ": ".join(filter(None, (str(one.get_kind_display()), one.reason)))]
        for one in case.events.all()
    ]
    return _section(gettext("What has happened"), rows)


def _enclosed(case: Case) -> Section:
    check = latest_check(case)
    papers = check.answer["papers"] if check else []
    enclosed, missing = gettext("enclosed"), gettext("not enclosed")
    rows = [
        [both(one["paper"]), enclosed if one["rule"] in case.papers else missing] for one in papers
    ]
    return _section(gettext("Papers"), rows, [one.name for one in files_of(case)])
