"""What one applying rule says in one municipality: its words, its values, and the deviation."""

from __future__ import annotations

from taskforce.rules.answer import Deviation, Finding
from taskforce.rules.applying import Situation
from taskforce.rules.practice import Decision
from taskforce.rules.rule import Rule, Setting
from taskforce.rules.standing import Adoption, Confidence
from taskforce.vocabulary.text import Text

_OPEN = Text("(ukendt – spørg kommunen)", "(not known – ask the municipality)")
_YES, _NO = Text("ja", "yes"), Text("nej", "no")


def finding_of(rule: Rule, asked: Situation, *, decides: bool) -> Finding:
    """The finding of a rule that applies.

    It says "ask the municipality" where one of its values is open. Its certainty is then `open`,
    unless it decides: that it applies does not rest on the open value.
    """
    settings = {name: asked.setting(rule, name) for name in rule.parameters}
    ask = rule.certainty == Confidence.OPEN or None in settings.values()
    decision = decided(rule, asked)
    return Finding(
        rule=rule.id,
        outcome=rule.outcome,
        layer=rule.layer,
        clause=rule.clause,
        title=filled(rule.title, settings),
        text=filled(rule.text, settings),
        sources=rule.sources,
        certainty=Confidence.OPEN if ask and not decides else rule.certainty,
        decides=decides,
        ask=ask,
        reason=rule.reason,
        note=rule.note,
        deviations=_deviations(rule, asked, decision),
        adoption=decision.adoption if decision else None,
    )


def decided(rule: Rule, asked: Situation) -> Decision | None:
    """What the municipality has decided about a clause of the guidelines, or None."""
    if not rule.may_be_adopted:
        return None
    return asked.practice.decision(asked.municipality, rule.id, on=asked.on)


def filled(text: Text, settings: dict[str, Setting | None]) -> Text:
    """The text with the values in force written in: `{lead_days}` becomes 8."""
    da, en = text.da, text.en
    for name, value in settings.items():
        spoken = said(value)
        da = da.replace(f"{{{name}}}", spoken.da)
        en = en.replace(f"{{{name}}}", spoken.en)
    return Text(da, en)


def said(value: Setting | None) -> Text:
    """A value in words: Danish writes 2,5 where English writes 2.5."""
    if value is None:
        return _OPEN
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, str):
        return Text(value, value)
    english = f"{value:,.10g}"
    return Text(english.translate(str.maketrans(",.", ".,")), english)


def _deviations(rule: Rule, asked: Situation, decision: Decision | None) -> tuple[Deviation, ...]:
    own = []
    for name, parameter in rule.parameters.items():
        value = asked.practice.value(asked.municipality, rule.id, parameter=name, on=asked.on)
        common = parameter.on(asked.on)
        if parameter.local and value and value.value != common:
            own.append(
                Deviation(
                    name, value.value, common, parameter.unit or "", value.reason, value.valid_from
                )
            )
    if not own and decision and decision.adoption in (Adoption.CHANGED, Adoption.REJECTED):
        reason = Text(decision.reason, decision.reason)
        own.append(Deviation("", None, None, "", reason, decision.decided_on, decision.adoption))
    return tuple(own)
