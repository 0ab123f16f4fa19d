"""What is left undone is told by mail: to the right ones, once, and again only when it is new."""

from datetime import timedelta
from smtplib import SMTPException

import pytest
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change
from taskforce.web.people.actions.accounts import set_active
from taskforce.web.people.actions.personal_data import erase_account
from taskforce.web.spots.actions.following_up import assign, follow_up
from taskforce.web.spots.actions.reminding import Went, remind
from taskforce.web.spots.models import Notice, Schedule, SpotList
from tests.web.spots.makers import answer_of, hole_of, listed, spot_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TODAY = localdate()


def night(days=0):
    """What goes on a night some days from now."""
    return remind(on=TODAY + timedelta(days=days), by=SOFTWARE)


def test_the_coordinator_is_told_once_of_what_nobody_follows_up(cast, mailoutbox):
    spot, hole, _new, _small = (
        spot_of(days=31),
        hole_of(days=40),
        spot_of(days=30),
        spot_of(days=40, addresses=9),
    )
    assert night() == Went(1, 0)
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (
        [cast.coordinator.email],
        "2 hvide pletter og mobilhuller venter på dig",
    )
    assert f"Hvid plet {spot.number}, Sorø" in mail.body
    assert f"Mobilhul {hole.number}, Sorø" in mail.body
    assert f"/hvide-pletter/{hole.pk}/" in mail.body
    assert night() == Went(0, 0)
    assign([spot], cast.consultant, on=TODAY, by=SOFTWARE)
    assign([spot], None, on=TODAY, by=SOFTWARE)
    assert night(31) == Went(1, 0)
    assert spot.number in mailoutbox[-1].body


def test_where_there_is_no_coordinator_the_taskforce_is_told(cast, mailoutbox):
    set_active(cast.coordinator, active=False, by=SOFTWARE)
    spot_of(days=31)
    night()
    assert [mail.to for mail in mailoutbox] == [[cast.consultant.email]]


def test_the_owner_is_told_once_that_the_day_has_passed_and_never_what_was_written(
    cast, mailoutbox
):
    spot = spot_of()
    follow_up(spot, cast.case_officer, ("Ring til Jens", TODAY), on=TODAY, by=SOFTWARE)
    assert night() == Went(0, 0)
    assert (night(1), night(2)) == (Went(1, 0), Went(0, 0))
    (mail,) = mailoutbox
    assert mail.to == [cast.case_officer.email]
    assert "Datoen for næste skridt er overskredet." in mail.body
    assert "Jens" not in mail.body + mail.alternatives[0][0]
    later = TODAY + timedelta(days=5)
    follow_up(spot, cast.case_officer, ("Ring igen", later), on=TODAY, by=SOFTWARE)
    assert (night(5), night(6)) == (Went(0, 0), Went(1, 0))


def test_operators_get_one_mail_with_the_list_and_one_before_its_last_day(cast, mailoutbox):
    spot = spot_of()
    assign([spot], cast.consultant, on=TODAY, by=SOFTWARE)
    listed(spot)
    assert night() == Went(2, 0)
    assert {mail.to[0] for mail in mailoutbox} == {
        cast.operator.email,
        cast.other_operator.email,
    }
    assert night(45) == Went(0, 0)
    answer_of(spot)
    assert (night(46), night(47)) == (Went(1, 0), Went(0, 0))
    last = mailoutbox[-1]
    assert last.to == [cast.other_operator.email]
    assert last.subject.startswith("Svar om hvide pletter og mobilhuller senest")
    assert "Prøvenet" not in last.body
    assert night(61) == Went(0, 0)


def test_a_mail_is_in_the_language_of_its_reader(cast, mailoutbox):
    change(cast.operator, {"language": "en"}, by=SOFTWARE)
    listed(spot_of())
    night()
    mail = next(one for one in mailoutbox if one.to == [cast.operator.email])
    assert mail.subject.startswith("A list of white spots and mobile holes to answer by")
    assert "/en/white-spots/to-answer/" in mail.body


def test_what_could_not_be_sent_is_tried_again(cast, mailoutbox, monkeypatch):
    spot_of(days=31)

    def refuse(*_, **__):
        raise SMTPException("full")

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMultiAlternatives.send", refuse)
        assert night() == Went(0, 1)
    assert not Notice.objects.exists()
    assert night() == Went(1, 0)


def test_what_somebody_was_told_goes_with_the_account(cast):
    spot_of(days=31)
    night()
    assert Notice.objects.exists()
    erase_account(cast.coordinator, by=SOFTWARE)
    assert not Notice.objects.exists()


def test_the_first_list_is_planned_far_ahead_and_nobody_is_told_before(cast, mailoutbox):
    assert (night(), SpotList.objects.exists(), Schedule.objects.exists()) == (
        Went(0, 0),
        False,
        False,
    )
    assert mailoutbox == []
