"""Filters with which a template tells an answer."""

from __future__ import annotations

from django import template

from taskforce.rules.outcome import Outcome
from taskforce.web.checks import told

register = template.Library()

for _filter in (
    told.headline,
    told.meaning,
    told.why,
    told.groups,
    told.fact_rows,
    told.fact_names,
    told.deadline_rows,
    told.deviation_words,
    told.sources,
    told.tone,
    told.moment,
    told.own_rules,
):
    register.filter(_filter.__name__, _filter)

_ICONS = {
    Outcome.FREE: "success",
    Outcome.NOTIFY_ONLY: "send",
    Outcome.PERMIT_NEEDED: "document",
    Outcome.NOT_ALLOWED: "warning",
    Outcome.ASK: "forum",
    Outcome.UNKNOWN: "help",
}


@register.filter
def outcome_icon(outcome: Outcome) -> str:
    """The icon that stands beside an outcome."""
    return _ICONS[outcome]
