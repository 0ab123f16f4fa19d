"""A plan in a browser: uploaded, looked at, taken in, hidden from the other operator, opened."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, go
from tests.browser.test_working_together import faults

LIST = "vejnavn;husnr;postnr\n{}Findesikke;1;4180\n".format(
    "".join(f"Skovvej;{number};4180\n" for number in range(1, 7))
)


@pytest.fixture(scope="module")
def work(demonstrated):
    """Run Python as those do who look after the site; a second operator is there."""

    def run(*words):
        command = [sys.executable, "-m", *words]
        subprocess.run(command, env=os.environ | demonstrated, capture_output=True, check=True)

    run("tests.browser.rival")
    return run


def fill(page, name, words):
    """The form of a new plan, by its labels in one of the languages."""
    for label, value in zip(words, (name, "Plan 2027", "1000", "500"), strict=True):
        page.get_by_label(label).fill(value)
    page.locator("[name=due]").fill("2027-06-30")
    page.locator("[name=file]").set_input_files(
        {"name": "plan.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    )


def test_a_plan_is_seen_by_those_whom_it_concerns_and_by_no_other_operator(member, work):
    page = member("teleselskab", DESK)
    go(page, "/udrulningsplaner/ny/")
    words = ("Planens navn", "Hvor kommer den fra?", "Download i Mbit/s", "Upload i Mbit/s")
    fill(page, "Kobberhætten", words)
    page.get_by_role("button", name="Se på planen").click()
    left_out = page.locator("table[aria-labelledby=out]")
    expect(left_out).to_contain_text("Findesikke")
    expect(left_out).to_contain_text("Adressen står ikke i regionens kortlægning.")
    page.get_by_role("button", name="Indlæs resten").click()
    expect(page.get_by_role("status").first).to_contain_text("Planen lover 6 adresser.")
    plan = page.url
    work("django", "work")
    leader = member("tovholder", DESK)
    go(leader, "/udrulningsplaner/i/0340/")
    expect(leader.locator("main")).to_contain_text(
        "6 adresser under grænsen i dag, planlagt senest 30. juni 2027"
    )
    leader.get_by_role("link", name="Kobberhætten").click()
    expect(leader.locator("main")).to_contain_text("Regnskabet over løfter")
    rival = member("konkurrent", DESK)
    for path in ("/udrulningsplaner/", "/soeg/?q=Kobberhætten", "/arbejdsbord/"):
        go(rival, path)
        expect(rival.get_by_role("link", name="Kobberhætten")).to_have_count(0)
    for path in (plan, f"{plan}loefter.csv"):
        assert rival.request.get(path).status == 404


def test_a_plan_is_made_public_on_a_phone_in_english(member, take_part, work):
    page = member("teleselskab", PHONE)
    go(page, "/en/rollout-plans/new/")
    words = ("Name of the plan", "Where does it come from?")
    fill(page, "Out in the open", (*words, "Download in Mbit/s", "Upload in Mbit/s"))
    page.get_by_role("button", name="Look at the plan").click()
    page.get_by_role("button", name="Take in the rest").click()
    expect(page.get_by_role("status").first).to_contain_text("The plan promises 6 addresses.")
    work("django", "work")
    page.get_by_role("button", name="Show it to everyone").click()
    expect(page.get_by_role("status").first).to_contain_text("The plan is now public.")
    path = re.sub(r"https?://[^/]+", "", page.url)
    everyone = take_part("/en/municipalities/soroe/", PHONE)
    row = everyone.get_by_role("row", name="Out in the open")
    expect(row.locator("[data-title='Below today, planned']")).to_have_text("6")
    row.get_by_role("link", name="Out in the open").click()
    expect(everyone.get_by_role("button", name="Make it confidential")).to_have_count(0)
    pages = ("/en/rollout-plans/", "/en/rollout-plans/new/", path)
    assert [fault for one in pages for fault in faults(page, one)] == []
