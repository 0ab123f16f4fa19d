"""Say what is known of a case: first what the rules still need to know, last what seldom counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.forms import BoundField

from taskforce.rules.fact import Case as RuleCase
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.cases.queries.needed import DAYS
from taskforce.web.checks.forms.facts import FactsForm


class CaseFactsForm(FactsForm):
    """All facts of a kind of case but the days, which the case's own events tell."""

    def __init__(
        self, data: Any = None, *, case: RuleCase, needed: Iterable[str], **given: Any
    ) -> None:
        asked = [name for name in the_rulebook().facts_of(case) if name not in DAYS.values()]
        super().__init__(data, case=case, only=asked, **given)
        self._needed = tuple(needed)

    @property
    def still_needed(self) -> list[BoundField]:
        """What could change the answer, in the order that settles it soonest."""
        return [self[name] for name in self._needed if name in self.fields and self._open(name)]

    @property
    def known(self) -> list[BoundField]:
        """What has been said already, and what was just tried and could not be."""
        return [self[name] for name in self.fields if not self._open(name)]

    @property
    def others(self) -> list[BoundField]:
        """What changes nothing as the case stands."""
        first = {one.name for one in (*self.still_needed, *self.known)}
        return [self[name] for name in self.fields if name not in first]

    def _open(self, name: str) -> bool:
        return name not in self.initial and name not in self.errors
