"""An answer in the words of the page: why, what to do, by when, and on which rules it rests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, gettext

from taskforce.rules.answer import Answer, Deadline, Deviation, Finding
from taskforce.rules.fact import Fact, Kind, Value
from taskforce.rules.outcome import Effect, Outcome
from taskforce.rules.rule import Setting
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.checks.units import unit_words
from taskforce.web.frame.templatetags.components import inside
from taskforce.web.frame.templatetags.numbers import day, number
from taskforce.web.frame.templatetags.spoken import spoken

_HOME = ZoneInfo("Europe/Copenhagen")
_HARD_SPACE = "\u00a0"
_DECIMALS = 6
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind under one heading."""

    key: str
    title: str
    findings: tuple[Finding, ...]

    @property
    def first(self) -> bool:
        """What the reader must see without asking for it."""
        return self.key in ("deciding", "ask", "condition")


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of the case; `because` says why it was assumed, where nobody has said it."""

    name: str
    label: str
    value: str
    because: str


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline as a sentence can use it."""

    told: Deadline
    due: str
    counted: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule can be read."""

    url: str
    host: str


def headline(answer: Answer) -> str:
    """The outcome in one line."""
    return spoken(answer.outcome.label)


def why(answer: Answer) -> tuple[str, ...]:
    """Why it is so: the titles of the rules that decided, a few of them."""
    return tuple(spoken(finding.title) for finding in answer.deciding[:_MOST_REASONS])


def meaning(answer: Answer) -> str:
    """What the outcome means for the one who asks."""
    sentences = {
        Outcome.FREE: gettext("We found no rule that asks you to apply or to notify anybody."),
        Outcome.NOTIFY_ONLY: gettext("You may start without a permit, but you must notify."),
        Outcome.PERMIT_NEEDED: gettext("Do not start until you have the permit."),
        Outcome.NOT_ALLOWED: gettext(
            "Talk to the municipality before you go on: another place or an exemption may be "
            "possible."
        ),
        Outcome.ASK: gettext("The answer turns on something that only the municipality can tell."),
        Outcome.UNKNOWN: gettext("The answer could still change with what you have not told us."),
    }
    return sentences[answer.outcome]


def groups(answer: Answer) -> tuple[Group, ...]:
    """Every finding once, those that decide first."""
    titles = {
        "deciding": gettext("This decides the answer"),
        "ask": gettext("Ask the municipality about this"),
        "condition": gettext("Conditions to keep"),
        "documentation": gettext("Papers"),
        "deadline": gettext("Deadlines"),
        "judgement": gettext("This the authority judges in each case"),
        "besides": gettext("These apply too"),
        "information": gettext("Good to know"),
    }
    held: dict[str, list[Finding]] = {key: [] for key in titles}
    for finding in answer.findings:
        held[_group(finding)].append(finding)
    return tuple(Group(key, titles[key], tuple(of)) for key, of in held.items() if of)


def _group(finding: Finding) -> str:
    if finding.decides:
        return "deciding"
    if finding.ask:
        return "ask"
    return finding.outcome.value if not finding.outcome.decides else "besides"


def fact_rows(answer: Answer) -> tuple[FactRow, ...]:
    """The facts that the answer used, in the order of asking."""
    values = dict(answer.facts)
    return tuple(
        FactRow(name, spoken(fact.name), value_words(values[name], fact), _because(fact, answer))
        if name in answer.assumed
        else FactRow(name, spoken(fact.name), value_words(values[name], fact), "")
        for name, fact in the_rulebook().facts_of(answer.case).items()
        if name in values
    )


def _because(fact: Fact, answer: Answer) -> str:
    return spoken(fact.assumed.text) if fact.assumed else ""


def fact_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """What facts are called."""
    facts = the_rulebook().facts
    return tuple(spoken(facts[name].name) for name in names if name in facts)


def value_words(value: Value, fact: Fact) -> str:
    """A value as people read it, with its unit."""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, tuple):
        chosen = [spoken(fact.choices.get(one)) or one for one in value]
        return ", ".join(chosen) or gettext("None of them")
    if isinstance(value, datetime):
        return moment(value)
    if fact.kind == Kind.NUMBER and isinstance(value, int | float):
        return f"{decimal(value)}{_HARD_SPACE}{unit_words(fact.unit)}".strip()
    return spoken(fact.choices.get(str(value))) or str(value)


def deadline_rows(answer: Answer) -> tuple[DeadlineRow, ...]:
    """The deadlines: those with a date first, the earliest on top."""
    ordered = sorted(answer.deadlines, key=lambda one: (one.due is None, _sortable(one.due)))
    return tuple(
        DeadlineRow(one, moment(one.due) if one.due else "", _counted(one)) for one in ordered
    )


def _sortable(due: date | datetime | None) -> str:
    return due.isoformat() if due else ""


def _counted(deadline: Deadline) -> str:
    """What the deadline is counted from: "1 working day after the start of the work"."""
    book = the_rulebook()
    limit = book.rule(deadline.rule).deadline
    event = book.facts.get(limit.event) if limit else None
    if limit is None or event is None:
        return spoken(deadline.length)
    told = {"length": spoken(deadline.length), "event": inside(spoken(event.name))}
    if limit.before:
        return gettext("%(length)s before: %(event)s") % told
    return gettext("%(length)s after: %(event)s") % told


def deviation_words(one: Deviation) -> str:
    """How the municipality differs, in one sentence."""
    if not one.parameter:
        return spoken(one.adoption.label) if one.adoption else ""
    told = {"own": setting_words(one.own, one.unit), "common": setting_words(one.common, one.unit)}
    if one.common is None:
        return gettext("The municipality's own value: %(own)s.") % told
    return gettext("The municipality's own value: %(own)s. Otherwise: %(common)s.") % told


def own_rules(answer: Answer) -> tuple[str, ...]:
    """The rules on which the municipality has a value or a decision of its own."""
    return tuple(finding.rule for finding in answer.findings if finding.deviations)


def setting_words(value: Setting | None, unit: str) -> str:
    """A parameter's value with its unit."""
    if value is None:
        return gettext("not known")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, str):
        return value
    return f"{decimal(value)}{_HARD_SPACE}{unit_words(unit)}".strip()


def decimal(value: float) -> str:
    """A number with the decimals it has and no more."""
    text = f"{value:.{_DECIMALS}f}".rstrip("0")
    return number(value, len(text.partition(".")[2]))


def moment(value: date | datetime) -> str:
    """A day, with the hour where there is one."""
    if not isinstance(value, datetime):
        return day(value)
    at = value.astimezone(_HOME) if value.tzinfo else value
    clock = f"{at:%H:%M}" if get_language() == "en" else f"{at:%H.%M}"
    return gettext("%(day)s at %(clock)s") % {"day": day(at.date()), "clock": clock}


def sources(finding: Finding) -> tuple[Source, ...]:
    """Where the rule can be read, by the name of the site."""
    return tuple(
        Source(url, urlsplit(url).hostname or url)
        for url in finding.sources
        if url.startswith(("https://", "http://"))
    )


def tone(effect: Outcome | Effect) -> str:
    """The colour that repeats what an outcome says."""
    tones = {"free": "good", "notify_only": "good", "permit_needed": "amber", "not_allowed": "red"}
    return tones.get(effect.value, "unknown")
