"""What a public site owes strangers and machines: a way to write, and files that say where to."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from tests.web.news.makers import public_of

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
MESSAGE = {"about": "figure", "page": "/kommuner/soroe/", "text": "Tallet er for højt."}


@pytest.fixture
def reachable(settings):
    settings.CONTACT_EMAIL = "taskforce@example.org"


def test_a_message_becomes_a_mail_that_can_be_answered(visitor, reachable):
    answer = visitor.post("/kontakt/", MESSAGE | {"email": "borger@example.org"})
    assert "Din besked er sendt." in answer.text
    [letter] = mail.outbox
    assert letter.to == ["taskforce@example.org"]
    assert letter.reply_to == ["borger@example.org"]
    assert letter.subject == "Fra hjemmesiden: Et tal, der ser forkert ud"
    assert "/kommuner/soroe/" in letter.body
    assert not answer.cookies


@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"about": "sludder"}, {"email": "nej"}, {"website": "x"}]
)
def test_what_cannot_be_sent_is_said_and_kept_in_the_form(visitor, reachable, wrong):
    answer = visitor.post("/kontakt/", MESSAGE | wrong)
    assert answer.status_code == 422
    assert "/kommuner/soroe/" in answer.text
    assert mail.outbox == []


def test_a_mail_server_that_is_down_loses_nothing_that_was_written(visitor, reachable, monkeypatch):
    def refuse(self, messages):
        raise OSError("no mail server")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    answer = visitor.post("/kontakt/", MESSAGE)
    assert answer.status_code == 503
    assert "Tallet er for højt." in answer.text
    assert "Skriv til taskforce@example.org" in answer.text


def test_a_subject_cannot_carry_a_second_line(visitor, reachable):
    visitor.post("/kontakt/", MESSAGE | {"page": "a\r\nBcc: b@example.org"})
    assert [one.bcc for one in mail.outbox] == [[]]


def test_where_no_address_is_set_up_no_form_is_shown(visitor, settings):
    settings.CONTACT_EMAIL = ""
    assert "<textarea" not in visitor.get("/kontakt/").text
    assert visitor.post("/kontakt/", MESSAGE).status_code == 404
    assert visitor.get("/.well-known/security.txt").status_code == 404


def test_whoever_finds_a_weakness_is_told_where_to_write(visitor, reachable):
    text = visitor.get("/.well-known/security.txt").text
    told = dict(line.split(": ", 1) for line in text.splitlines())
    assert told["Contact"] == "mailto:taskforce@example.org"
    expires = datetime.strptime(told["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    left = expires - datetime.now(UTC)
    assert timedelta(days=120) < left < timedelta(days=365)
    assert told["Canonical"].endswith("/.well-known/security.txt")


def test_password_managers_find_the_page(visitor):
    answer = visitor.get("/.well-known/change-password")
    assert answer["Location"] == "/konto/password/change/"


def test_machines_stay_out_of_single_addresses_and_the_inside(visitor):
    shut = set(re.findall(r"Disallow: (\S+)", visitor.get("/robots.txt").text))
    assert {"/adresse/", "/en/address/", "/find/", "/arbejdsbord/", "/en/desk/"} <= shut


def test_the_sitemap_leads_to_every_page_in_both_languages(cast, visitor):
    item = public_of()
    root = ET.fromstring(visitor.get("/sitemap.xml").content)  # noqa: S314 - our own
    places = {url.findtext(f"{LOC}loc"): url for url in root}
    assert f"http://localhost/nyheder/{item.slug}/" in places
    for url in places.values():
        links = {link.get("hreflang"): link.get("href") for link in url.iter(LINK)}
        assert links.keys() == {"da", "en", "x-default"}
        assert links["x-default"] == links["da"]
        assert {links["da"], links["en"]} <= places.keys()
    # One rule stands for all of them: they are one page, made of data.
    rules = [place for place in places if "/regler/" in place or "/rules/" in place]
    for place in {*places} - {*rules[2:]}:
        assert visitor.get(place.removeprefix("http://localhost")).status_code == 200, place
