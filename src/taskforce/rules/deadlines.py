"""The deadlines of the rules that apply, as days in the Danish working calendar."""

from __future__ import annotations

from datetime import date, datetime

from taskforce.rules.answer import Deadline
from taskforce.rules.applying import Situation
from taskforce.rules.due_dates import due
from taskforce.rules.facts import Facts
from taskforce.rules.finding import filled, said
from taskforce.rules.rule import Rule, TimeLimit
from taskforce.vocabulary.text import Text

_UNITS = {
    "hours": (Text("time", "hour"), Text("timer", "hours")),
    "line_register_hours": (
        Text("time (kl. 7–16 på hverdage)", "hour (07–16 on weekdays)"),
        Text("timer (kl. 7–16 på hverdage)", "hours (07–16 on weekdays)"),
    ),
    "line_register_days": (Text("hverdag", "weekday"), Text("hverdage", "weekdays")),
    "working_days": (Text("arbejdsdag", "working day"), Text("arbejdsdage", "working days")),
    "days": (Text("dag", "day"), Text("dage", "days")),
    "weeks": (Text("uge", "week"), Text("uger", "weeks")),
    "months": (Text("måned", "month"), Text("måneder", "months")),
    "years": (Text("år", "year"), Text("år", "years")),
}
UNITS = frozenset(_UNITS)


def deadline_of(rule: Rule, limit: TimeLimit, *, facts: Facts, asked: Situation) -> Deadline:
    """One deadline; without a known length or a known first day it has no date."""
    settings = {name: asked.setting(rule, name) for name in rule.parameters}
    length = settings.get(limit.length) if isinstance(limit.length, str) else limit.length
    known = length if isinstance(length, int | float) and not isinstance(length, bool) else None
    moment = facts.value(limit.event)
    day: date | datetime | None = None
    if known is not None and isinstance(moment, datetime):
        day = due(moment, length=known, unit=limit.unit, before=limit.before is not None)
    return Deadline(
        rule=rule.id,
        what=filled(rule.title, settings),
        who=limit.who,
        length=_length(known, limit.unit),
        due=day,
    )


def _length(length: float | None, unit: str) -> Text:
    one, many = _UNITS[unit]
    spoken = said(length)
    if length is None:
        return spoken
    noun = one if length == 1 else many
    return Text(f"{spoken.da} {noun.da}", f"{spoken.en} {noun.en}")
