"""Filters with which a template tells how a municipality stands to a clause."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language, pgettext

from taskforce.rules.quantity import quantity
from taskforce.rules.rule import Rule
from taskforce.rules.stand import Stand
from taskforce.rules.standing import Adoption
from taskforce.web.commitments.queries.words import said_by

register = template.Library()


@register.filter
def letter(adoption: Adoption) -> str:
    """One letter for a narrow cell; the word stands beside it for those who hear the page."""
    letters = {
        Adoption.ADOPTED: pgettext("letter", "A"),
        Adoption.CHANGED: pgettext("letter", "C"),
        Adoption.REJECTED: pgettext("letter", "R"),
        Adoption.NOT_DECIDED: "–",
        Adoption.OUTDATED: pgettext("letter", "O"),
    }
    return letters[Adoption(adoption)]


@register.filter
def in_roles(role_name: str) -> str:
    """Who wrote something, by role, in the reader's language."""
    return said_by(role_name, {})


@register.filter
def values(rule: Rule, stand: Stand) -> str:
    """The values of its own that a municipality uses, with their units."""
    tongue = get_language() or "da"
    return "; ".join(
        quantity(value, rule.parameters[name].unit).in_language(tongue)
        for name, value in stand.values
        if name in stand.own
    )
