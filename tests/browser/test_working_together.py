"""Those who take part do their work: in both languages, at a desk and on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, go
from tests.browser.test_accessibility import broken_rules

CONSULTANT_PAGES = [
    "/arbejdsbord/",
    "/soeg/?q=soroe",
    "/kommunernes-arbejde/",
    "/kommunernes-arbejde/0340/",
    "/kommunernes-arbejde/0390/",
    "/maal/",
    "/forpligtelser/1/",
    "/organisationer/",
    "/organisationer/12/",
    "/personer/1/",
    "/overlevering/1/",
    "/en/desk/",
    "/en/municipal-work/",
    "/en/organisations/",
]
ADMINISTRATOR_PAGES = ["/konti/", "/journal/", "/arbejdsbord/mails/", "/en/journal/"]
PUBLIC_PAGES = [
    "/deltagelse/",
    "/hvem-spoerger-jeg/",
    "/hvem-spoerger-jeg/?municipality=0340&subject=digging&state_road=on",
    "/kommuner/soroe/",
    "/en/participation/",
    "/en/whom-do-i-ask/?municipality=0360&subject=internet",
]


def test_a_consultant_finds_who_lacks_a_coordinator_and_takes_a_municipality_in(member):
    page = member("konsulent")
    page.get_by_role("link", name="Kommunernes arbejde").first.click()
    page.get_by_label("Uden tovholder").check()
    page.get_by_role("button", name="Vis").first.click()
    names = page.locator("main table tbody th[scope=row]")
    expect(names).to_have_count(8)
    page.locator("main table").get_by_role("link", name="Stevns").click()
    page.get_by_text("Skriv en ny status").click()
    page.get_by_label("Status", exact=True).select_option(label="Deltager")
    page.get_by_label("Grundlag").fill("Beslutning i byrådet")
    page.get_by_role("button", name="Gem").click()
    expect(page.locator("main .lead")).to_contain_text("Deltager")
    expect(page.get_by_role("link", name="Der er udpeget en tovholder")).to_be_visible()
    go(page, "/deltagelse/")
    expect(page.get_by_role("heading", level=1)).to_have_text("6 af 17 kommuner deltager")


def test_a_coordinator_finishes_a_commitment_on_a_phone_and_leaves_a_note(member):
    page = member("tovholder", PHONE)
    page.get_by_role("link", name=re.compile("Saml vej, plan, byg")).first.click()
    page.get_by_label("Ny note").fill("Vi mødtes på rådhuset.")
    page.get_by_role("button", name="Gem noten").click()
    expect(page.get_by_text("Vi mødtes på rådhuset.")).to_be_visible()
    page.get_by_role("button", name=re.compile("udført")).click()
    expect(page.locator("main .state.done").first).to_have_text("Udført")
    go(page, "/arbejdsbord/")
    expect(page.locator("section", has=page.locator("#waiting"))).not_to_contain_text("Saml vej")


def test_a_coordinator_without_a_script_does_the_same_work(member):
    page = member("tovholder", java_script_enabled=False)
    page.get_by_role("link", name="Sorø: forpligtelser og handleplan").click()
    page.get_by_role("link", name="Fortæl borgere og virksomheder").click()
    page.get_by_label("Ny note").fill("Uden script.")
    page.get_by_role("button", name="Gem noten").click()
    expect(page.get_by_text("Uden script.")).to_be_visible()


def test_a_citizen_finds_the_one_to_ask_and_sees_no_more_than_is_meant_for_everyone(take_part):
    page = take_part("/hvem-spoerger-jeg/", PHONE, java_script_enabled=False)
    page.get_by_label("Kommune").select_option(label="Sorø")
    page.get_by_role("button", name="Find den rette").click()
    expect(page.locator("main")).to_contain_text("Tovholder i Sorø")
    page.get_by_label("Hvad drejer det sig om?").select_option(label="Gravearbejde i vej")
    page.get_by_label("Vejen er en statsvej").check()
    page.get_by_role("button", name="Find den rette").click()
    expect(page.locator("main")).to_contain_text("Vejdirektoratet")
    expect(page.locator("main")).to_contain_text("vej.soroe@example.org")
    expect(page.locator("main")).not_to_contain_text("Vejfaglig medarbejder")


def test_an_operator_sees_whom_to_ask_about_a_road_in_english(member):
    page = member("teleselskab")
    go(page, "/en/whom-do-i-ask/?municipality=0340&subject=digging")
    expect(page.locator("main")).to_contain_text("Vejfaglig medarbejder i Sorø")
    inside = re.sub(r"/en/.*", "/kommunernes-arbejde/0340/", page.url)
    assert page.request.get(inside).status == 403


def test_a_consultant_hands_a_role_over_in_english(member):
    page = member("konsulent")
    go(page, "/en/organisations/")
    page.locator("main").get_by_role("link", name=re.compile("^Ringsted")).first.click()
    page.get_by_role("link", name=re.compile(r"Change of person\s*: Coordinator")).click()
    page.get_by_label("Who takes over").select_option(label="Stedfortræder i Ringsted")
    page.get_by_label("Where we have it from").fill("The municipality's mail")
    page.locator("main form").get_by_role("button").click()
    card = page.locator(".contact-card", has_text="Coordinator").first
    expect(card).to_contain_text("Stedfortræder i Ringsted")
    expect(page.locator("main")).to_contain_text("Earlier, by role")


def test_the_administrator_sees_that_the_journal_is_whole(member):
    page = member("administrator")
    page.get_by_role("link", name="Journal").first.click()
    page.locator("main").get_by_role("button", name=re.compile("Kontroll|Efterprøv|Tjek")).click()
    expect(page.locator("main")).to_contain_text(re.compile("hel|ubrudt"))


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "paths"), [("konsulent", CONSULTANT_PAGES), ("administrator", ADMINISTRATOR_PAGES)]
)
def test_the_pages_inside_shut_nobody_out_and_never_slide_sideways(member, name, paths):
    page = member(name)
    assert [fault for path in paths for fault in faults(page, path)] == []


@pytest.mark.thorough
def test_the_public_pages_about_people_shut_nobody_out(take_part):
    page = take_part("/")
    assert [fault for path in PUBLIC_PAGES for fault in faults(page, path)] == []


def faults(page, path):
    go(page, path)
    for view in (DESK, PHONE):
        page.set_viewport_size(view)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > view["width"]:
            yield path, view["width"], f"{wide} pixels wide"
        yield from ((path, view["width"], rule) for rule in broken_rules(page))
