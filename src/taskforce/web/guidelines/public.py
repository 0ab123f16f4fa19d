"""What any public page may show of the guidelines: how a municipality stands, in a few numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.rules.stand import own_values
from taskforce.rules.standing import Adoption
from taskforce.web.guidelines.queries.standing import standing


@dataclass(frozen=True, slots=True)
class PublicPractice:
    """One municipality: how many of the clauses it has decided on, and how many own values."""

    clauses: int
    adopted: int
    changed: int
    rejected: int
    own_values: int

    @property
    def open(self) -> int:
        """Clauses on which nothing that holds today has been decided."""
        return self.clauses - self.adopted - self.changed - self.rejected


def public_practice(code: str, on: date) -> PublicPractice:
    """How the municipality of this code stands."""
    today = standing(on)
    found = today.counts_of(code) if code in today.codes else {}
    return PublicPractice(
        clauses=len(today.clauses),
        adopted=found.get(Adoption.ADOPTED, 0),
        changed=found.get(Adoption.CHANGED, 0),
        rejected=found.get(Adoption.REJECTED, 0),
        own_values=len(own_values(today.practice, code, on=on)),
    )
