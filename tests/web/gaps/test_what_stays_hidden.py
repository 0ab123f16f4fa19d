"""What somebody said is shown to those who answer, and to nobody else; then it is erased."""

import json
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Details
from taskforce.web.frame.journal.writing import change
from taskforce.web.gaps.actions.answering import Answer, answer
from taskforce.web.gaps.actions.erasing import Erased, retention
from taskforce.web.gaps.actions.following import confirm, follow
from taskforce.web.gaps.actions.own import reopen
from taskforce.web.gaps.models import Gap, GapState, Outcome
from taskforce.web.gaps.queries.groups import is_large, public_groups
from taskforce.web.gaps.queries.receipt import gap_of as opened
from taskforce.web.gaps.queries.receipt import token_of
from tests.web.gaps.makers import SOROE, gap_of
from tests.web.sites.test_photos import JPEG, PLACE

SECRETS = ("Hemmeligvej 7", "Kun hos Karla", "karla@example.org")
PUBLIC = (
    "/manglende-daekning/",
    "/manglende-daekning/overblik/",
    "/manglende-daekning/overblik/sekskanter.geojson",
    "/en/missing-coverage/overview/",
    "/kommuner/soroe/",
    "/kort/",
)


@pytest.fixture
def secret(cast):
    gap = gap_of(label=SECRETS[0], what=SECRETS[1], photo=ContentFile(JPEG, "karla.jpg"))
    follow(gap, SECRETS[2], language="da")
    confirm(gap)
    return gap


def aged(gap, **days_ago):
    """The report as it is after some days."""
    back = {name: timezone.now() - timedelta(days=days) for name, days in days_ago.items()}
    change(gap, back, by=SOFTWARE)


@pytest.mark.database
@pytest.mark.django_db
def test_no_public_page_tells_what_was_said(secret, enter):
    for _ in range(3):
        gap_of()
    for path in PUBLIC:
        answer = enter("visitor").get(path)
        assert answer.status_code == 200
        told = answer.content.decode()
        assert [one for one in SECRETS if one in told] == [], path


@pytest.mark.database
@pytest.mark.django_db
@pytest.mark.parametrize("name", ["coordinator", "consultant"])
def test_those_who_answer_see_everything_but_the_mail_address(secret, enter, name):
    told = enter(name).get(f"/manglende-daekning/meldinger/{secret.pk}/").content.decode()
    assert [one in told for one in SECRETS] == [True, True, False]


@pytest.mark.database
@pytest.mark.django_db
def test_the_photo_is_kept_without_where_it_was_taken(secret, enter):
    path = f"/manglende-daekning/meldinger/{secret.pk}/foto/"
    photo = b"".join(enter("coordinator").get(path))
    assert photo.startswith(b"\xff\xd8")
    assert PLACE not in photo
    assert enter("operator").get(path).status_code == 403


@pytest.mark.database
@pytest.mark.django_db
def test_the_journal_repeats_nothing_of_it(secret):
    told = "".join(Details.objects.values_list("content", flat=True))
    assert [one for one in (*SECRETS, secret.key, secret.sent_key) if one in told] == []


@pytest.mark.database
@pytest.mark.django_db
def test_a_link_that_nobody_made_opens_nothing(secret, visitor):
    token = token_of(secret)
    assert opened(token) == secret
    assert opened(secret.key) is None
    assert opened(token[:-1] + ("a" if token[-1] != "a" else "b")) is None
    assert visitor.get(f"/manglende-daekning/kvittering/{secret.key}/").status_code == 404


@pytest.mark.database
@pytest.mark.django_db
def test_withdrawing_erases_at_once_and_the_receipt_says_so(
    secret, visitor, settings, django_capture_on_commit_callbacks
):
    receipt = f"/manglende-daekning/kvittering/{token_of(secret)}/"
    assert [one.suffix for one in settings.MEDIA_ROOT.iterdir()] == [".jpg"]
    visitor.get(f"{receipt}traek-tilbage/")
    with django_capture_on_commit_callbacks(execute=True):
        visitor.post(f"{receipt}traek-tilbage/")
    gap = Gap.objects.get()
    assert (gap.state, gap.what, gap.label, gap.email) == (GapState.WITHDRAWN, "", "", "")
    assert list(settings.MEDIA_ROOT.iterdir()) == []
    assert "Du har trukket meldingen tilbage" in visitor.get(receipt).content.decode()
    assert visitor.get(f"{receipt}foelg/").status_code == 404


@pytest.mark.database
@pytest.mark.django_db
def test_the_one_who_reported_gets_everything_that_is_kept(secret, visitor):
    path = f"/manglende-daekning/kvittering/{token_of(secret)}/data.json"
    told = json.loads(visitor.get(path).content)
    assert (told["label"], told["what"], told["email"]) == SECRETS
    assert "key" not in told


@pytest.mark.database
@pytest.mark.django_db
def test_nothing_stays_longer_than_it_is_needed(cast):
    unconfirmed, answered, old = gap_of(), gap_of(), gap_of()
    follow(unconfirmed, "a@example.org", language="da")
    follow(answered, "b@example.org", language="da")
    confirm(answered)
    for gap in (answered, old):
        answer(gap, Answer(gap.municipality, Outcome.PASSED_ON, "Svar"), by=SOFTWARE)
        gap.refresh_from_db()
    assert retention(on=localdate(), by=SOFTWARE) == Erased(0, 0)
    aged(unconfirmed, email_given_at=8)
    aged(answered, answered_at=181)
    aged(old, received_at=731)
    assert retention(on=localdate(), by=SOFTWARE) == Erased(mails=2, reports=1)
    assert set(Gap.objects.values_list("email", flat=True)) == {""}
    gone = Gap.objects.get(pk=old.pk)
    assert (gone.what, gone.label, gone.longitude, gone.steps.get().text) == ("", "", None, "")
    assert retention(on=localdate(), by=SOFTWARE) == Erased(0, 0)


@pytest.mark.database
@pytest.mark.django_db
def test_two_places_are_no_group_and_one_household_never_is(cast, enter):
    for _ in range(5):
        gap_of(label="Skovvej 1")
    gap_of(label="Skovvej 2")
    assert public_groups() == []
    assert "Endnu er intet sted meldt" in enter("visitor").get(PUBLIC[1]).content.decode()
    third = gap_of(label="Skovvej 3", kind="fixed", whereabouts="")
    (group,) = public_groups()
    assert (group.count, group.kinds) == (7, ())
    change(third, {"state": GapState.WITHDRAWN}, by=SOFTWARE)
    assert public_groups() == []


@pytest.mark.database
@pytest.mark.django_db
def test_a_place_is_called_by_a_town_and_never_by_an_address(cast, enter):
    for _ in range(3):
        gap_of()
    (group,) = public_groups()
    assert group.near == "Ved Sorø"
    told = enter("visitor").get(PUBLIC[1]).content.decode()
    assert "Ved Sorø" in told
    assert "GeoNames, CC BY 4.0" in told


@pytest.mark.database
@pytest.mark.django_db
def test_a_report_that_was_opened_again_is_judged_by_its_new_day(cast, enter):
    gaps = [gap_of() for _ in range(5)]
    said = Answer(gaps[0].municipality, Outcome.PASSED_ON, "Svar")
    for gap in gaps:
        answer(gap, said, by=SOFTWARE)
    (place,) = enter("visitor").get(PUBLIC[1]).context["places"]
    assert place.on_time == 1
    reopen(gaps[0], "Det virker stadig ikke")
    gaps[0].refresh_from_db()
    assert gaps[0].due_on == localdate() + timedelta(days=14)
    aged(gaps[0], received_at=60)
    change(gaps[0], {"due_on": localdate() - timedelta(days=1)}, by=SOFTWARE)
    (place,) = enter("visitor").get(PUBLIC[1]).context["places"]
    assert (place.overdue, place.on_time) == (1, 0.8)
    answer(gaps[0], said, by=SOFTWARE)
    (place,) = enter("visitor").get(PUBLIC[1]).context["places"]
    assert (place.overdue, place.on_time) == (0, 0.8)


@pytest.mark.database
@pytest.mark.django_db
def test_a_figure_of_a_municipality_needs_five_reports(cast, enter):
    for _ in range(4):
        gap_of()
    assert enter("visitor").get(PUBLIC[1]).context["places"] == []
    gap_of()
    (place,) = enter("visitor").get(PUBLIC[1]).context["places"]
    assert (place.received, place.median_days, place.on_time) == (5, None, None)


@given(st.lists(st.sampled_from(["Åvej 1", "Åvej 2", "Åvej 3", "Åvej 4"])))
def test_a_group_is_as_large_as_its_places(labels):
    reports = [Gap(label=one, longitude=SOROE[0], latitude=SOROE[1]) for one in labels]
    assert is_large(reports) == (len(set(labels)) >= 3)
