"""Facts invented for the property tests, from the rulebook's own table of facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from taskforce.rules.fact import Fact, Kind
from taskforce.rules.rule import Rule
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.standing import Confidence, Layer
from taskforce.vocabulary.text import Text

_WORDS = Text("Prøve", "Trial")


@st.composite
def facts_of(draw: st.DrawFn, case: str) -> dict[str, Any]:
    """Every fact of a kind of case, each with a value near the limits of the rules."""
    facts = the_rulebook().facts_of(case)
    return {"case": case, **{name: draw(_value(fact)) for name, fact in facts.items()
                             if fact.kind != Kind.TIME}}  # fmt: skip


def say_by_silence(case: str) -> set[str]:
    """Facts that are assumed when not said: leaving one out says something."""
    return {name for name, fact in the_rulebook().facts_of(case).items() if fact.assumed}


def some_of(whole: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """The same case with fewer facts known."""
    may_go = sorted(set(whole) - {"case"} - say_by_silence(whole["case"]))
    return st.sets(st.sampled_from(may_go)).map(
        lambda gone: {name: value for name, value in whole.items() if name not in gone}
    )


def _value(fact: Fact) -> st.SearchStrategy[Any]:
    if fact.kind == Kind.NUMBER:
        near = [0, 0.5, 1, 1.5, 2, 3, 5, 8, 10, 10.1, 20, 21, 31, 48, 49, 50, 60, 100, 101, 600]
        return st.sampled_from([n for n in near if fact.least <= n <= fact.most] or [fact.least])
    if fact.kind == Kind.YES_NO:
        return st.booleans()
    if fact.kind == Kind.CHOICE:
        return st.sampled_from(sorted(fact.choices))
    return st.lists(st.sampled_from(sorted(fact.choices)), max_size=3, unique=True)


def invented_rule(**changes: Any) -> Rule:
    """A rule that always applies, unless the changes say otherwise."""
    usual: dict[str, Any] = {
        "id": "TEST-01",
        "cases": ("dig", "mast", "lease", "grant"),
        "layer": Layer.NATIONAL,
        "clause": _WORDS,
        "title": _WORDS,
        "text": _WORDS,
        "when": "true",
        "sources": ("https://example.org",),
        "certainty": Confidence.HIGH,
    }
    return Rule(**(usual | changes))
