"""A municipality decides clause by clause; the latest word counts, and the promise follows."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.stand import clauses_of, clauses_on
from taskforce.rules.standing import Adoption
from taskforce.web.commitments.models import Answer, Commitment, CommitmentKind, State
from taskforce.web.frame.journal.models import Entry
from taskforce.web.guidelines.actions.commitments import take_effect
from taskforce.web.guidelines.actions.decisions import Decided, adopt_version, decide, take_back
from taskforce.web.guidelines.models import AdoptionState, ClauseDecision
from taskforce.web.guidelines.queries.history import decided_days
from taskforce.web.guidelines.queries.standing import standing
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
EARLY, LATE = date(2021, 3, 1), date(2024, 3, 1)
YES = Decided("2020", AdoptionState.ADOPTED, EARLY)
CHANGED = Decided("2020", AdoptionState.CHANGED, LATE, reason="Otte arbejdsdage")


def stand_of(place, rule="DIG-48", on=None):
    return standing(on or localdate()).stands[rule][place.code].adoption


def promise(place):
    return Commitment.objects.get(municipality=place, kind=CommitmentKind.GUIDELINES)


def test_the_latest_decision_counts_and_an_earlier_day_keeps_its_own(home, coordinator):
    decide(home, ["DIG-48"], CHANGED, by=coordinator)
    decide(home, ["DIG-48"], YES, by=coordinator)
    assert stand_of(home) == Adoption.CHANGED
    assert stand_of(home, on=date(2022, 1, 1)) == Adoption.ADOPTED
    assert stand_of(home, on=date(2020, 3, 1)) == Adoption.NOT_DECIDED


def test_the_history_tells_who_entered_what_with_the_newest_first(home, coordinator):
    decide(home, ["DIG-48", "DIG-49"], YES, by=coordinator)
    decide(home, ["DIG-48"], CHANGED, by=coordinator)
    days = decided_days(home.code)
    assert [(day.on, len(day.decisions)) for day in days] == [(LATE, 1), (EARLY, 2)]
    assert days[0].decisions[0].decision.entered_by == "coordinator 0340"


def test_a_decision_entered_by_mistake_is_removed_and_the_one_before_counts(home, coordinator):
    decide(home, ["DIG-48"], YES, by=coordinator)
    decide(home, ["DIG-48"], CHANGED, by=coordinator)
    take_back(ClauseDecision.objects.get(decided_on=LATE), by=coordinator)
    assert stand_of(home) == Adoption.ADOPTED
    assert Entry.objects.filter(what="clausedecision.removed").count() == 1


@pytest.mark.parametrize(
    ("rule", "decided"),
    [
        ("MAST-01", YES),
        ("NIX-99", YES),
        ("DIG-48", Decided("1999", AdoptionState.ADOPTED, EARLY)),
        ("DIG-48", Decided("2020", AdoptionState.REJECTED, EARLY)),
        ("DIG-48", Decided("2020", AdoptionState.ADOPTED, date(1990, 1, 1))),
        ("DIG-48", Decided("2020", AdoptionState.ADOPTED, localdate() + timedelta(days=1))),
    ],
    ids=["a law", "no rule", "no version", "a no without a reason", "too early", "the future"],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_written(home, coordinator, rule, decided):
    with pytest.raises(ValidationError):
        decide(home, ["DIG-49", rule], decided, by=coordinator)
    assert not ClauseDecision.objects.exists()


def test_the_database_refuses_what_the_forms_would(home, coordinator):
    decide(home, ["DIG-48"], YES, by=coordinator)
    held = ClauseDecision.objects.all()
    for wrong in ({"state": "perhaps"}, {"state": "rejected"}, {"decided_on": date(1999, 1, 1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            held.update(**wrong)


def test_a_version_in_force_asks_each_municipality_once(cast, consultant):
    assert take_effect(on=localdate(), by=consultant) == 17
    assert take_effect(on=localdate(), by=consultant) == 0
    promised = Commitment.objects.filter(kind=CommitmentKind.GUIDELINES, version="2020")
    assert promised.count() == 17
    assert {one.answer for one in promised} == {Answer.UNDECIDED}


def test_the_promise_is_kept_when_every_clause_is_decided(home, coordinator, consultant):
    take_effect(on=localdate(), by=consultant)
    clauses = [rule.id for rule in clauses_on(the_rulebook(), localdate())]
    decide(home, clauses[1:], YES, by=coordinator)
    assert promise(home).state != State.DONE
    assert 0 < promise(home).progress_percent < 100
    decide(home, clauses[:1], CHANGED, by=coordinator)
    assert (promise(home).state, promise(home).answer) == (State.DONE, Answer.WITH_CHANGES)
    assert promise(home).decision_date == LATE


def test_adopting_as_it_stands_adopts_every_clause_of_the_version(home, coordinator, consultant):
    take_effect(on=localdate(), by=consultant)
    number = adopt_version(home, "2020", decided_on=EARLY, by=coordinator)
    assert number == len(clauses_of(the_rulebook(), "2020"))
    assert promise(home).answer == Answer.AS_THEY_ARE


def test_a_first_version_is_outdated_only_where_clauses_have_changed(home, coordinator):
    adopt_version(home, "2016", decided_on=date(2017, 1, 1), by=coordinator)
    found = standing(localdate()).counts_of(home.code)
    assert found[Adoption.ADOPTED] == len(clauses_of(the_rulebook(), "2016"))
    assert found[Adoption.NOT_DECIDED] > 0


def test_a_coordinator_notes_a_decision_on_the_page(cast, visitor, home):
    browser = signed_in(cast.coordinator)
    path = f"/retningslinjer/kommuner/{home.code}/beslut/"
    given = {"rules": ["DIG-48"], "state": "rejected", "decided_on": "2024-03-01", "reason": ""}
    refused = browser.post(path, {**given, "version": "2020", "minutes_url": ""})
    assert refused.status_code == 422
    assert "Skriv, hvad der er ændret" in refused.content.decode()
    wrote = browser.post(path, {**given, "version": "2020", "reason": "Kommunen har egne vilkår"})
    assert wrote.status_code == 302
    page = visitor.get("/retningslinjer/regler/DIG-48/").content.decode()
    assert "Kommunen har egne vilkår" in page
    assert "Afvist" in page
