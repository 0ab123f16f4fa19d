"""How a municipality stands to a clause on a day: its decision, and the values it goes by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from taskforce.rules.practice import Decision, LocalValue, Practice
from taskforce.rules.rule import Rule, Setting
from taskforce.rules.rulebook import Rulebook
from taskforce.rules.standing import Adoption
from taskforce.rules.version import Version

# The words that tell how a municipality does it; after the others nobody knows.
DECIDED = (Adoption.ADOPTED, Adoption.CHANGED, Adoption.REJECTED)


@dataclass(frozen=True, slots=True)
class Stand:
    """One municipality and one clause. `values` are those in force; None where one is open.

    `own` are the parameters whose value is the municipality's own.
    """

    adoption: Adoption = Adoption.NOT_DECIDED
    values: tuple[tuple[str, Setting | None], ...] = ()
    own: tuple[str, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether the municipality has said how it does; an outdated word no longer tells."""
        return self.adoption in DECIDED


def clauses_on(book: Rulebook, on: date) -> tuple[Rule, ...]:
    """The clauses that each municipality decides for itself and that count on a day."""
    return tuple(rule for rule in book.clauses if book.counts(rule, on))


def stand(book: Rulebook, practice: Practice, code: str, *, rule: Rule, on: date) -> Stand:
    """How one municipality stands to one clause on a day."""
    values: list[tuple[str, Setting | None]] = []
    own: list[str] = []
    for name, parameter in rule.parameters.items():
        held = practice.value(code, rule.id, parameter=name, on=on) if parameter.local else None
        values.append((name, held.value if held else parameter.on(on)))
        if held:
            own.append(name)
    decision = practice.decision(code, rule.id, on=on)
    return Stand(adoption_of(decision, book, rule=rule, on=on), tuple(values), tuple(own))


def adoption_of(decision: Decision | None, book: Rulebook, *, rule: Rule, on: date) -> Adoption:
    """What a decision means on a day: outdated where the clause has changed since its version."""
    if decision is None:
        return Adoption.NOT_DECIDED
    if decision.adoption not in DECIDED:
        return decision.adoption
    before, now = _version_of(decision, book), book.version(on)
    if before is None or now is None or before.since >= now.since:
        return decision.adoption
    return Adoption.OUTDATED if has_changed(rule, before, now) else decision.adoption


def has_changed(rule: Rule, before: Version, now: Version) -> bool:
    """Whether a clause says something else in the newer version than in the older.

    It does where it is new, where it was written anew, or where one of its values is another. That
    a chapter has another number changes nothing.
    """
    if rule.versions and (before.name in rule.versions) != (now.name in rule.versions):
        return True
    if rule.valid_from is not None and before.since < rule.valid_from <= now.since:
        return True
    return any(each.on(before.since) != each.on(now.since) for each in rule.parameters.values())


def own_values(practice: Practice, code: str, *, on: date) -> tuple[LocalValue, ...]:
    """The values of its own that a municipality goes by on a day, the later entry first."""
    found: dict[tuple[str, str], LocalValue] = {}
    for value in reversed(practice.values):
        if value.municipality == code and value.holds(on):
            found.setdefault((value.rule, value.parameter), value)
    return tuple(found[key] for key in sorted(found))


def stands(
    book: Rulebook, practice: Practice, *, municipalities: Iterable[str], on: date
) -> dict[str, dict[str, Stand]]:
    """How every municipality stands to every clause that counts on a day.

    Returns
    -------
    dict
        By the rule's id, then by the municipality's code; none is missing.
    """
    codes = tuple(municipalities)
    return {
        rule.id: {code: stand(book, practice, code, rule=rule, on=on) for code in codes}
        for rule in clauses_on(book, on)
    }


def _version_of(decision: Decision, book: Rulebook) -> Version | None:
    if decision.version:
        return next((one for one in book.versions if one.name == decision.version), None)
    return book.version(decision.decided_on) if decision.decided_on else None


def clauses_of(book: Rulebook, version: str) -> tuple[Rule, ...]:
    """The clauses of one version; those that no version names belong to every one."""
    return tuple(rule for rule in book.clauses if not rule.versions or version in rule.versions)
