"""Mails about news: nothing is kept before a yes, each is told once, and a click stops it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from taskforce.web.editions.models import Release
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.frame.journal.writing import add
from taskforce.web.library.markup import as_html
from taskforce.web.news.actions.announcing import announce_figures
from taskforce.web.news.actions.mailing import Sent, send_news
from taskforce.web.news.actions.subscribing import confirm
from taskforce.web.news.models import NewsItem, Subscription
from taskforce.web.news.queries.mails import HOLDS, Wanted, confirming_token, token_of
from tests.web.news.makers import public_of

WANTED = Wanted("Borger@Example.org", False, ("0340",), "da")


def reader(email="a@example.org", *, whole_region=False, codes=("0340",)) -> Subscription:
    return confirm(Wanted(email, whole_region, codes, "da"))


def asked(browser: Client, **more) -> str:
    """The path of the link in the mail that comes."""
    browser.post("/nyheder/paa-mail/", {"email": "borger@example.org", "codes": ["0340"], **more})
    return re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body)[1]


def test_nothing_is_kept_before_the_link_is_followed_and_confirmed(cast, visitor):
    path = asked(visitor)
    assert "Sorø" in mail.outbox[0].body
    assert Subscription.objects.count() == 0
    assert visitor.get(path).status_code == 200
    assert Subscription.objects.count() == 0
    answer = visitor.post(path)
    one = Subscription.objects.get()
    assert answer.url == f"/nyheder/paa-mail/mine/{token_of(one)}/"
    assert [place.code for place in one.municipalities.all()] == ["0340"]
    assert not visitor.get(answer.url).cookies
    assert "borger" not in "".join(str(entry.details) for entry in Entry.objects.all())


def test_a_second_click_on_the_link_keeps_one_reader(cast, visitor):
    path = asked(visitor)
    first, again = visitor.post(path), visitor.post(path)
    assert first.url == again.url
    assert Subscription.objects.count() == 1


def test_a_known_address_is_answered_like_an_unknown_one(cast, visitor):
    first = visitor.post("/nyheder/paa-mail/", {"email": "a@example.org", "codes": ["0340"]})
    reader()
    again = visitor.post("/nyheder/paa-mail/", {"email": "a@example.org", "codes": ["0340"]})
    assert first.content == again.content
    # And what stands is not changed by somebody who only knows the address.
    asked(visitor, email="a@example.org", codes=["0360"])
    assert [one.code for one in Subscription.objects.get().municipalities.all()] == ["0340"]


@pytest.mark.parametrize("token", ["ingen", confirming_token(WANTED)[:-2]])
def test_a_link_that_is_not_ours_asks_for_a_new_one(cast, visitor, token):
    answer = visitor.post(f"/nyheder/paa-mail/ja/{token}/")
    assert answer.status_code == 410
    assert Subscription.objects.count() == 0


def test_a_link_holds_for_a_week(cast, visitor):
    path = asked(visitor)
    with time_machine.travel(timezone.now() + HOLDS + timedelta(minutes=1), tick=False):
        assert visitor.post(path).status_code == 410


@pytest.mark.parametrize(
    "given",
    [
        {"email": "ikke en adresse", "codes": ["0340"]},
        {"email": "a@example.org"},
        {"email": "a@example.org", "codes": ["9999"]},
        {"email": "a@example.org", "codes": ["0340"], "website": "x"},
    ],
)
def test_what_cannot_be_sent_is_said(cast, visitor, given):
    answer = visitor.post("/nyheder/paa-mail/", given)
    assert answer.status_code == 422
    assert mail.outbox == []


def test_each_reader_is_told_of_their_areas_once(cast):
    home, both = reader(), reader(email="b@example.org", whole_region=True, codes=())
    public_of("0340", timezone.now(), title_da="Fra Sorø")
    public_of("0360", timezone.now(), title_da="Fra Lolland")
    later = timezone.now() + timedelta(minutes=5)
    assert send_news(at=later, by=SOFTWARE) == Sent(2, 0)
    by_reader = {one.to[0]: one for one in mail.outbox}
    assert by_reader[home.email].subject == "Fra Sorø"
    assert by_reader[both.email].subject == "2 nyheder om dækning"
    assert send_news(at=later + timedelta(days=1), by=SOFTWARE) == Sent(0, 0)


def test_what_was_public_before_the_yes_is_not_mailed(cast):
    public_of("0340", timezone.now() - timedelta(days=1))
    reader()
    assert send_news(at=timezone.now() + timedelta(days=1), by=SOFTWARE) == Sent(0, 0)


def test_a_mail_that_could_not_be_sent_is_tried_again(cast, monkeypatch):
    reader()
    public_of("0340", timezone.now())
    later = timezone.now() + timedelta(minutes=5)

    def refuse(self, messages):
        raise OSError("no mail server")

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", refuse)
        assert send_news(at=later, by=SOFTWARE) == Sent(0, 1)
    assert send_news(at=later, by=SOFTWARE) == Sent(1, 0)


def test_mail_programs_stop_the_mails_with_one_click(cast, visitor):
    one = reader()
    public_of("0340", timezone.now())
    send_news(at=timezone.now() + timedelta(minutes=5), by=SOFTWARE)
    headers = mail.outbox[-1].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = re.search(r"https?://[^/]+(/[^>]+)", headers["List-Unsubscribe"])[1]
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(path).status_code == 200
    assert Subscription.objects.filter(pk=one.pk).exists()
    assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Subscription.objects.count() == 0
    assert strict.post(path).status_code == 200
    own = visitor.get(f"/nyheder/paa-mail/mine/{token_of(one)}/", follow=True)
    assert "din adresse er slettet" in own.text


def test_half_a_link_does_not_say_that_the_mails_have_stopped(cast, visitor):
    confirm(WANTED)
    token = token_of(Subscription.objects.get())
    for page in ("stop", "mine"):
        answer = visitor.get(f"/nyheder/paa-mail/{page}/{token[:-3]}/", follow=True)
        assert answer.status_code == 404
        assert "intet er stoppet" in answer.text
    assert Subscription.objects.exists()


def test_the_reader_chooses_other_areas(cast, visitor):
    one = reader()
    path = f"/nyheder/paa-mail/mine/{token_of(one)}/"
    assert visitor.post(path, {}).status_code == 422
    assert visitor.post(path, {"codes": ["0360"], "whole_region": "on"}).status_code == 200
    one.refresh_from_db()
    assert one.whole_region
    assert [place.code for place in one.municipalities.all()] == ["0360"]


def test_new_figures_become_news_once_and_reach_every_reader(cast):
    home = reader()
    now = timezone.now()
    facts = {"edition": "2026-06-30-a", "bundle": "b", "software": "0", "signed_at": now}
    release = add(
        Release(act="signed_off", as_of=date(2026, 6, 30), note_da="Ny kortlægning.", **facts),
        by=SOFTWARE,
    )
    add(
        Release(act="before", as_of=date(2025, 6, 30), **facts | {"edition": "2025-06-30-a"}),
        by=SOFTWARE,
    )
    later = now + timedelta(minutes=5)
    assert announce_figures(at=later, by=SOFTWARE) == 1
    assert announce_figures(at=later + timedelta(days=1), by=SOFTWARE) == 0
    item = NewsItem.objects.get()
    assert item.title_da == "Nye tal: sådan så det ud 30. juni 2026"
    assert item.title_en == "New figures: the state on 30 June 2026"
    assert item.summary_da == release.note_da
    assert send_news(at=later + timedelta(minutes=1), by=SOFTWARE) == Sent(1, 0)
    assert mail.outbox[-1].to == [home.email]
    assert f'href="{reverse("figures-changed")}"' in as_html(item.body)


def test_figures_approved_long_ago_are_no_news(cast):
    add(
        Release(
            act="signed_off", as_of=date(2026, 6, 30), edition="a", bundle="b", software="0",
            signed_at=timezone.now() - timedelta(days=8),
        ),
        by=SOFTWARE,
    )  # fmt: skip
    assert announce_figures(at=timezone.now(), by=SOFTWARE) == 0
