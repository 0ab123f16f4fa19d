"""The answer as a person reads it in a terminal: the outcome first, then why and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from taskforce.rules.answer import Answer, Deadline, Deviation, Finding
from taskforce.rules.differences import differences
from taskforce.rules.fact import Fact
from taskforce.rules.finding import said
from taskforce.rules.outcome import Effect, Outcome
from taskforce.vocabulary.text import Text

_HEADINGS = {
    "decides": Text("Det afgør svaret", "What decides the answer"),
    "ask": Text("Det kan kun kommunen svare på", "Only the municipality can tell"),
    "needed": Text("Vi mangler at vide", "We still need to know"),
    "papers": Text("Det skal du aflevere", "Papers to hand in"),
    "deadlines": Text("Frister", "Deadlines"),
    "terms": Text("Vilkår", "Conditions"),
    "judgement": Text("Det må kommunen vurdere", "What the municipality must judge"),
    "more": Text("Godt at vide", "Good to know"),
    "contact": Text("Spørg kommunen", "Ask the municipality"),
    "differs": Text("Her er kommunerne forskellige", "Where the municipalities differ"),
}
_GUIDANCE = Text(
    "Svaret er vejledning. Selve tilladelsen giver kommunen i sit eget system.",
    "This is guidance. The permit itself is given in the municipality's own system.",
)


def as_text(answer: Answer, *, facts: Mapping[str, Fact], language: str) -> str:
    """One answer in Danish (da) or English (en)."""
    return "\n".join(_lines(answer, facts, language))


def all_as_text(answers: Sequence[Answer], *, language: str) -> str:
    """The outcome in each municipality, and where they differ."""
    width = max(len(answer.municipality_name) for answer in answers)
    lines = [
        f"{answer.municipality}  {answer.municipality_name:<{width}}  "
        f"{answer.outcome.label.in_language(language)}"
        for answer in answers
    ]
    names = {answer.municipality: answer.municipality_name for answer in answers}
    found = differences(answers)
    if found:
        lines += ["", _HEADINGS["differs"].in_language(language)]
    for difference in found:
        lines.append(f"  {difference.subject.in_language(language)}")
        for text, codes in difference.groups:
            places = ", ".join(names[code] for code in codes)
            lines.append(f"    {text.in_language(language)}: {places}")
    return "\n".join([*lines, "", _GUIDANCE.in_language(language)])


def _lines(answer: Answer, facts: Mapping[str, Fact], language: str) -> Iterator[str]:
    place = f"{answer.municipality_name} ({answer.municipality}), {answer.on.isoformat()}"
    yield f"{answer.outcome.label.in_language(language)} – {place}"
    if answer.outcome != Outcome.UNKNOWN:
        yield from _section("decides", (_full(f, language) for f in answer.deciding), language)
    ask = (f for f in answer.findings if f.ask and f.outcome.decides and not f.decides)
    yield from _section("ask", (_full(f, language) for f in ask), language)
    needed = (f"{name}: {facts[name].question.in_language(language)}"
              for name in answer.missing_facts)  # fmt: skip
    yield from _section("needed", needed, language)
    papers = (paper.name.in_language(language) for paper in answer.papers)
    yield from _section("papers", papers, language)
    yield from _section("deadlines", (_due(d, language) for d in answer.deadlines), language)
    for heading, effects in (
        ("terms", {Effect.CONDITION}),
        ("judgement", {Effect.JUDGEMENT}),
    ):
        rest = (_full(f, language) for f in answer.findings if f.outcome in effects)
        yield from _section(heading, rest, language)
    known = (f for f in answer.findings if f.outcome == Effect.INFORMATION)
    more = (f"{f.rule}  {f.title.in_language(language)}" for f in known)
    yield from _section("more", more, language)
    if answer.contact:
        contact = f"{answer.contact.name}, {answer.contact.website}"
        yield from _section("contact", [contact], language)
    yield ""
    yield _GUIDANCE.in_language(language)


def _section(heading: str, lines: Iterator[str] | list[str], language: str) -> Iterator[str]:
    held = list(lines)
    if held:
        yield ""
        yield _HEADINGS[heading].in_language(language)
        yield from (f"  {line}" for line in held)


def _full(finding: Finding, language: str) -> str:
    standing = ", ".join(
        text.in_language(language)
        for text in (finding.clause, finding.layer.label, finding.certainty.label)
    )
    own = "".join(f"\n      {_own(one, language)}" for one in finding.deviations)
    return (
        f"{finding.rule}  {finding.title.in_language(language)}\n"
        f"      {finding.text.in_language(language)}\n"
        f"      {standing}. {finding.sources[0]}{own}"
    )


def _own(one: Deviation, language: str) -> str:
    if one.adoption is not None:
        return f"{one.adoption.label.in_language(language)}. {one.reason.in_language(language)}"
    own, common = (said(value).in_language(language) for value in (one.own, one.common))
    words = Text("Kommunens egen værdi: {} {} (ellers {}).", "Own value: {} {} (otherwise {}).")
    return words.in_language(language).format(own, one.unit, common)


def _due(deadline: Deadline, language: str) -> str:
    what = deadline.what.in_language(language)
    who = deadline.who.label.in_language(language)
    day = f": {deadline.due}" if deadline.due else ""
    return f"{what} ({who}, {deadline.length.in_language(language)}){day}"
