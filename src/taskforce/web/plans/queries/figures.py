"""The figures of a plan: sums of its areas, and what of them is meant for everyone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from taskforce.report.promises.ledger import Outcome
from taskforce.web.people.models import Organisation
from taskforce.web.plans.models import PlanArea
from taskforce.web.plans.models.area import COUNTS

# Public pages show no group of one or two addresses.
SMALLEST = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of some promises. None before the first comparison; hidden where too small."""

    promised: int
    outcomes: dict[Outcome, int] | None
    below: int | None
    unknown_need: int | None
    outcomes_hidden: bool = False
    below_hidden: bool = False

    def of(self, outcome: Outcome) -> int | None:
        """How many promises came to this."""
        return self.outcomes[outcome] if self.outcomes is not None else None

    @property
    def kept(self) -> int | None:
        return self.of(Outcome.KEPT)

    @property
    def kept_late(self) -> int | None:
        return self.of(Outcome.KEPT_LATE)

    @property
    def late(self) -> int | None:
        return self.of(Outcome.LATE)

    @property
    def pending(self) -> int | None:
        return self.of(Outcome.PENDING)

    @property
    def withdrawn(self) -> int | None:
        return self.of(Outcome.WITHDRAWN)

    @property
    def unknown(self) -> int | None:
        return self.of(Outcome.UNKNOWN)

    @property
    def already(self) -> int | None:
        return self.of(Outcome.ALREADY)


@dataclass(frozen=True, slots=True)
class InMunicipality:
    """The figures of a plan in one municipality, and by its postcodes where they are shown."""

    municipality: Organisation
    figures: Figures
    postcodes: tuple[tuple[str, Figures], ...] = ()


def summed(areas: Iterable[PlanArea]) -> Figures:
    """The sum of some areas; unknown as soon as one of them has not been compared."""
    held = list(areas)
    promised = sum(one.promised for one in held)
    if not held or any(one.kept is None for one in held):
        return Figures(promised, None, None, None)
    counts = {name: sum(getattr(one, name) for one in held) for name in COUNTS}
    outcomes = {outcome: counts[outcome.value] for outcome in Outcome}
    return Figures(promised, outcomes, counts["below"], counts["unknown_need"])


def for_everyone(figures: Figures, need: int | None) -> Figures:
    """The same figures without small groups of addresses that lack something.

    `need` is how many are below in the whole area as it is published, None where that is hidden:
    a group may be told by its size, and by the size of what is left.
    """
    counts = figures.outcomes
    few = counts is not None and any(map(_is_small, counts.values()))
    below = figures.below
    tells = below is not None and (need is None or _is_small(below) or _is_small(need - below))
    return replace(
        figures,
        outcomes=None if few else counts,
        outcomes_hidden=few,
        below=None if tells else below,
        unknown_need=None,
        below_hidden=tells,
    )


def _is_small(count: int) -> bool:
    return 0 < count < SMALLEST
