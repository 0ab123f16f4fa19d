"""Counts what became of promises, for each area."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from taskforce.report.promises.ledger import Judged, Outcome


@dataclass(frozen=True, slots=True)
class AreaTally:
    """The promises of one postcode of one municipality, by what became of them.

    `below` are the addresses with an open promise that are below the threshold in the newest
    mapping; `unknown_need` those of which it says nothing.
    """

    municipality: str
    postcode: str
    outcomes: dict[Outcome, int]
    below: int
    unknown_need: int

    @property
    def promises(self) -> int:
        return sum(self.outcomes.values())


def tally(
    judged: Iterable[Judged], *, below: frozenset[str], unknown: frozenset[str]
) -> tuple[AreaTally, ...]:
    """Count judged promises by municipality and postcode.

    Parameters
    ----------
    judged
        What `judge` returned.
    below, unknown
        The ids of the addresses that the newest mapping puts below the threshold, and of those
        it cannot tell of.

    Returns
    -------
    tuple of AreaTally
        One for each area with a promise, by code; an address that is promised two technologies
        counts as two promises, and once among `below`.
    """
    outcomes: defaultdict[tuple[str, str], Counter[Outcome]] = defaultdict(Counter)
    planned: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in judged:
        place = one.given.place
        area = place.municipality, place.postcode
        outcomes[area][one.outcome] += 1
        if one.outcome.is_open:
            planned[area].add(place.source_id)
    return tuple(
        AreaTally(
            *area,
            outcomes={outcome: counts[outcome] for outcome in Outcome},
            below=len(planned[area] & below),
            unknown_need=len(planned[area] & unknown),
        )
        for area, counts in sorted(outcomes.items())
    )
