"""Make up what some municipalities have decided about the guidelines, and values of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.stand import clauses_of
from taskforce.web.frame.journal.actor import SOFTWARE, Actor
from taskforce.web.guidelines.actions.commitments import take_effect
from taskforce.web.guidelines.actions.decisions import Decided, adopt_version, decide
from taskforce.web.guidelines.actions.local_values import confirm, propose, send_back
from taskforce.web.guidelines.models import AdoptionState, ClauseDecision
from taskforce.web.people.models import Organisation
from taskforce.web.workspace.demonstration.accounts import HOME

_VERSION, _FIRST_VERSION, _FIRST_DAY = "2020", "2016", date(2017, 3, 15)
_AS_THEY_ARE = (("0306", 280), ("0376", 400))
_FROM_THE_FIRST = "0329"
_WITH_CHANGES, _CHANGED_DAYS_AGO = "0320", 170
_CHANGES = (
    ("DIG-37", AdoptionState.CHANGED, "Kommunen beder om længere varsel i sommerhusområder."),
    ("MAST-39", AdoptionState.REJECTED, "Kommunen tager beplantning op i den enkelte sag."),
)
_HOME_DECIDED = ("DIG-36", "DIG-37", "DIG-38", "DIG-47", "DIG-48", "DIG-49")
_HOME_DAYS_AGO = 250


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of its own; confirmed, returned with a reason, or still waiting."""

    code: str
    about: tuple[str, str]
    number: float
    reason: str
    confirmed: bool = False
    returned_because: str = ""


_VALUES = (
    _Value(
        HOME,
        ("DIG-36", "lead_working_days"),
        15,
        "Kommunen samler ansøgningerne hver anden uge.",
        confirmed=True,
    ),
    _Value(HOME, ("DIG-57", "guarantee_years"), 3, "Står i kommunens vilkår for istandsættelse."),
    _Value(
        HOME,
        ("DIG-58", "deposit_dkk"),
        10000,
        "Bruges kun ved større arbejder.",
        returned_because="Skriv, hvilke arbejder der er større.",
    ),
    _Value(
        "0306",
        ("DIG-36", "lead_working_days"),
        20,
        "Vejene på øen har få omkørsler.",
        confirmed=True,
    ),
)


def make_guidelines(today: date, *, by: Actor) -> None:
    """Decide for the municipalities of the story, unless it has been told."""
    if ClauseDecision.objects.exists():
        return
    take_effect(on=today, by=SOFTWARE)
    for code, days_ago in _AS_THEY_ARE:
        adopt_version(_place(code), _VERSION, decided_on=_ago(today, days_ago), by=by)
    adopt_version(_place(_FROM_THE_FIRST), _FIRST_VERSION, decided_on=_FIRST_DAY, by=by)
    _adopt_with_changes(_ago(today, _CHANGED_DAYS_AGO), by=by)
    adopted = Decided(_VERSION, AdoptionState.ADOPTED, _ago(today, _HOME_DAYS_AGO))
    decide(_place(HOME), _HOME_DECIDED, adopted, by=by)
    for value in _VALUES:
        _set(value, today, by=by)


def _adopt_with_changes(on: date, *, by: Actor) -> None:
    place = _place(_WITH_CHANGES)
    changed = {rule for rule, _state, _reason in _CHANGES}
    others = [one.id for one in clauses_of(the_rulebook(), _VERSION) if one.id not in changed]
    decide(place, others, Decided(_VERSION, AdoptionState.ADOPTED, on), by=by)
    for rule, state, reason in _CHANGES:
        decide(place, [rule], Decided(_VERSION, state, on, reason=reason), by=by)


def _set(value: _Value, today: date, *, by: Actor) -> None:
    facts = {
        "number": value.number,
        "reason": value.reason,
        "valid_from": _ago(today, _HOME_DAYS_AGO),
    }
    held = propose(_place(value.code), value.about, facts, by=by)
    if value.confirmed:
        confirm(held, by=by)
    elif value.returned_because:
        send_back(held, because=value.returned_because, by=by)


def _place(code: str) -> Organisation:
    return Organisation.objects.get(code=code)


def _ago(today: date, days: int) -> date:
    return today - timedelta(days=days)
