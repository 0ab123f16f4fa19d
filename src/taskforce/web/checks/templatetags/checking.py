"""Filters with which a template tells what has been asked and said so far."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext

from taskforce.rules.fact import Case
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.vocabulary.places import load_region
from taskforce.web.checks.asked import Asked
from taskforce.web.checks.told import value_words
from taskforce.web.frame.templatetags.spoken import spoken

register = template.Library()


@dataclass(frozen=True, slots=True)
class Said:
    """One answer so far, and where to change it."""

    label: str
    value: str
    change: str


@register.filter
def asks(case: Case) -> str:
    """The question that a kind of case answers."""
    questions = {
        Case.DIG: gettext("May I dig?"),
        Case.MAST: gettext("May I put up a mast?"),
        Case.LEASE: gettext("On which terms may I rent?"),
        Case.GRANT: gettext("Can we get a broadband grant?"),
    }
    return questions[case]


@register.filter
def asked_in(case: Case, name: str) -> str:
    """The same question for one municipality, by its name."""
    questions = {
        Case.DIG: gettext("May I dig in %(name)s Municipality?"),
        Case.MAST: gettext("May I put up a mast in %(name)s Municipality?"),
        Case.LEASE: gettext("On which terms may I rent in %(name)s Municipality?"),
        Case.GRANT: gettext("Can we get a broadband grant in %(name)s Municipality?"),
    }
    return questions[case] % {"name": name}


@register.filter
def municipality(code: str) -> str:
    """The name of a municipality of the region."""
    place = load_region().municipality(code)
    return place.name if place else code


@register.filter
def municipalities(codes: tuple[str, ...]) -> str:
    """The names of several."""
    return ", ".join(sorted(municipality(code) for code in codes))


@register.filter
def said(asked: Asked) -> list[Said]:
    """The answers so far, in the order in which they were given."""
    facts, given = the_rulebook().facts, asked.facts.given
    return [
        Said(
            spoken(facts[name].name),
            value_words(given[name], facts[name]) if name in given else gettext("I don't know"),
            asked.to_change(name),
        )
        for name in asked.names
    ]


@register.simple_tag
def change_link(asked: Asked, name: str) -> str:
    """Where a fact can be said anew, be it one that was only assumed."""
    return asked.to_change(name)
