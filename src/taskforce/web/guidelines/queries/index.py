"""The index of all rules: by subject, by layer, and by the words that stand in them."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.rules.fact import Case
from taskforce.rules.rule import Rule
from taskforce.rules.rulebook import Rulebook
from taskforce.vocabulary.places import plain
from taskforce.vocabulary.text import Text

_EVERY_CASE = Text("Alle sager", "Every case")


@dataclass(frozen=True, slots=True)
class Subject:
    """The rules about one kind of case."""

    name: Text
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rules somebody looks for."""

    text: str = ""
    case: str = ""
    layer: str = ""


def subjects(book: Rulebook, wanted: Wanted) -> list[Subject]:
    """The rules that fit, by the kind of case; what several kinds share stands by itself."""
    fitting = [rule for rule in book.rules.values() if fits(rule, wanted)]
    groups = [
        Subject(case.label, tuple(rule for rule in fitting if rule.cases == (case,)))
        for case in Case
    ]
    shared = tuple(rule for rule in fitting if len(rule.cases) > 1)
    return [one for one in (*groups, Subject(_EVERY_CASE, shared)) if one.rules]


def fits(rule: Rule, wanted: Wanted) -> bool:
    """Whether a rule has all the words, in either language, and is of the case and the layer."""
    if wanted.case and wanted.case not in rule.cases:
        return False
    if wanted.layer and wanted.layer != rule.layer:
        return False
    texts = (rule.title, rule.text, rule.clause)
    said = plain(" ".join((rule.id, *(part for text in texts for part in (text.da, text.en)))))
    return all(word in said for word in plain(wanted.text).split())
