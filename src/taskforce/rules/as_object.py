"""The answer as one object for machines: the JSON of the command line, the web and the cases."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from taskforce.rules.answer import Answer, Deviation, Finding
from taskforce.rules.fact import Value
from taskforce.vocabulary.text import Text


def as_object(answer: Answer) -> dict[str, Any]:
    """The whole answer as plain values, ready for JSON; texts in both languages.

    `missing_facts` are names in the order of asking; `due` is an ISO day or time, or null where
    the day it counts from, or its length, is not known.
    """
    return {
        "municipality": answer.municipality,
        "municipality_name": answer.municipality_name,
        "case": answer.case.value,
        "on": answer.on.isoformat(),
        "outcome": answer.outcome.value,
        "outcome_text": _both(answer.outcome.label),
        "findings": [_finding(finding) for finding in answer.findings],
        "missing_facts": list(answer.missing_facts),
        "more_facts": list(answer.more_facts),
        "papers": [{"rule": paper.rule, "paper": _both(paper.name)} for paper in answer.papers],
        "deadlines": [
            {
                "what": deadline.what.da,
                "what_en": deadline.what.en,
                "rule": deadline.rule,
                "who": deadline.who.value,
                "length": _both(deadline.length),
                "due": deadline.due.isoformat() if deadline.due else None,
            }
            for deadline in answer.deadlines
        ],
        "contact": _contact(answer),
        "facts": {name: plain(value) for name, value in answer.facts},
        "assumed": list(answer.assumed),
        "guidelines": answer.guidelines or None,
        "rulebook": answer.rulebook,
    }


def plain(value: Value) -> Any:
    """A fact's value as JSON has it."""
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "layer": finding.layer.value,
        "outcome": finding.outcome.value,
        "decides": finding.decides,
        "clause": _both(finding.clause),
        "title": _both(finding.title),
        "text": _both(finding.text),
        "source": finding.sources[0],
        "sources": list(finding.sources),
        "certainty": finding.certainty.value,
        "ask_the_municipality": finding.ask,
        "reason": _both(finding.reason) if finding.reason else None,
        "note": _both(finding.note) if finding.note else None,
        "adoption": finding.adoption.value if finding.adoption else None,
        "deviations": [_deviation(one) for one in finding.deviations],
    }


def _deviation(one: Deviation) -> dict[str, Any]:
    return {
        "parameter": one.parameter or None,
        "own": one.own,
        "common": one.common,
        "unit": one.unit or None,
        "reason": _both(one.reason),
        "since": one.since.isoformat() if one.since else None,
        "adoption": one.adoption.value if one.adoption else None,
    }


def _contact(answer: Answer) -> dict[str, str] | None:
    if answer.contact is None:
        return None
    return {"name": answer.contact.name, "website": answer.contact.website}


def _both(text: Text) -> dict[str, str]:
    return {"da": text.da, "en": text.en}
