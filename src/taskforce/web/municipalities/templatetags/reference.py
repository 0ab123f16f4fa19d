"""Write an official figure with its unit."""

from __future__ import annotations

from django import template

from taskforce.report.outlook import ReferenceFact
from taskforce.web.frame.templatetags.numbers import number

register = template.Library()

_HARD_SPACE = "\u00a0"


@register.filter
def fact_value(fact: ReferenceFact) -> str:
    """The figure with its unit."""
    decimals = 0 if float(fact.value).is_integer() else 1
    written = number(fact.value, decimals)
    return f"{written}{_HARD_SPACE}%" if fact.unit == "percent" else written
