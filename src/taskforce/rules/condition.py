"""A condition in CEL: true, false, or unknown where a missing fact decides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import cel

from taskforce.vocabulary.errors import Refused

CelValue = bool | float | str | list[str]

# A condition is a sentence, not a program: no loops within loops, no look at what is missing.
LONGEST = 600
_ALLOWED = frozenset(
    {"_&&_", "_||_", "!_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "_+_", "_-_",
     "_*_", "_/_", "-_", "size", "@not_strictly_false", "_?_:_"}
)  # fmt: skip
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
_LOOP = re.compile(r"\.(?:exists|exists_one|all|map|filter)\((\w+)\s*,")


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled condition; `names` are the facts, terms and parameters that it speaks of."""

    source: str
    program: cel.Program
    names: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """The quoted words of the condition: codes of choices."""
        return frozenset(a or b for a, b in _QUOTED.findall(self.source))

    @property
    def numbers(self) -> frozenset[float]:
        """The numbers of the condition."""
        return frozenset(map(float, _NUMBER.findall(_QUOTED.sub("", self.source))))

    def truth(self, known: Mapping[str, CelValue]) -> bool | None:
        """True or False where what is known decides it; None where it does not.

        CEL's `false && x` is false and `true || x` is true whatever x is, so a missing fact
        matters only where it could change the result.
        """
        held = {name: known[name] for name in self.names if name in known}
        try:
            return bool(self.program.execute(held))
        except RuntimeError:
            if len(held) == len(self.names):
                raise
            return None


@lru_cache(maxsize=4096)
def condition(source: str) -> Condition:
    """Compile a condition once.

    Raises
    ------
    Refused
        It is too long, no CEL, or uses what conditions may not use.
    """
    if len(source) > LONGEST:
        raise Refused(f"The condition is longer than {LONGEST} letters.", remedy="Split the rule.")
    try:
        program = cel.compile(source)
    except ValueError as error:
        reason = str(error).replace("\n", " ")
        raise Refused(f"The condition is no CEL: {reason}", remedy="Correct it.") from None
    strange = set(program.functions()) - _ALLOWED
    loops = _LOOP.findall(source)
    if strange or len(loops) > 1 or "has(" in source:
        raise Refused(
            f"The condition uses {', '.join(sorted(strange)) or 'more than it may'}.",
            remedy="Compare facts with &&, ||, !, in and at most one exists.",
        )
    return Condition(source, program, tuple(n for n in program.variables() if n not in loops))
