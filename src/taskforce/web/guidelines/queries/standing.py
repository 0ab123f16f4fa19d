"""How all municipalities stand to all clauses today: read once for a page, then only looked up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from taskforce.rules.practice import Practice
from taskforce.rules.rule import Rule
from taskforce.rules.rulebook import Rulebook
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.stand import Stand, clauses_on, stands
from taskforce.rules.standing import Adoption
from taskforce.rules.uniformity import Uniformity, uniformity_of
from taskforce.rules.version import Version
from taskforce.web.commitments.queries.standing import municipalities
from taskforce.web.guidelines.chapters import Chapter, chapter_of
from taskforce.web.guidelines.queries.practice import practice
from taskforce.web.people.models import Organisation


@dataclass(frozen=True)
class Standing:
    """Everything that the pages tell of a day."""

    on: date
    book: Rulebook
    practice: Practice
    places: tuple[Organisation, ...]

    @cached_property
    def version(self) -> Version | None:
        return self.book.version(self.on)

    @cached_property
    def clauses(self) -> tuple[Rule, ...]:
        return clauses_on(self.book, self.on)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return tuple(one.code for one in self.places)

    @cached_property
    def stands(self) -> Mapping[str, Mapping[str, Stand]]:
        return stands(self.book, self.practice, municipalities=self.codes, on=self.on)

    @cached_property
    def uniformity(self) -> Uniformity:
        return uniformity_of(self.stands)

    def chapter(self, rule: Rule) -> Chapter:
        """The chapter that a clause stands in today."""
        return chapter_of(rule, self.version)

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters that hold a clause, in the order of the guidelines."""
        found = {self.chapter(rule) for rule in self.clauses}
        return tuple(sorted(found, key=lambda one: one.order))

    def counts_of(self, code: str) -> Counter[Adoption]:
        """How many clauses a municipality stands to in each way."""
        return Counter(at[code].adoption for at in self.stands.values())


def standing(on: date) -> Standing:
    """Read it, in three queries."""
    return Standing(on, the_rulebook(), practice(), tuple(municipalities()))
