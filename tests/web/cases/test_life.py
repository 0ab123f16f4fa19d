"""The life of a case: from a draft to a decision, with what can go wrong on the way."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse

from taskforce.web.cases.actions.cases import change_case, freeze_check, set_facts
from taskforce.web.cases.actions.deciding import (
    add_condition,
    change_condition,
    decide,
    take_condition,
)
from taskforce.web.cases.actions.events import take_back, write_event
from taskforce.web.cases.actions.people import add_party, remove_party
from taskforce.web.cases.actions.sending import send
from taskforce.web.cases.actions.statements import ask_statement, receive_statement
from taskforce.web.cases.models import Case, CaseState, EventKind, FrozenCheck
from taskforce.web.cases.queries.completeness import completeness
from taskforce.web.cases.texts import conditions, conditions_for, routes
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.chain import verify
from taskforce.web.frame.journal.models import Details
from tests.web.cases.conftest import MONDAY
from tests.web.cases.makers import DIG, POINT, days, steps

pytestmark = pytest.mark.django_db
DECIDED = {
    "outcome": "with_conditions",
    "decided_on": MONDAY,
    "reasons": "Vejen kan bære det.",
    "appeal_route": "road",
}


def test_a_case_goes_from_draft_to_decision(draft):
    assert draft.state == CaseState.DRAFT
    send(draft, on=MONDAY, by=SOFTWARE)
    assert draft.state == CaseState.RECEIVED
    steps(draft, (EventKind.PAPERS_MISSING, MONDAY, "Afmærkningsplan"))
    assert draft.state == CaseState.PAPERS_MISSING
    steps(draft, (EventKind.COMPLETE, MONDAY))
    assert draft.state == CaseState.COMPLETE
    add_condition(draft, text="Ryd op efter arbejdet.", by=SOFTWARE)
    decide(draft, DECIDED, reference="05.01-1", by=SOFTWARE)
    stored = Case.objects.get(pk=draft.pk)
    assert (stored.state, stored.reference) == (CaseState.DECIDED, "05.01-1")
    assert verify().broken_at is None


def test_a_stopped_case_goes_on_where_it_was(case):
    steps(case, (EventKind.COMPLETE, MONDAY), (EventKind.STOPPED, MONDAY, "Ny trafikplan"))
    assert case.state == CaseState.STOPPED
    with pytest.raises(ValidationError):
        decide(case, DECIDED, reference="1", by=SOFTWARE)
    steps(case, (EventKind.RESTARTED, MONDAY))
    assert case.state == CaseState.COMPLETE


@pytest.mark.parametrize("kind", [EventKind.STOPPED, EventKind.PAPERS_MISSING])
def test_who_has_to_wait_is_told_why(case, kind):
    with pytest.raises(ValidationError, match="begrundelsen"):
        steps(case, (kind, MONDAY, "  "))
    assert Case.objects.get(pk=case.pk).state == CaseState.RECEIVED


def test_a_step_that_cannot_follow_is_refused(case):
    for kind in (EventKind.RECEIVED, EventKind.PUBLISHED, EventKind.RESTARTED):
        with pytest.raises(ValidationError, match="kan ikke skrives"):
            steps(case, (kind, MONDAY))


def test_a_step_lies_neither_in_the_future_nor_before_the_last_one(case):
    with pytest.raises(ValidationError, match="fremtiden"):
        steps(case, (EventKind.COMPLETE, MONDAY + days(1)))
    with pytest.raises(ValidationError, match="før det trin"):
        steps(case, (EventKind.COMPLETE, MONDAY - days(1)))


def test_a_mistake_can_be_taken_back_but_no_history_rewritten(case):
    complete = write_event(case, EventKind.COMPLETE, on=MONDAY, by=SOFTWARE)
    stopped = write_event(case, EventKind.STOPPED, on=MONDAY, reason="Venter", by=SOFTWARE)
    with pytest.raises(ValidationError, match="seneste"):
        take_back(complete, by=SOFTWARE)
    take_back(stopped, by=SOFTWARE)
    assert Case.objects.get(pk=case.pk).state == CaseState.COMPLETE
    with pytest.raises(ValidationError):
        take_back(case.events.get(kind=EventKind.RECEIVED), by=SOFTWARE)


def test_an_incomplete_draft_is_not_sent_and_says_what_is_missing(draft):
    change_case(draft, {"shape": None, "applicant": None}, by=SOFTWARE)
    with pytest.raises(ValidationError) as refused:
        send(draft, on=MONDAY, by=SOFTWARE)
    assert refused.value.messages == ["Vis på kortet, hvor det er.", "Skriv, hvem der søger."]
    change_case(draft, {"shape": POINT}, by=SOFTWARE)
    add_party(draft, {"role": "applicant", "name": "Vejvogteren"}, by=SOFTWARE)
    send(draft, on=MONDAY, by=SOFTWARE)
    assert draft.state == CaseState.RECEIVED


def test_facts_that_changed_after_the_check_must_be_checked_again(draft):
    set_facts(draft, DIG | {"trench_length_m": 5.0}, by=SOFTWARE)
    needed = [one.words for one in completeness(draft) if one.needed and not one.done]
    assert "Giv oplysningerne, og tjek dem efter reglerne." in needed
    freeze_check(draft, on=MONDAY, by=SOFTWARE)
    assert not [
        one
        for one in completeness(draft)
        if one.words.startswith("Giv oplysningerne") and not one.done
    ]


def test_a_frozen_answer_is_kept_and_a_new_one_stands_beside_it(draft):
    first = draft.checks.get()
    before = dict(first.answer)
    set_facts(draft, DIG | {"surface": "grass"}, by=SOFTWARE)
    freeze_check(draft, on=MONDAY, by=SOFTWARE)
    assert draft.checks.count() == 2
    assert FrozenCheck.objects.get(pk=first.pk).answer == before
    assert not FrozenCheck.objects.get(pk=first.pk).still_fits


def test_the_database_refuses_to_change_a_frozen_answer(draft):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        FrozenCheck.objects.filter(case=draft).update(outcome="free")


def test_a_paper_that_the_rules_ask_for_is_missing_until_it_is_ticked(draft):
    asked = draft.checks.first().answer["papers"]
    if not asked:
        pytest.skip("The rules of this case ask for no papers.")
    missing = [one for one in completeness(draft) if one.words.startswith("Vedlæg:")]
    assert [one.done for one in missing] == [False] * len(asked)
    change_case(draft, {"papers": [asked[0]["rule"]]}, by=SOFTWARE)
    told = [one.done for one in completeness(draft) if one.words.startswith("Vedlæg:")]
    assert told[0] is True


def test_a_statement_is_asked_for_and_comes_in(case):
    asked = {"asked_from": "Politiet", "asked_on": MONDAY, "due": MONDAY + days(14)}
    statement = ask_statement(case, asked, by=SOFTWARE)
    assert not statement.is_overdue(MONDAY + days(14))
    assert statement.is_overdue(MONDAY + days(15))
    receive_statement(statement, answer="Ingen bemærkninger", on=MONDAY, by=SOFTWARE)
    kinds = list(case.events.values_list("kind", flat=True))
    assert kinds == ["received", "statement_asked", "statement_received"]
    assert not statement.is_overdue(date(2030, 1, 1))


def test_an_answer_before_the_question_is_refused(case):
    statement = ask_statement(case, {"asked_from": "Politiet", "asked_on": MONDAY}, by=SOFTWARE)
    with pytest.raises(ValidationError, match="før spørgsmålet"):
        receive_statement(statement, answer="Nej", on=MONDAY - days(1), by=SOFTWARE)
    assert case.events.count() == 2


def test_a_condition_of_the_library_stands_once_and_can_be_fitted(case):
    told = conditions_for("dig")[0]
    take_condition(case, told, by=SOFTWARE)
    with pytest.raises(ValidationError, match="allerede"):
        take_condition(case, told, by=SOFTWARE)
    assert case.conditions.get().text == told.text.da


def test_the_library_says_everything_in_two_languages_for_a_kind_it_knows():
    for one in (*conditions(), *routes()):
        assert one.text.da
        assert one.text.en
        assert set(one.kinds) <= {"dig", "mast", "lease"}
    for kind in ("dig", "mast", "lease"):
        assert conditions_for(kind)
        assert [one for one in routes() if kind in one.kinds and not one.of_delay]


def test_a_party_that_is_removed_is_forgotten_by_the_journal_too(case):
    party = add_party(case, {"role": "neighbour", "name": "Birthe Naboersen"}, by=SOFTWARE)
    remove_party(party, by=SOFTWARE)
    assert not Details.objects.filter(content__contains="Naboersen").exists()
    assert verify().broken_at is None


def test_a_hostile_value_is_refused_in_words_and_changes_nothing(draft, enter):
    client, path = enter("operator"), reverse("case-facts", args=[draft.pk])
    for hostile in ("1e308", "-5", "=1+1", "9" * 400, "<script>"):
        answer = client.post(path, {"work": "new", "trench_length_m": hostile})
        assert answer.status_code == 422, hostile
    assert Case.objects.get(pk=draft.pk).facts == DIG
    assert client.post(path, {"work": "<script>"}).status_code == 422
    place = reverse("case-place", args=[draft.pk])
    assert client.post(place, {"coordinates": "1e308 1e308"}).status_code == 422
    assert client.post(place, {"coordinates": "9 " * 200_000}).status_code == 422
    assert Case.objects.get(pk=draft.pk).shape == POINT


def test_a_form_that_is_sent_as_a_browser_sends_it_leaves_what_is_empty_unknown(draft, enter):
    client, path = enter("operator"), reverse("case-facts", args=[draft.pk])
    fields = client.get(path).context["form"].fields
    given = dict.fromkeys(fields, "") | {"work": "new", "trench_length_m": "12,5"}
    assert client.post(path, given).status_code == 302
    assert Case.objects.get(pk=draft.pk).facts == {"work": "new", "trench_length_m": 12.5}


def test_new_answers_that_raise_new_questions_lead_back_to_them(draft, enter):
    client, path = enter("operator"), reverse("case-facts", args=[draft.pk])
    set_facts(draft, {}, by=SOFTWARE)
    first = [field.name for field in client.get(path).context["form"].still_needed]
    assert first
    answer = client.post(path, {"work": "new", "method": "boring", "distance_to_road_m": "0"})
    page = client.get(path).context["form"]
    asked = {field.name for field in page.still_needed}
    assert not asked & {"work", "method", "distance_to_road_m"}
    expected = path if asked - set(first) else reverse("case", args=[draft.pk])
    assert answer.url == expected


def test_days_are_told_by_the_events_and_never_asked_for(draft, enter):
    form = enter("operator").get(reverse("case-facts", args=[draft.pk])).context["form"]
    assert not {"received", "complete", "decided", "published", "notified"} & set(form.fields)


def test_a_decision_waits_until_its_conditions_are_written_out(case):
    steps(case, (EventKind.COMPLETE, MONDAY))
    with pytest.raises(ValidationError, match="vilkår"):
        decide(case, DECIDED, reference="1", by=SOFTWARE)
    gap = next(one for one in conditions_for("dig") if "…" in one.text.da)
    taken = take_condition(case, gap, by=SOFTWARE)
    with pytest.raises(ValidationError, match="udfyldt"):
        decide(case, DECIDED, reference="1", by=SOFTWARE)
    change_condition(taken, {"text": "Dybde 60 cm.", "text_en": "Depth 60 cm."}, by=SOFTWARE)
    decide(case, DECIDED, reference="1", by=SOFTWARE)
    assert Case.objects.get(pk=case.pk).state == CaseState.DECIDED


def test_a_decided_case_keeps_its_conditions_and_its_facts(case, enter):
    steps(case, (EventKind.COMPLETE, MONDAY))
    condition = add_condition(case, text="Ryd op.", by=SOFTWARE)
    decide(case, DECIDED, reference="1", by=SOFTWARE)
    client = enter("case_officer")
    for name, pk in (("condition-remove", condition.pk), ("condition-change", condition.pk)):
        assert client.post(reverse(name, args=[pk]), {"text": "Andet"}).status_code == 403
    assert client.post(reverse("case-facts", args=[case.pk]), {}).status_code == 403
    assert case.conditions.get().text == "Ryd op."


def test_markup_in_a_case_is_shown_as_text(case, enter):
    change_case(case, {"title": "<b>Fiber</b>", "whereabouts": "<img src=x>"}, by=SOFTWARE)
    page = enter("operator").get(reverse("case", args=[case.pk])).content.decode()
    assert "<b>Fiber</b>" not in page
    assert "<img src=x>" not in page
    assert "&lt;b&gt;Fiber&lt;/b&gt;" in page
