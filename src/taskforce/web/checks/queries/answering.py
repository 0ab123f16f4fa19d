"""The answer of the rules to one case, with what the municipalities have decided laid over them."""

from __future__ import annotations

from datetime import date

from taskforce.rules import check
from taskforce.rules.answer import Answer
from taskforce.rules.facts import Facts
from taskforce.rules.practice import Practice
from taskforce.rules.rulebook_files import the_rulebook


def answer(facts: Facts, *, code: str, on: date) -> Answer:
    """What the rules of a day say of a case in the municipality of this code."""
    return check.check(facts, book=the_rulebook(), municipality=code, on=on, practice=_practice())


def everywhere(facts: Facts, *, on: date) -> tuple[Answer, ...]:
    """The same case in every municipality of the region."""
    return check.everywhere(facts, book=the_rulebook(), on=on, practice=_practice())


def _practice() -> Practice:
    from taskforce.web.guidelines.queries.practice import practice

    return practice()
