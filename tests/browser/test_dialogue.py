"""Dialogues in a browser: from the first message to the last mail, at the desk and on a phone."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, go, serving_site
from tests.browser.test_working_together import faults
from tests.made_once import prepared_site
from tests.web.dialogue.mails import answer_to, came_in, empty, hand_in, mail_server

PAGES = {
    "tovholder": ["/dialog/", "/dialog/ny/", "/dialog/1/", "/dialog/forhindringer/0340/"],
    "teleselskab": ["/dialog/forhindringer/ny/", "/en/dialogue/1/", "/en/dialogue/2/"],
    "konsulent": ["/dialog/1/ret/", "/dialog/3/", "/en/dialogue/"],
}
PASSWORD = "korrekt hest batteri hæfteklamme"


@pytest.fixture(scope="module")
def mailing(tmp_path_factory):
    """A site that sends over a mail server and takes answers in, the server, and its mails."""
    folder = tmp_path_factory.mktemp("mailing")
    with mail_server(folder / "maildir") as server:
        about = prepared_site(tmp_path_factory, folder) | {
            "TASKFORCE_MAIL_HOST": server.hostname,
            "TASKFORCE_MAIL_PORT": str(server.port),
            "TASKFORCE_MAIL_SECURITY": "none",
            "TASKFORCE_REPLY_ADDRESS": "dialog@svar.example.dk",
        }
        run(about, "-m", "tests.browser.furnish")
        with serving_site(**about) as address:
            yield address, server, about, folder / "maildir"


def run(about, *words):
    """Run Python as those do who look after the site."""
    done = subprocess.run(
        [sys.executable, *words], env=os.environ | about, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_from_the_first_message_to_the_answer_by_mail(browser, mailing, view):
    address, server, about, box = mailing
    empty(box)
    page = browser.new_page(base_url=address, viewport=view)
    page.goto("/konto/login/")
    page.get_by_label("Mailadresse").fill("coordinator@example.org")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Log ind", exact=True).click()
    expect(page).to_have_url(re.compile("/arbejdsbord/$"))
    page.goto("/dialog/ny/")
    page.get_by_label("Emne").fill("Rør i Storgade")
    page.get_by_label("Prøvenet").check()
    page.get_by_label("Første besked").fill("Skal vi grave sammen?")
    page.get_by_role("button", name="Begynd og send").click()
    expect(page.get_by_role("status").first).to_contain_text("parterne får besked med mail")
    (mail,) = [one for one in came_in(box) if str(one["To"]) == "operator@example.org"]
    assert "Skal vi grave sammen?" in mail.get_body(("plain",)).get_content()
    hand_in(server, answer_to(mail, "Ja, i uge 14.", mail_id=f"<{view['width']}@example>"))
    told = run(about, "-m", "django", "read_mail", "--maildir", str(box))
    assert "1 written" in told
    page.reload()
    expect(page.locator(".talk-said > li").last).to_contain_text("Ja, i uge 14.")
    expect(page.locator(".talk-said > li").last).to_contain_text("med mail")
    expect(page.locator("main")).not_to_contain_text("skrev Nogen")
    (told_on,) = [one for one in came_in(box) if str(one["To"]) == "coordinator@example.org"]
    assert "Ja, i uge 14." in told_on.get_body(("plain",)).get_content()
    page.close()


def test_an_operator_says_what_stops_it_and_the_coordinator_closes_it(member):
    page = member("teleselskab")
    go(page, "/dialog/")
    page.get_by_role("link", name="Fortæl, hvad der står i vejen i en kommune").click()
    page.get_by_label("Kommune").select_option(label="Sorø")
    page.get_by_label("Leje", exact=True).check()
    page.get_by_label("Punkt i retningslinjerne").select_option("DIG-38")
    page.get_by_label("Emne").fill("Lejen på tårnet")
    page.get_by_label("Første besked").fill("Prisen er det dobbelte af nabokommunens.")
    page.get_by_role("button", name="Begynd og send").click()
    expect(page).to_have_url(re.compile(r"/dialog/\d+/$"))
    path = page.url
    leader = member("tovholder")
    go(leader, "/dialog/forhindringer/0340/")
    leader.get_by_role("link", name="Lejen på tårnet").click()
    expect(leader.locator("main")).to_contain_text("Intet andet teleselskab ser det.")
    leader.get_by_label("Besked", exact=True).fill("Vi regner den efter med statens metode.")
    leader.get_by_role("button", name="Send beskeden").click()
    expect(leader.get_by_role("status").first).to_contain_text("Din besked er sendt")
    leader.locator("summary", has_text="Afslut dialogen").click()
    leader.get_by_label("Hvad kom der ud af det?").fill("Prisen er sat ned.")
    leader.get_by_role("button", name="Afslut dialogen").click()
    expect(leader.locator("main")).to_contain_text("Genoptag dialogen")
    page.goto(path)
    expect(page.locator("main")).to_contain_text("Prisen er sat ned.")


@pytest.mark.thorough
@pytest.mark.parametrize("name", PAGES)
def test_the_pages_break_no_rule_at_the_desk_or_on_a_phone(member, name):
    page = member(name)
    assert [fault for path in PAGES[name] for fault in faults(page, path)] == []
