"""Two people write the same news, one sends it twice, or a finger slips: nothing is lost or odd."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from taskforce.web.news.actions.writing import propose, rewrite
from taskforce.web.news.models import NewsItem, State
from tests.cast import signed_in
from tests.web.news.makers import TASKFORCE, draft_of, told
from tests.web.seen import seen_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.one_database,
    pytest.mark.usefixtures("browser"),
]
FORM = {"category": "news", "title_da": "Nyt", "summary_da": "Kort", "source": "Os"}


@pytest.fixture
def desk(cast):
    return signed_in(cast.consultant)


def seen(client, path):
    """What a browser keeps of the page that it opened."""
    return {"seen": re.search(r'name="seen" value="(\w+)"', client.get(path).text)[1]}


def test_whoever_saves_second_sees_what_the_first_wrote(cast, desk):
    item = draft_of("0340")
    path, home = reverse("news-change", args=[item.pk]), item.municipality_id
    form = FORM | {"municipality": home}
    mine, theirs = seen(desk, path), seen(signed_in(cast.coordinator), path)
    assert desk.post(path, form | mine).status_code == 302
    for _ in range(2):
        assert desk.post(path, form | mine).status_code == 302
    stopped = signed_in(cast.coordinator).post(path, form | theirs | {"title_da": "Andet"})
    assert stopped.status_code == 422
    assert "<del>Nyt</del><ins>Andet</ins>" in stopped.text
    assert NewsItem.objects.get().title_da == "Nyt"
    again = {"seen": re.search(r'name="seen" value="(\w+)"', stopped.text)[1]}
    assert desk.post(path, form | again | {"title_da": "Andet"}).status_code == 302


def test_news_that_is_sent_twice_is_one(desk):
    answers = [desk.post(reverse("news-new"), FORM) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]


def test_nobody_approves_words_that_were_changed_after_they_were_read(cast, desk):
    item = draft_of("0340")
    propose(item, by=TASKFORCE)
    path, approve = (reverse(name, args=[item.pk]) for name in ("news-one", "news-approve"))
    read = seen(desk, path)
    rewrite(item, told("0340") | {"title_da": "Noget andet"}, by=TASKFORCE)
    assert "har ændret" in seen_in(desk.post(approve, read, follow=True).text)
    item.refresh_from_db()
    assert item.state == State.PROPOSED
    read = seen(desk, path)
    assert "offentlig nu" in seen_in(desk.post(approve, read, follow=True).text)
    assert "allerede" in seen_in(desk.post(approve, read, follow=True).text)


def test_feeds_tell_that_news_was_mended(cast):
    item = draft_of("0340")
    before = item.changed_at
    rewrite(item, told("0340"), by=TASKFORCE)
    item.refresh_from_db()
    assert item.changed_at == before
    rewrite(item, told("0340") | {"title_da": "Noget andet"}, by=TASKFORCE)
    item.refresh_from_db()
    assert item.changed_at > before


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (timedelta(days=-1), "Det tidspunkt er passeret"),
        (timedelta(days=900), "mere end to år"),
        (timedelta(minutes=-1), "offentlig nu"),
    ],
)
def test_a_time_in_the_past_or_a_slip_in_the_year_is_asked_about(desk, time, said):
    item = draft_of("0340")
    at = timezone.localtime(timezone.now() + time)
    form = {"publish_at": f"{at:%Y-%m-%dT%H:%M}"}
    answer = desk.post(reverse("news-approve", args=[item.pk]), form, follow=True)
    assert said in seen_in(answer.text)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-02-31", "Indtast en gyldig dato"),
        ("20226-01-01", "Indtast en gyldig dato"),
        ("0202-01-01", "Det er mere end ti år"),
        ("", "Skriv dagen, det sker"),
    ],
)
def test_a_day_that_cannot_be_is_refused_at_its_field(desk, day, said):
    answer = desk.post(reverse("news-new"), FORM | {"category": "mast", "happens_on": day})
    assert answer.status_code == 422
    assert f"Dagen, det sker : {said}" in seen_in(answer.text)
