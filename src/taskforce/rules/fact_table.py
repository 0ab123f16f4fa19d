"""The table of facts: what each one means, its unit, and how to find it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from taskforce.rules.fact import Case, Fact
from taskforce.rules.rulebook import Rulebook


def as_objects(book: Rulebook, case: str | None) -> list[dict[str, Any]]:
    """Every fact of a kind of case (or of all), ready for JSON."""
    return [
        {
            "name": name,
            "cases": [each.value for each in fact.cases],
            "kind": fact.kind.value,
            "unit": fact.unit,
            "least": fact.least,
            "most": fact.most,
            "choices": {
                code: {"da": text.da, "en": text.en} for code, text in fact.choices.items()
            },
            "meaning": {"da": fact.name.da, "en": fact.name.en},
            "question": {"da": fact.question.da, "en": fact.question.en},
            "help": {"da": fact.help.da, "en": fact.help.en},
        }
        for name, fact in _facts(book, case)
    ]


def as_table(book: Rulebook, case: str | None, *, language: str) -> str:
    """The same for reading: one paragraph for each fact."""
    paragraphs = []
    for name, fact in _facts(book, case):
        values = fact.unit or ", ".join(fact.choices) or fact.kind.value
        paragraphs.append(
            f"{name} ({values})\n  {fact.question.in_language(language)}\n"
            f"  {fact.help.in_language(language)}"
        )
    return "\n".join(paragraphs)


def _facts(book: Rulebook, case: str | None) -> Iterator[tuple[str, Fact]]:
    if case is not None:
        yield from book.facts_of(Case(case)).items()
    else:
        yield from sorted(book.facts.items(), key=lambda item: (item[1].cases[0], item[1].order))
