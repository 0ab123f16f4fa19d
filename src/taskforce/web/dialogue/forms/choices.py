"""The choices of the forms: organisations by name, and the clauses of the rulebook."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import get_language

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.guidelines.queries.index import Wanted, subjects
from taskforce.web.people.models import Organisation

Group = tuple[str, list[tuple[str, str]]]
_LONGEST = 90


def among(field: forms.Field, organisations: Iterable[Organisation], *, nobody: str = "") -> None:
    """Let a field choose among organisations, the municipalities last; `nobody` is no choice."""
    every = sorted(organisations, key=lambda one: (one.is_municipality, in_danish_order(one.name)))
    pks = [one.pk for one in every]
    field.queryset = Organisation.objects.filter(pk__in=pks)  # type: ignore[attr-defined]
    empty = [("", nobody)] if nobody else []
    field.choices = [*empty, *((one.pk, one.name) for one in every)]  # type: ignore[attr-defined]


def clauses(nothing: str) -> list[tuple[str, str] | Group]:
    """Every rule with its number and title, by the kind of case."""
    tongue = get_language() or "da"
    groups = [
        (
            subject.name.in_language(tongue),
            [
                (one.id, _short(f"{one.id} {one.title.in_language(tongue)}"))
                for one in subject.rules
            ],
        )
        for subject in subjects(the_rulebook(), Wanted())
    ]
    return [("", nothing), *groups]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
