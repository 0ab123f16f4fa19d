"""The answer of a check: the outcome first, then everything that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from taskforce.rules.fact import Case, Value
from taskforce.rules.outcome import Effect, Outcome
from taskforce.rules.rule import Setting, Who
from taskforce.rules.standing import Adoption, Confidence, Layer
from taskforce.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Deviation:
    """Where a municipality differs from the common rule: its own value, or its own decision."""

    parameter: str
    own: Setting | None
    common: Setting | None
    unit: str
    reason: Text
    since: date | None
    adoption: Adoption | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that applies to the case, with where it stands and how sure it is.

    `ask` is True where a value is open: only the municipality can tell. `decides` is True for the
    rules that give the answer its outcome.
    """

    rule: str
    outcome: Effect
    layer: Layer
    clause: Text
    title: Text
    text: Text
    sources: tuple[str, ...]
    certainty: Confidence
    decides: bool
    ask: bool
    reason: Text | None = None
    note: Text | None = None
    deviations: tuple[Deviation, ...] = ()
    adoption: Adoption | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to hand in, and the rule that asks for it."""

    rule: str
    name: Text


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline; `due` is None where the day it counts from, or its length, is not known."""

    rule: str
    what: Text
    who: Who
    length: Text
    due: date | datetime | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Where the municipality can be asked."""

    name: str
    website: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules of a day say of one case in one municipality.

    `missing_facts` could change the outcome, in the order that settles it soonest; `more_facts`
    could only add conditions, papers or deadlines. `assumed` are facts read from the others.
    """

    municipality: str
    municipality_name: str
    case: Case
    on: date
    outcome: Outcome
    findings: tuple[Finding, ...]
    missing_facts: tuple[str, ...]
    more_facts: tuple[str, ...]
    papers: tuple[Paper, ...]
    deadlines: tuple[Deadline, ...]
    contact: Contact | None
    facts: tuple[tuple[str, Value], ...]
    assumed: tuple[str, ...]
    guidelines: str
    rulebook: str

    @property
    def deciding(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.decides)
