"""The promises of a plan, and what is planned in a municipality, as tables for a spreadsheet."""

from __future__ import annotations

from django.utils.translation import get_language, gettext

from taskforce.report.promises.kept import Line, lines_in
from taskforce.web.commitments.queries.sheet import Sheet, Value
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.people.caller import Caller
from taskforce.web.plans.models import RolloutPlan
from taskforce.web.plans.queries import access
from taskforce.web.plans.queries.planned import Overview

_KBPS_PER_MBPS = 1000


def plan_sheet(caller: Caller, plan: RolloutPlan) -> Sheet:
    """Every promise that the caller may see; what became of it is for those who work with it."""
    codes = access.codes_for(caller, plan)
    lines = lines_in(plan.file, municipalities=codes) if plan.file else ()
    inside = codes is not None or access.keeps(caller, plan)
    heads = (*_heads(), *(_outcome_heads() if inside else ()))
    rows = tuple((*_promise(one), *(_outcome(one) if inside else ())) for one in lines)
    return Sheet(plan.name, _source(plan), heads, rows)


def planned_sheet(overview: Overview) -> Sheet:
    """The addresses below today that are planned, with who has planned them."""
    heads = (gettext("Operator"), gettext("Plan"), *_heads(), *_outcome_heads())
    rows = tuple(
        (one.plan.operator.name, one.plan.name, *_promise(one.line), *_outcome(one.line))
        for one in overview.lines
    )
    title = gettext("Below today, planned")
    source = gettext("Source: the operators' plans through the Digital Taskforce; reported.")
    return Sheet(title, source, heads, rows)


def _heads() -> tuple[str, ...]:
    return (
        "adresse_id",
        gettext("Road"),
        gettext("House number"),
        gettext("Postcode"),
        gettext("Municipality code"),
        gettext("Technology"),
        gettext("Download in Mbit/s"),
        gettext("Upload in Mbit/s"),
        gettext("Built by"),
        gettext("Certainty"),
        gettext("Promised on"),
        gettext("Put off until"),
    )


def _outcome_heads() -> tuple[str, ...]:
    return (gettext("What became of it"), gettext("Told by the mapping of"))


def _promise(line: Line) -> tuple[Value, ...]:
    place, terms = line.promise.place, line.promise.terms
    language = get_language() or "da"
    return (
        place.source_id,
        place.road,
        place.house_number,
        place.postcode,
        place.municipality,
        terms.technology.label.in_language(language),
        terms.download_kbps // _KBPS_PER_MBPS,
        terms.upload_kbps // _KBPS_PER_MBPS,
        terms.due,
        terms.sureness.label.in_language(language),
        line.said_on,
        line.moved_to,
    )


def _outcome(line: Line) -> tuple[Value, ...]:
    language = get_language() or "da"
    word = line.outcome.label.in_language(language) if line.outcome else gettext("Not compared yet")
    return word, line.told_by


def _source(plan: RolloutPlan) -> str:
    told = {"operator": plan.operator.name}
    if plan.compared_day is None:
        return gettext("Source: %(operator)s through the Digital Taskforce; reported.") % told
    told["day"] = day(plan.compared_day)
    return (
        gettext(
            "Source: %(operator)s through the Digital Taskforce; reported. Compared with the "
            "mapping of %(day)s."
        )
        % told
    )
