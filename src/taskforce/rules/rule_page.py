"""A page for one rule: what it says, when it applies, where it comes from and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from taskforce.rules.finding import said
from taskforce.rules.rule import DatedValue, Parameter, Rule
from taskforce.vocabulary.text import Text

_WORDS = {
    "when": Text("Hvornår den gælder", "When it applies"),
    "effect": Text("Virkning", "Effect"),
    "values": Text("Værdier", "Values"),
    "from": Text("Kilder", "Sources"),
    "open": Text("ukendt – spørg kommunen", "not known – ask the municipality"),
    "always": Text("altid", "always"),
    "local": Text("kommunen kan have sin egen", "a municipality may have its own"),
    "days": Text("Gælder", "In force"),
}


def rule_page(rule: Rule, *, language: str) -> str:
    """The page in Markdown, in Danish (da) or English (en)."""
    return "\n".join(_lines(rule, language)) + "\n"


def _lines(rule: Rule, language: str) -> Iterator[str]:
    def word(name: str) -> str:
        return _WORDS[name].in_language(language)

    standing = (rule.clause, rule.layer.label, rule.certainty.label)
    yield f"# {rule.id}: {rule.title.in_language(language)}"
    yield ""
    yield rule.text.in_language(language)
    yield ""
    yield f"*{' · '.join(text.in_language(language) for text in standing)}*"
    for extra in (rule.reason, rule.note):
        if extra:
            yield ""
            yield extra.in_language(language)
    yield ""
    yield f"- {word('effect')}: {rule.outcome.label.in_language(language)}"
    yield f"- {word('when')}: `{rule.when}`"
    if rule.valid_from or rule.valid_to:
        yield f"- {word('days')}: {rule.valid_from or ''} – {rule.valid_to or ''}"
    if rule.parameters:
        yield f"\n## {word('values')}\n"
    for parameter in rule.parameters.values():
        yield f"- {_parameter(parameter, language)}"
    yield f"\n## {word('from')}\n"
    yield from (f"- <{source}>" for source in rule.sources)


def _parameter(parameter: Parameter, language: str) -> str:
    values = "; ".join(_value(each, parameter, language) for each in parameter.values)
    own = f" ({_WORDS['local'].in_language(language)})" if parameter.local else ""
    known = values or _WORDS["open"].in_language(language)
    return f"{parameter.meaning.in_language(language)}: {known}{own}"


def _value(each: DatedValue, parameter: Parameter, language: str) -> str:
    spoken = f"{said(each.value).in_language(language)} {parameter.unit or ''}".strip()
    days = " – ".join(str(day or "") for day in (each.since, each.until))
    return f"{spoken}, {days.strip()}" if each.since or each.until else spoken
