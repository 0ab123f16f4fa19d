"""Where the same case is answered differently in two municipalities, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from taskforce.rules.answer import Answer, Deadline, Finding
from taskforce.vocabulary.text import Text

_OUTCOME = Text("Svaret", "The answer")
_APPLIES, _NOT_HERE = Text("gælder her", "applies here"), Text("gælder ikke her", "not here")
_NO_DATE = Text("ingen dato", "no date")


@dataclass(frozen=True, slots=True)
class Difference:
    """One subject, and each answer to it with the codes of the municipalities that give it."""

    subject: Text
    groups: tuple[tuple[Text, tuple[str, ...]], ...]


def differences(answers: Sequence[Answer]) -> tuple[Difference, ...]:
    """The outcome, the rules, the deviations and the deadlines that are not the same everywhere.

    The largest group of municipalities stands first in each difference.
    """
    found = [_grouped(_OUTCOME, answers, lambda answer: answer.outcome.label)]
    found += [
        _grouped(title, answers, partial(_of_rule, rule)) for rule, title in _rules(answers).items()
    ]
    return tuple(each for each in found if len(each.groups) > 1)


def _rules(answers: Iterable[Answer]) -> dict[str, Text]:
    titles: dict[str, Text] = {}
    for answer in answers:
        for finding in answer.findings:
            da, en = (f"{finding.rule}: {title}" for title in (finding.title.da, finding.title.en))
            titles.setdefault(finding.rule, Text(da, en))
    return titles


def _of_rule(rule: str, answer: Answer) -> Text:
    finding = next((one for one in answer.findings if one.rule == rule), None)
    if finding is None:
        return _NOT_HERE
    deadline = next((one for one in answer.deadlines if one.rule == rule), None)
    return _said(finding, deadline)


def _said(finding: Finding, deadline: Deadline | None) -> Text:
    if deadline is not None:
        due = Text(deadline.due.isoformat(), deadline.due.isoformat()) if deadline.due else _NO_DATE
        return Text(f"{deadline.length.da} ({due.da})", f"{deadline.length.en} ({due.en})")
    if finding.adoption is not None:
        return finding.adoption.label
    return finding.text if finding.deviations else _APPLIES


def _grouped(
    subject: Text, answers: Iterable[Answer], said: Callable[[Answer], Text]
) -> Difference:
    groups: dict[Text, list[str]] = {}
    for answer in answers:
        groups.setdefault(said(answer), []).append(answer.municipality)
    largest_first = sorted(groups.items(), key=lambda item: -len(item[1]))
    return Difference(subject, tuple((text, tuple(codes)) for text, codes in largest_first))
