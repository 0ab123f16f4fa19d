"""Which questions stand on the next page, and which stood on the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from taskforce.rules.answer import Answer
from taskforce.rules.fact import Fact, Kind

# Measures are quickly written one below the other; a choice is easier met alone.
_MOST_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class Step:
    """The questions of one page. `left` counts them and all that may follow: fewer may do."""

    names: tuple[str, ...]
    left: int
    answered: int

    @property
    def is_last(self) -> bool:
        return self.left <= len(self.names)

    @property
    def at_most(self) -> int:
        return self.left + self.answered


def next_step(
    answer: Answer, *, not_known: Sequence[str], answered: int, facts: Mapping[str, Fact]
) -> Step | None:
    """The next page of questions; None where nothing that can be said would change the answer."""
    missing = [name for name in answer.missing_facts if name not in not_known]
    if not missing:
        return None
    return Step(together(missing, facts), len(missing), answered)


def together(names: Sequence[str], facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The first of the questions, and the measures that follow it where it is one itself."""
    measures = tuple(takewhile(lambda name: facts[name].kind == Kind.NUMBER, names))
    return measures[:_MOST_TOGETHER] or tuple(names[:1])


def before(names: Sequence[str], facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The questions answered last, which "Back" shows again."""
    return tuple(reversed(together(names[::-1], facts)))
