"""Whom to ask about a case: the one who answers for its subject in the municipality."""

from __future__ import annotations

from taskforce.rules.answer import Answer
from taskforce.rules.fact import Case
from taskforce.web.people.routing import Place, Routed, Subject, ask

_SUBJECTS = {
    Case.DIG: Subject.DIGGING,
    Case.MAST: Subject.MASTS,
    Case.LEASE: Subject.PROPERTY,
    Case.GRANT: Subject.INTERNET,
}


def whom_to_ask(answer: Answer) -> Routed:
    """The municipality's own people first; the state too, where the road is the state's."""
    owner = dict(answer.facts).get("road_owner")
    return ask(_SUBJECTS[answer.case], Place(answer.municipality), state_road=owner == "state")
