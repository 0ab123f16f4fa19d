"""The answer as a checklist to print: what to hand in, by when, whom to ask, and which rules."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language, gettext

from taskforce.report.paper.paper import pdf
from taskforce.rules.answer import Answer, Finding
from taskforce.rules.outcome import Effect
from taskforce.web.checks import told
from taskforce.web.checks.queries.whom import whom_to_ask
from taskforce.web.checks.templatetags.checking import asked_in
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.frame.templatetags.spoken import spoken
from taskforce.web.people.routing import Whom

_Item = dict[str, Any]


def checklist(answer: Answer, *, link: str) -> bytes:
    """The paper, in the language of the page."""
    return pdf("checklist", _content(answer, link), on=answer.on)


def _content(answer: Answer, link: str) -> _Item:
    place = {"name": answer.municipality_name, "day": day(answer.on)}
    return {
        "language": (get_language() or "da")[:2],
        "title": asked_in(answer.case, answer.municipality_name),
        "place": gettext("By the rules of %(day)s") % place,
        "foot": gettext("%(name)s Municipality, %(day)s") % place,
        "tone": told.tone(answer.outcome),
        "headline": told.headline(answer),
        "meaning": told.meaning(answer),
        "why": list(told.why(answer)),
        "missing": [_item(name) for name in told.fact_names(answer.missing_facts)],
        "papers": [_item(spoken(paper.name), paper.rule) for paper in answer.papers],
        "deadlines": [_deadline(row) for row in told.deadline_rows(answer)],
        "ask": _whom(answer),
        "facts": [{"label": row.label, "value": row.value} for row in told.fact_rows(answer)],
        "groups": [_group(group) for group in told.groups(answer)],
        "standing": _standing(answer),
        "link": link,
        "words": _words(),
    }


def _item(text: str, rule: str = "", more: str = "") -> _Item:
    return {"text": text, "rule": rule, "more": more}


def _deadline(row: told.DeadlineRow) -> _Item:
    who, what = spoken(row.told.who.label), spoken(row.told.what)
    text = f"{row.due}: {what}" if row.due else what
    return _item(text, row.told.rule, f"{who}, {row.counted}")


def _whom(answer: Answer) -> list[str]:
    found = [_named(whom) for whom in whom_to_ask(answer).whom if whom.named]
    if not found and answer.contact:
        found = [f"{answer.contact.name}, {answer.contact.website}"]
    return found


def _named(whom: Whom) -> str:
    if whom.person:
        parts = [whom.organisation, whom.person.name, whom.person.phone, whom.person.email]
    elif whom.address:
        parts = [whom.organisation, whom.address.phone, whom.address.email, whom.address.website]
    else:
        parts = [whom.organisation]
    return ", ".join(part for part in parts if part)


def _group(group: told.Group) -> _Item:
    # What is only good to know stands on the page; a paper has room for what must be done.
    brief = group.key == Effect.INFORMATION
    return {
        "title": group.title,
        "findings": [_finding(one, brief=brief) for one in group.findings],
    }


def _finding(finding: Finding, *, brief: bool) -> _Item:
    origin = (finding.layer.label, finding.clause, finding.certainty.label)
    hosts = ", ".join(source.host for source in told.sources(finding))
    return {
        "rule": finding.rule,
        "title": spoken(finding.title),
        "text": spoken(finding.text),
        "own": [told.deviation_words(one) for one in finding.deviations],
        "origin": "" if brief else " · ".join((*(spoken(part) for part in origin), hosts)),
    }


def _standing(answer: Answer) -> str:
    told_of = {"day": day(answer.on), "version": answer.guidelines, "rulebook": answer.rulebook}
    if not answer.guidelines:
        return gettext("The rules of %(day)s. Rulebook %(rulebook)s.") % told_of
    return (
        gettext("The rules of %(day)s, guidelines of %(version)s. Rulebook %(rulebook)s.") % told_of
    )


def _words() -> dict[str, str]:
    return {
        "house": gettext("Digital Taskforce"),
        "page": gettext("Page"),
        "of": gettext("of"),
        "missing": gettext("We still need to know"),
        "papers": gettext("Papers to have ready"),
        "deadlines": gettext("Deadlines"),
        "whom": gettext("Whom to ask"),
        "facts": gettext("What the answer rests on"),
        "fact": gettext("Fact"),
        "value": gettext("Answer"),
        "rules": gettext("The rules behind the answer"),
        "guidance": gettext(
            "This is guidance. The permit itself is given in the municipality's own system."
        ),
        "link": gettext("The same answer on the web:"),
    }
