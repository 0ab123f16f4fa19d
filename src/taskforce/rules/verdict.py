"""Which outcome follows from how the rules stand: always the strictest, and never a guess."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taskforce.rules.applying import Standing
from taskforce.rules.outcome import STRICTNESS, Outcome
from taskforce.rules.rule import Rule
from taskforce.rules.standing import Confidence


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, the rules that give it, and those that could still change it."""

    outcome: Outcome
    decided_by: frozenset[str]
    unsettled: tuple[Standing, ...]
    missing: frozenset[str]

    @property
    def to_ask_about(self) -> tuple[Rule, ...]:
        """The rules whose open value decides; only the municipality can tell."""
        if self.outcome != Outcome.ASK:
            return ()
        return tuple(one.rule for one in self.unsettled if one.applies is None)


def verdict(standings: Iterable[Standing]) -> Verdict:
    """The strictest outcome of the rules that apply; unknown while another could be stricter.

    A missing fact makes the answer `unknown` where it could change it; a value that only the
    municipality knows makes it `ask`. Order does not matter, and one more rule never softens.
    """
    deciding = [one for one in standings if one.rule.outcome.decides]
    sure = [one for one in deciding if one.applies and not _is_open(one)]
    strictest = max((one.rule.outcome.strictness for one in sure), default=0)
    unsure = [one for one in deciding if one.applies is None or (one.applies and _is_open(one))]
    unsettled = tuple(one for one in unsure if _could_change(one, strictest))
    missing = frozenset().union(*(one.missing for one in unsettled))
    if missing:
        outcome = Outcome.UNKNOWN
    elif unsettled:
        outcome = Outcome.ASK
    else:
        outcome = Outcome(STRICTNESS[strictest].value)
    at_the_top = (one.rule.id for one in sure if one.rule.outcome.strictness == strictest)
    return Verdict(outcome, frozenset(at_the_top), unsettled, missing)


def _is_open(one: Standing) -> bool:
    return one.rule.certainty == Confidence.OPEN


def _could_change(one: Standing, strictest: int) -> bool:
    # Where nothing else decides, an open rule of the mildest kind is still a question.
    return one.rule.outcome.strictness > strictest or (strictest == 0 and one.open)
