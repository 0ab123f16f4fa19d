"""Checks one case against the rules of a day: what they say, why, and what is still needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from taskforce.rules.answer import Answer, Deadline, Finding, Paper
from taskforce.rules.applying import Situation, Standing, situation, standings
from taskforce.rules.asking import in_order_of_asking
from taskforce.rules.deadlines import deadline_of
from taskforce.rules.facts import Facts
from taskforce.rules.finding import decided, finding_of
from taskforce.rules.outcome import Effect
from taskforce.rules.practice import Practice
from taskforce.rules.rule import Rule
from taskforce.rules.rulebook import Rulebook
from taskforce.rules.standing import Adoption, Layer
from taskforce.rules.verdict import Verdict, verdict
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.places import load_region

# Deciding rules first, the strictest on top; then what must be done; then what is good to know.
_ORDER = (
    Effect.NOT_ALLOWED,
    Effect.PERMIT_NEEDED,
    Effect.NOTIFY_ONLY,
    Effect.FREE,
    Effect.CONDITION,
    Effect.DOCUMENTATION,
    Effect.DEADLINE,
    Effect.JUDGEMENT,
    Effect.INFORMATION,
)


def check(
    facts: Facts,
    *,
    book: Rulebook,
    municipality: str,
    on: date,
    practice: Practice | None = None,
) -> Answer:
    """What the rules of a day say of a case in one municipality.

    Parameters
    ----------
    facts
        What is known; everything else is unknown, never false.
    book
        The rules.
    municipality
        Its code as text, "0340".
    on
        The day whose rules count.
    practice
        What the municipalities have decided; by default what the rulebook itself knows.

    Returns
    -------
    Answer
        The strictest outcome of all rules that apply. `unknown` while a missing fact could still
        change it, `ask` where only the municipality knows the value that decides.

    Raises
    ------
    WrongUse
        No such municipality in the region.
    """
    asked = situation(
        facts,
        terms=book.terms,
        municipality=municipality,
        on=on,
        practice=book.practice if practice is None else practice,
    )
    rules = book.in_force(on, case=facts.case, municipality=municipality)
    stands = standings(rules, asked)
    found = verdict(stands.values())
    questions = in_order_of_asking(found.missing, found.unsettled, asked=asked, facts=book.facts)
    applying = [one.rule for one in stands.values() if one.applies]
    counting = [rule for rule in applying if not _rejected(rule, asked)]
    version = book.version(on)
    return Answer(
        municipality=municipality,
        municipality_name=_name(municipality),
        case=facts.case,
        on=on,
        outcome=found.outcome,
        findings=_findings([*applying, *found.to_ask_about], asked, found),
        missing_facts=questions,
        more_facts=_more(stands.values(), counting, facts, book, set(questions)),
        papers=tuple(Paper(rule.id, rule.paper) for rule in counting if rule.paper),
        deadlines=_deadlines(counting, facts, asked),
        contact=book.contacts.get(municipality),
        facts=facts.values,
        assumed=facts.assumed,
        guidelines=version.name if version else "",
        rulebook=book.fingerprint,
    )


def everywhere(
    facts: Facts,
    *,
    book: Rulebook,
    on: date,
    practice: Practice | None = None,
    municipalities: Sequence[str] | None = None,
) -> tuple[Answer, ...]:
    """The same case in every municipality of the region, in the order of their names."""
    codes = municipalities or tuple(_names())
    return tuple(
        check(facts, book=book, municipality=code, on=on, practice=practice) for code in codes
    )


def _name(municipality: str) -> str:
    name = _names().get(municipality)
    if name is None:
        raise WrongUse(
            f'There is no municipality "{municipality[:20]}" in the region.',
            remedy="Give a code such as 0340.",
        )
    return name


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """The region's municipalities by code, in the order of their names."""
    places = sorted(load_region().municipalities, key=lambda place: place.name)
    return {place.code: place.name for place in places}


def _deadlines(rules: Iterable[Rule], facts: Facts, asked: Situation) -> tuple[Deadline, ...]:
    return tuple(
        deadline_of(rule, rule.deadline, facts=facts, asked=asked)
        for rule in rules
        if rule.deadline
    )


def _rejected(rule: Rule, asked: Situation) -> bool:
    """A common clause that the municipality has rejected asks for nothing there."""
    decision = decided(rule, asked) if rule.layer == Layer.COMMON else None
    return decision is not None and decision.adoption == Adoption.REJECTED


def _findings(applying: Iterable[Rule], asked: Situation, found: Verdict) -> tuple[Finding, ...]:
    findings = [finding_of(rule, asked, decides=rule.id in found.decided_by) for rule in applying]
    return tuple(sorted(findings, key=lambda one: (not one.decides, _ORDER.index(one.outcome))))


def _more(
    stands: Iterable[Standing],
    counting: Iterable[Rule],
    facts: Facts,
    book: Rulebook,
    asked_already: set[str],
) -> tuple[str, ...]:
    """Facts that could add a condition, a paper or a date, but not change the outcome."""
    known = {name for name, _ in facts.values}
    undecided = (one for one in stands if one.applies is None and not one.rule.outcome.decides)
    wanted = frozenset().union(*(one.missing for one in undecided))
    times = {rule.deadline.event for rule in counting if rule.deadline}
    wanted |= {name for name in times if name in book.facts}
    return tuple(
        name for name in book.facts_of(facts.case) if name in wanted - known - asked_already
    )
