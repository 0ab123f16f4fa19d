"""An answer becomes material with consent alone; municipalities are named as peers by choice."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from taskforce.web.frame.journal.writing import change
from taskforce.web.library.models import Audience, Material
from taskforce.web.sparring.actions.mails import send_waiting
from taskforce.web.sparring.actions.questions import Said, close, say
from taskforce.web.sparring.actions.sharing import answer, offer, propose, withdraw
from taskforce.web.sparring.models import Consent, Effect, PeerOffer, Step, Topic
from taskforce.web.sparring.queries.awaiting import awaiting
from taskforce.web.sparring.queries.sharing import can_be_shared, peers_of
from tests.web.sparring.makers import place_of, proposed, question_of

pytestmark = pytest.mark.django_db


def test_without_an_answer_there_is_nothing_to_share(question, caller):
    assert not can_be_shared(question)
    with pytest.raises(PermissionDenied):
        propose(question, title="T", summary="S", text="X", by=caller("consultant"))


def test_a_yes_makes_a_draft_that_only_the_taskforce_sees(question, cast, caller, enter, monday):
    proposal = proposed(question, cast.consultant)
    assert not Material.objects.exists()
    assert any("må deles anonymt" in one.what for one in awaiting(caller("coordinator"), monday))
    there = reverse("sparring-proposal-consent", args=[proposal.pk])
    assert enter("consultant").post(there, {"agrees": "yes"}).status_code == 403
    assert enter("coordinator").post(there, {"agrees": "yes"}).status_code == 302
    proposal.refresh_from_db()
    draft = Material.objects.get()
    assert (proposal.consent, proposal.material) == (Consent.GIVEN, draft)
    assert (draft.audience, draft.title_da) == (Audience.DRAFT, "Leje af tårne")
    assert [one.word for one in draft.marks.all()] == ["rent"]
    told = f"{draft.title_da}{draft.summary_da}{draft.body_da}{draft.source}"
    assert "Sorø" not in told
    assert enter("coordinator").get(reverse("material", args=[draft.slug])).status_code in (
        403,
        404,
    )
    page = enter("consultant").get(reverse("sparring-question", args=[question.pk]))
    assert "Se kladden" in page.content.decode()


def test_a_no_is_kept_and_nothing_is_made(question, cast, caller):
    proposal = proposed(question, cast.consultant)
    with pytest.raises(PermissionDenied):
        answer(proposal, agrees=True, by=caller("case_officer"))
    answer(proposal, agrees=False, by=caller("coordinator"))
    assert proposal.consent == Consent.REFUSED
    assert not Material.objects.exists()
    with pytest.raises(PermissionDenied):
        answer(proposal, agrees=True, by=caller("coordinator"))


def test_the_coordinator_alone_is_asked_by_mail_and_the_taskforce_hears_the_answer(
    cast, monday, enter
):
    asked = question_of(cast.case_officer)
    proposal = proposed(asked, cast.consultant)
    send_waiting()
    asking = mail.outbox[-1]
    assert asking.to == ["coordinator@example.org"]
    assert asking.subject == f"Må svaret på spørgsmål {asked.number} deles?"
    assert "Statens metode" not in asking.body
    assert f"/sparring/{asked.pk}/" in asking.body
    there = reverse("sparring-proposal-consent", args=[proposal.pk])
    enter("coordinator").post(there, {"agrees": "no"})
    assert mail.outbox[-1].to == ["consultant@example.org"]
    assert "vil helst ikke dele svaret" in mail.outbox[-1].body
    steps = list(asked.messages.values_list("step", flat=True))
    assert steps == [Step.ASKED, Step.ANSWERED, Step.PROPOSED, Step.DECLINED]


def test_whoever_reads_english_is_asked_in_english(question, cast):
    cast.coordinator.language = "en"
    cast.coordinator.save()
    proposed(question, cast.consultant)
    send_waiting()
    assert mail.outbox[-1].subject == f"May the answer to question {question.number} be shared?"
    assert f"/en/sparring/{question.pk}/" in mail.outbox[-1].body


def test_a_yes_taken_back_turns_public_material_into_a_draft(question, cast, caller, enter):
    proposal = proposed(question, cast.consultant)
    with pytest.raises(PermissionDenied):
        withdraw(proposal, by=caller("coordinator"))
    answer(proposal, agrees=True, by=caller("coordinator"))
    material = proposal.material
    told = {"audience": Audience.EVERYBODY, "start_step": 99}
    change(material, told, by=caller("consultant"))
    shown = reverse("material", args=[material.slug])
    assert Client().get(shown).status_code == 200
    there = reverse("sparring-proposal-withdraw", args=[proposal.pk])
    for name in ("consultant", "case_officer", "other_coordinator"):
        assert enter(name).post(there).status_code == 403, name
    assert enter("coordinator").post(there).status_code == 302
    proposal.refresh_from_db()
    material.refresh_from_db()
    assert (proposal.consent, material.audience) == (Consent.WITHDRAWN, Audience.DRAFT)
    assert "Må ikke offentliggøres" in material.source
    assert Client().get(shown).status_code == 404
    assert mail.outbox[-1].to == ["consultant@example.org"]
    assert "har trukket sit ja" in mail.outbox[-1].body
    enter("coordinator").post(there)
    assert question.messages.filter(step=Step.WITHDREW).count() == 1


def test_the_database_keeps_material_and_consent_together(question, cast, caller):
    proposal = proposed(question, cast.consultant)
    proposal.consent = Consent.GIVEN
    with pytest.raises(ValidationError):
        proposal.full_clean()


def test_peers_are_those_who_agreed_and_those_who_solved_it_first(cast, monday, caller):
    offer(place_of("0360"), [Topic.RENT, Topic.MASTS], by=caller("other_coordinator"))
    asked = question_of(cast.coordinator)
    assert [(one.organisation.code, one.solved) for one in peers_of(asked)] == [("0360", False)]
    theirs = question_of(cast.other_coordinator, code="0360")
    close(theirs, Effect.USED, "Godt.", by=caller("other_coordinator"))
    assert [one.solved for one in peers_of(asked)] == [True]
    assert peers_of(theirs) == []
    offer(place_of("0360"), [Topic.MASTS], by=caller("other_coordinator"))
    assert peers_of(asked) == []


def test_nobody_offers_for_others(cast, caller):
    for name in ("consultant", "case_officer", "other_coordinator", "operator"):
        with pytest.raises(PermissionDenied):
            offer(place_of("0340"), [Topic.RENT], by=caller(name))


def test_the_page_of_peers_keeps_what_the_coordinator_chooses(cast, monday, enter):
    there = reverse("sparring-peers")
    client = enter("coordinator")
    assert client.post(there, {"topics": ["rent", "digging"]}).status_code == 302
    assert {one.topic for one in PeerOffer.objects.all()} == {"rent", "digging"}
    assert "Sorø" in enter("other_coordinator").get(there).content.decode()
    enter("case_officer").post(there, {"topics": []})
    assert PeerOffer.objects.count() == 2


def test_the_form_begins_with_the_answer_and_asks_the_municipality(question, caller, enter):
    say(question, Said("Brug statens metode."), by=caller("consultant"))
    there = reverse("sparring-propose", args=[question.pk])
    client = enter("consultant")
    assert "Brug statens metode." in client.get(there).content.decode()
    told = {"title": "Leje", "summary": "", "text": "Statens metode."}
    assert client.post(there, told).status_code == 422
    assert client.post(there, {**told, "summary": "Kort."}).status_code == 302
    page = enter("coordinator").get(reverse("sparring-question", args=[question.pk]))
    assert "Ja, del den" in page.content.decode()
    shown = enter("case_officer").get(reverse("sparring-question", args=[question.pk]))
    assert "Ja, del den" not in shown.content.decode()
