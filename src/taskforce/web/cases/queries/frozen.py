"""An answer as it was frozen, read for a page: nothing in it is computed again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from taskforce.rules.outcome import Effect
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.standing import Confidence, Layer
from taskforce.web.cases.models import Case, FrozenCheck
from taskforce.web.cases.two_languages import both
from taskforce.web.checks.told import value_words
from taskforce.web.frame.templatetags.spoken import spoken

_TONES = {"free": "good", "notify_only": "good", "permit_needed": "amber", "not_allowed": "red"}


@dataclass(frozen=True, slots=True)
class ToldFact:
    """One fact in words."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """One rule that applied, with where it stands and how sure it is."""

    rule: str
    title: str
    text: str
    clause: str
    layer: str
    outcome: str
    certainty: str
    source: str
    decides: bool
    ask: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A frozen answer in the language of the page."""

    frozen: FrozenCheck
    outcome: str
    tone: str
    deciding: list[ToldFinding]
    others: list[ToldFinding]
    papers: list[dict[str, Any]]
    missing: list[str]


def latest_check(case: Case) -> FrozenCheck | None:
    """The newest answer."""
    return case.checks.first()


def told(frozen: FrozenCheck) -> Told:
    """The answer, ready to be shown."""
    answer = frozen.answer
    findings = [_finding(one) for one in answer["findings"]]
    return Told(
        frozen=frozen,
        outcome=both(answer["outcome_text"]),
        tone=_TONES.get(frozen.outcome, "unknown"),
        deciding=[one for one in findings if one.decides],
        others=[one for one in findings if not one.decides],
        papers=answer["papers"],
        missing=fact_names(answer["missing_facts"]),
    )


def told_facts(case: Case) -> list[ToldFact]:
    """What the case says, in the order in which it is asked; a fact of former rules comes last."""
    known = the_rulebook().facts
    ordered = sorted(case.facts, key=lambda name: known[name].order if name in known else 10**6)
    return [ToldFact(name, *_fact(name, case.facts[name])) for name in ordered]


def fact_names(names: Iterable[str]) -> list[str]:
    """What facts are called; one that the rulebook of today does not know keeps its own name."""
    known = the_rulebook().facts
    return [spoken(known[name].name) if name in known else name for name in names]


def _fact(name: str, value: Any) -> tuple[str, str]:
    fact = the_rulebook().facts.get(name)
    if fact is None:
        return name, str(value)
    read = tuple(value) if isinstance(value, list) else value
    if fact.kind == "time":
        read = _moment(value)
    return spoken(fact.name), value_words(read, fact)


def _moment(text: str) -> datetime | date | str:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return text


def _finding(one: dict[str, Any]) -> ToldFinding:
    return ToldFinding(
        rule=one["rule"],
        title=both(one["title"]),
        text=both(one["text"]),
        clause=both(one["clause"]),
        layer=spoken(Layer(one["layer"]).label),
        outcome=spoken(Effect(one["outcome"]).label),
        certainty=spoken(Confidence(one["certainty"]).label),
        source=one["source"],
        decides=one["decides"],
        ask=one["ask_the_municipality"],
    )
