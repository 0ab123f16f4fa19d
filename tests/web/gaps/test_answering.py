"""A municipality answers on the receipt, by mail to those who said so twice, and in time."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change
from taskforce.web.gaps.actions.answering import Answer, answer, look_into, set_days
from taskforce.web.gaps.actions.following import confirm, follow, send_answers
from taskforce.web.gaps.models import Gap, GapState, Outcome
from taskforce.web.gaps.queries.awaiting import awaiting
from taskforce.web.gaps.queries.receipt import confirming_token, token_of
from taskforce.web.people.models import Organisation
from tests.web.gaps.flow import sent
from tests.web.gaps.makers import gap_of, template_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SAID = {"outcome": "passed_on", "text": "Vi har spurgt teleselskaberne."}


def answered(gap, text="Vi har spurgt."):
    return answer(gap, Answer(gap.municipality, Outcome.PASSED_ON, text), by=SOFTWARE)


def page_of(gap):
    return f"/manglende-daekning/meldinger/{gap.pk}/"


def receipt_of(gap):
    return f"/manglende-daekning/kvittering/{token_of(gap)}/"


def test_the_answer_stands_on_the_receipt(gap, enter):
    coordinator = enter("coordinator")
    coordinator.post(f"{page_of(gap)}undersoeg/")
    assert "Bliver undersøgt" in enter("visitor").get(receipt_of(gap)).content.decode()
    template = template_of()
    begun = coordinator.get(f"{page_of(gap)}svar/?text={template.pk}").content.decode()
    assert template.text in begun
    assert coordinator.post(f"{page_of(gap)}svar/", SAID).status_code == 302
    told = enter("visitor").get(receipt_of(gap)).content.decode()
    assert "Sorø Kommune har svaret" in told
    assert SAID["text"] in told
    assert "Givet videre til teleselskaberne" in told


def test_an_answer_says_something_and_comes_once(gap, enter):
    coordinator = enter("coordinator")
    assert coordinator.post(f"{page_of(gap)}svar/", {"text": " "}).status_code == 422
    answered(gap)
    with pytest.raises(ValidationError):
        answered(gap)
    with pytest.raises(ValidationError):
        look_into(gap, gap.municipality, by=SOFTWARE)


def test_reports_of_the_same_place_get_the_same_answer_if_wished(gap, enter):
    same, elsewhere = gap_of(), gap_of(at=(11.60, 55.50))
    coordinator = enter("coordinator")
    page = coordinator.get(f"{page_of(gap)}svar/").content.decode()
    assert "1 anden melding om samme sted er ikke besvaret." in page
    coordinator.post(f"{page_of(gap)}svar/", {**SAID, "everyone": "on"})
    states = [Gap.objects.get(pk=one.pk).state for one in (gap, same, elsewhere)]
    assert states == [GapState.ANSWERED, GapState.ANSWERED, GapState.RECEIVED]


def test_a_mail_goes_only_to_an_address_that_has_been_confirmed(cast, visitor):
    where = sent(visitor, more={"email": "borger@example.org"})
    gap = Gap.objects.get()
    assert [letter.to for letter in mail.outbox] == [["borger@example.org"]]
    told = mail.outbox[0].body
    (link,) = re.findall(r"/manglende-daekning/foelg/[^/\s]+/", told)
    assert where in told
    mail.outbox.clear()
    answered(gap)
    assert send_answers(by=SOFTWARE) == (0, 0)
    visitor.get(link)
    assert not Gap.objects.get().follows
    visitor.post(link)
    assert ["Vi har spurgt." in letter.body for letter in mail.outbox] == [True]
    assert send_answers(by=SOFTWARE) == (0, 0)


def test_an_old_link_does_not_confirm_a_new_address(gap, enter):
    follow(gap, "foerst@example.org", language="da")
    old = confirming_token(gap)
    follow(gap, "ny@example.org", language="da")
    assert enter("visitor").post(f"/manglende-daekning/foelg/{old}/").status_code == 404


def test_what_could_not_be_sent_is_tried_again(gap, settings):
    follow(gap, "borger@example.org", language="da")
    confirm(gap)
    answered(gap)
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens here
    assert send_answers(by=SOFTWARE) == (0, 1)
    settings.EMAIL_BACKEND = backend
    assert send_answers(by=SOFTWARE) == (1, 0)


def test_the_days_are_the_municipalitys_own_and_a_late_answer_is_seen(gap, enter, caller):
    assert gap.due_on == localdate() + timedelta(days=14)
    set_days(Organisation.objects.get(code="0340"), 3, by=SOFTWARE)
    quick = gap_of()
    assert quick.due_on == localdate() + timedelta(days=3)
    change(gap, {"due_on": localdate() - timedelta(days=1)}, by=SOFTWARE)
    listed = enter("coordinator").get("/manglende-daekning/meldinger/?state=overdue")
    assert [row.gap.pk for row in listed.context["rows"]] == [gap.pk]
    assert "Overskredet" in enter("visitor").get(receipt_of(gap)).content.decode()
    told = {(one.what, one.overdue) for one in awaiting(caller("coordinator"), localdate())}
    assert told == {
        ("1 melding om manglende dækning skulle være besvaret", True),
        ("1 melding om manglende dækning venter på svar", False),
    }
    assert len(awaiting(caller("consultant"), localdate())) == 1
    assert awaiting(caller("operator"), localdate()) == []


def test_an_answer_that_is_not_enough_opens_the_report_again(gap, enter):
    answered(gap)
    visitor = enter("visitor")
    assert visitor.post(f"{receipt_of(gap)}aabn-igen/", {"text": ""}).status_code == 422
    visitor.post(f"{receipt_of(gap)}aabn-igen/", {"text": "Det virker stadig ikke"})
    again = Gap.objects.get()
    assert (again.state, again.answered_at) == (GapState.RECEIVED, None)
    assert "Det virker stadig ikke" in enter("coordinator").get(page_of(gap)).content.decode()


def test_a_report_for_another_municipality_is_passed_on(gap, enter):
    set_days(Organisation.objects.get(code="0360"), 3, by=SOFTWARE)
    coordinator, path = enter("coordinator"), f"{page_of(gap)}giv-videre/"
    assert coordinator.post(path, {"municipality": "0340"}).status_code == 422
    coordinator.post(path, {"municipality": "0360"})
    again = Gap.objects.get()
    assert (again.municipality.code, again.due_on) == ("0360", localdate() + timedelta(days=3))
    told = enter("visitor").get(receipt_of(gap)).content.decode()
    assert "Givet videre til den rette kommune" in told
    assert "Lolland Kommune svarer senest" in told
    assert coordinator.get(page_of(gap)).status_code == 403
    assert enter("other_coordinator").get(page_of(gap)).status_code == 200


def test_a_neighbour_answers_in_its_own_name(cast, enter):
    gap = gap_of(codes=("0340", "0360"))
    enter("other_coordinator").post(f"{page_of(gap)}svar/", SAID)
    assert gap.steps.get().municipality.code == "0360"


def test_the_list_as_a_file_holds_no_mail_address_and_no_formula(gap, enter):
    follow(gap, "borger@example.org", language="da")
    change(gap, {"what": "=1+1"}, by=SOFTWARE)
    file = enter("coordinator").get("/manglende-daekning/meldinger/meldinger.csv")
    told = file.content.decode()
    assert gap.number in told
    assert "borger@" not in told
    assert ";=1+1" not in told
