"""A condition in plain words, so that nobody has to read CEL to know when a rule applies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from taskforce.rules.fact import Kind
from taskforce.rules.quantity import quantity
from taskforce.rules.rule import Holding, Rule
from taskforce.rules.rulebook import Rulebook
from taskforce.vocabulary.text import Text

_TOKEN = re.compile(
    r"'[^']*'|\"[^\"]*\"|\d+(?:\.\d+)?|[A-Za-z_]\w*|&&|\|\||[!=<>]=|[-!<>()\[\],+*/]|\S"
)
_ONE_OF = re.compile(r"(\w+)\s+in\s+\[([^\]]*)\]")
_HOLDS = re.compile(r"'(\w+)'\s+in\s+(\w+)")
_IS = re.compile(r"(\w+)\s*([!=])=\s*'(\w+)'")
_WORDS = {
    "&&": Text("og", "and"),
    "||": Text("eller", "or"),
    "!": Text("ikke", "not"),
    "==": Text("er", "is"),
    "!=": Text("er ikke", "is not"),
    "<": Text("er under", "is below"),
    "<=": Text("er højst", "is at most"),
    ">": Text("er over", "is above"),
    ">=": Text("er mindst", "is at least"),
    "*": Text("gange", "times"),
    "+": Text("plus", "plus"),
    "-": Text("minus", "minus"),
    "/": Text("delt med", "divided by"),
    "(": Text("(", "("),
    ")": Text(")", ")"),
}
_YES, _NO = Text("ja", "yes"), Text("nej", "no")
_ALWAYS = (Text("Altid.", "Always."),)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the names in a condition mean: facts, terms, and the rule's own values on a day."""

    book: Rulebook
    rule: Rule
    on: date
    kept: dict[str, Text]

    def keep(self, text: Text) -> str:
        """Set a finished piece of text aside under a name that the tokens can carry."""
        name = f"kept{len(self.kept)}x"
        self.kept[name] = text
        return f" {name} "


def condition_in_words(rule: Rule, *, book: Rulebook, on: date) -> tuple[Text, ...]:
    """What must all be true for a rule to apply.

    Parameters
    ----------
    rule, book
        The rule, and the rulebook that its names come from.
    on
        The day whose values are written in.

    Returns
    -------
    tuple of Text
        One sentence each; empty where the condition is too involved to be said in words.
    """
    if rule.when.strip() == "true":
        return _ALWAYS
    reader = _Reader(book, rule, on, {})
    parts = [_said(part, reader) for part in _parts(rule.when)]
    return tuple(part for part in parts if part) if all(parts) else ()


def _parts(source: str) -> Iterator[str]:
    """The condition cut at every "and" that stands outside brackets."""
    depth, begun = 0, 0
    for found in re.finditer(r"'[^']*'|\"[^\"]*\"|&&|\|\||[()\[\]]", source):
        sign = found.group()
        depth += (sign in "([") - (sign in ")]")
        if sign == "||" and depth == 0:
            yield source
            return
    for found in re.finditer(r"'[^']*'|\"[^\"]*\"|&&|[()\[\]]", source):
        sign = found.group()
        depth += (sign in "([") - (sign in ")]")
        if sign == "&&" and depth == 0:
            yield source[begun : found.start()]
            begun = found.end()
    yield source[begun:]


def _said(part: str, reader: _Reader) -> Text | None:
    source = _HOLDS.sub(lambda m: reader.keep(_holds(m[2], m[1], reader)), part)
    source = _ONE_OF.sub(lambda m: reader.keep(_one_of(m[1], m[2], reader)), source)
    source = _IS.sub(lambda m: reader.keep(_is(m[1], m[3], reader, no=m[2] == "!")), source)
    words = [_word(sign, reader) for sign in _with_yes_and_no(_TOKEN.findall(source), reader)]
    if any(word is None for word in words):
        return None
    return Text(
        *(_joined([word.in_language(tongue) for word in words if word]) for tongue in _TONGUES)
    )


_TONGUES = ("da", "en")


def _either(words: list[str], tongue: str) -> str:
    *first, last = words
    return f"{', '.join(first)} {_WORDS['||'].in_language(tongue)} {last}" if first else last


def _joined(words: list[str]) -> str:
    line = " ".join(words).replace("( ", "(").replace(" )", ")")
    if line.startswith("(") and line.find(")") == len(line) - 1:
        line = line[1:-1]
    return line[:1].upper() + line[1:]


def _with_yes_and_no(signs: list[str], reader: _Reader) -> Iterator[str]:
    """A question that is answered with yes or no is said with its answer."""
    denied = False
    for sign, following in zip(signs, [*signs[1:], ""], strict=True):
        question = _question(sign, reader)
        if sign == "!" and _question(following, reader):
            denied = True
        elif question:
            answer, denied = (_NO if denied else _YES), False
            yield reader.keep(_answered(question, answer)).strip()
        else:
            yield sign


def _question(name: str, reader: _Reader) -> Text | None:
    """What a fact or a switch asks, where yes and no are its answers."""
    fact, parameter = reader.book.facts.get(name), reader.rule.parameters.get(name)
    if fact is not None and fact.kind == Kind.YES_NO:
        return fact.name
    if parameter is not None and parameter.kind == Holding.YES_NO:
        return parameter.meaning
    return None


def _answered(question: Text, answer: Text) -> Text:
    return Text(
        f"{_low(question.da).rstrip('.')}: {answer.da}",
        f"{_low(question.en).rstrip('.')}: {answer.en}",
    )


def _word(sign: str, reader: _Reader) -> Text | None:
    if sign in reader.kept:
        return reader.kept[sign]
    if sign in _WORDS:
        return _WORDS[sign]
    if sign in reader.rule.parameters:
        parameter = reader.rule.parameters[sign]
        return quantity(parameter.on(reader.on), parameter.unit)
    if sign in reader.book.terms:
        text = reader.book.terms[sign].text
        return Text(_low(text.da).rstrip("."), _low(text.en).rstrip("."))
    if sign in reader.book.facts:
        name = reader.book.facts[sign].name
        return Text(_low(name.da), _low(name.en))
    return quantity(float(sign), None) if sign[0].isdigit() else None


def _holds(name: str, choice: str, reader: _Reader) -> Text:
    fact, label = _name(name, reader), _choice(name, choice, reader)
    return Text(f"{fact.da} omfatter {label.da}", f"{fact.en} includes {label.en}")


def _one_of(name: str, choices: str, reader: _Reader) -> Text:
    fact = _name(name, reader)
    labels = [_choice(name, one, reader) for one in re.findall(r"'(\w+)'", choices)]
    da, en = (_either([one.in_language(tongue) for one in labels], tongue) for tongue in _TONGUES)
    return Text(f"{fact.da} er {da}", f"{fact.en} is {en}")


def _is(name: str, choice: str, reader: _Reader, *, no: bool) -> Text:
    fact, label = _name(name, reader), _choice(name, choice, reader)
    da, en = ("er ikke", "is not") if no else ("er", "is")
    return Text(f"{fact.da} {da} {label.da}", f"{fact.en} {en} {label.en}")


def _name(name: str, reader: _Reader) -> Text:
    fact = reader.book.facts.get(name)
    return Text(_low(fact.name.da), _low(fact.name.en)) if fact else Text(name, name)


def _choice(name: str, choice: str, reader: _Reader) -> Text:
    fact = reader.book.facts.get(name)
    label = fact.choices.get(choice) if fact else None
    return Text(_low(label.da), _low(label.en)) if label else Text(choice, choice)


def _low(words: str) -> str:
    # An abbreviation keeps its capitals.
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
