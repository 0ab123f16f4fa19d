"""A network meeting in a browser: planned at a desk, answered on a phone in English, written up."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, go


def planned(desk, day):
    """Plan the meeting; its number."""
    go(desk, "/moeder/nyt/")
    desk.get_by_label("Titel").fill("Netværksmøde om kysten")
    desk.get_by_label("Begynder").fill(f"{day}T10:00")
    desk.get_by_label("Slutter").fill(f"{day}T12:00")
    desk.get_by_label("Hvor", exact=True).fill("Rådhuset")
    desk.get_by_label("Alle kommunernes tovholdere").check()
    desk.get_by_role("button", name="Planlæg og invitér").click()
    expect(desk).to_have_url(re.compile(r"/moeder/\d+/$"))
    # The agenda has filled itself.
    expect(desk.locator("main")).to_contain_text("Overskredne tilsagn")
    return re.search(r"/moeder/(\d+)/", desk.url)[1]


def test_from_the_plan_to_the_minutes_in_everybodys_mail(member):
    desk, day = member("konsulent"), timezone.localdate() + timedelta(days=9)
    number = planned(desk, day)
    phone = member("tovholder", PHONE)
    go(phone, f"/en/meetings/{number}/")
    phone.get_by_label("Comes", exact=True).check()
    phone.get_by_role("button", name="Send your answer").click()
    expect(phone.get_by_role("status").first).to_contain_text("your answer has been noted")
    phone.wait_for_load_state()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")

    go(desk, f"/moeder/{number}/")
    expect(desk.locator("#guests").locator("..")).to_contain_text("Kommer: 1")
    desk.get_by_role("link", name="Skriv referat").click()
    # Words written before the script has come would only be saved by a press.
    desk.wait_for_url("**/referat/")
    field = desk.locator("main textarea").first
    field.fill("Sorø søger penge til strategien.")
    desk.get_by_label("Hvad er det?").select_option(label="Opgave")
    # Leaving the field has saved it, without a press.
    expect(desk.locator("[data-told]")).to_contain_text("Gemt kl.")
    desk.get_by_label("Hvad der er besluttet eller skal gøres").fill("Find pengene")
    desk.get_by_label("Hvem gør det?").select_option(label="Sorø")
    desk.get_by_label("Senest").fill(str(day + timedelta(days=90)))
    desk.get_by_role("button", name="Skriv det ned").click()
    expect(desk.get_by_role("link", name="Se tilsagnet")).to_be_visible()
    expect(desk.locator("main textarea").first).to_have_value("Sorø søger penge til strategien.")
    desk.get_by_role("button", name="Send referatet").click()
    expect(desk.get_by_role("status").first).to_contain_text("Referatet er sendt")
    phone.reload()
    expect(phone.locator("main")).to_contain_text("Find pengene")
