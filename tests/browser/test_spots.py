"""White spots in a browser: from the list that is issued to an answer, an owner and a next step."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, go
from tests.browser.test_working_together import faults


def test_from_the_list_to_the_answer_the_owner_and_the_next_step(member):
    taskforce = member("konsulent")
    go(taskforce, "/hvide-pletter/lister/plan/")
    taskforce.get_by_label("Mindste hvide plet, i adresser").fill("3")
    taskforce.get_by_role("button", name="Gem").click()
    taskforce.get_by_role("button", name="Udsend en liste i dag").click()
    expect(taskforce.get_by_role("status").first).to_contain_text("Listen er udsendt.")

    firm = member("teleselskab", PHONE)
    go(firm, "/en/white-spots/to-answer/")
    row = firm.get_by_role("row", name=re.compile("Sorø"))
    number = row.get_by_role("link").inner_text()
    row.get_by_role("link").click()
    firm.get_by_label("We will build if we get a site").check()
    firm.get_by_label("Remarks").fill("En mast ved kirken er nok.")
    firm.get_by_role("button", name="Save the answer").click()
    expect(firm.get_by_role("status").first).to_contain_text("Your answer has been saved.")

    leader = member("tovholder")
    go(leader, "/kommuner/soroe/")
    leader.get_by_role("link", name=re.compile("^Følg op på")).click()
    leader.get_by_role("link", name=number, exact=True).click()
    said = leader.get_by_role("region", name="Hvad teleselskaberne siger")
    expect(said).to_contain_text("Vi bygger, hvis vi får en plads til en mast")
    expect(said).to_contain_text("En mast ved kirken er nok.")
    expect(leader.locator("#map")).to_have_attribute("data-map", "idle", timeout=20_000)
    leader.get_by_role("link", name="Ret opfølgningen").click()
    leader.get_by_label("Hvem følger op").select_option(label="Tovholder i Sorø")
    leader.get_by_label("Næste skridt").fill("Spørg menighedsrådet om tårnet")
    leader.get_by_label("Senest").fill("2027-02-01")
    leader.get_by_role("button", name="Gem").click()
    expect(leader.locator("main")).to_contain_text("Spørg menighedsrådet om tårnet")
    expect(leader.locator("main")).to_contain_text("1. februar 2027")


@pytest.mark.thorough
def test_the_pages_break_no_rule_at_the_desk_or_on_a_phone(member):
    leader, firm = member("tovholder"), member("teleselskab")
    go(leader, "/hvide-pletter/")
    path = leader.get_by_role("table").get_by_role("link").first.get_attribute("href") or ""
    inside = ["/hvide-pletter/", path, f"{path}opfoelgning/", "/en/white-spots/"]
    outside = ["/hvide-pletter/at-svare-paa/", "/hvide-pletter/lister/", "/en/white-spots/lists/"]
    assert [fault for one in inside for fault in faults(leader, one)] == []
    assert [fault for one in outside for fault in faults(firm, one)] == []
