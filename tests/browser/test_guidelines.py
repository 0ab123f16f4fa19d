"""Who follows what is read by everybody, and told by the municipality itself, in both languages."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, go
from tests.browser.test_accessibility import broken_rules

PAGES = [
    "/retningslinjer/",
    "/retningslinjer/?rows=municipalities&state=own",
    "/retningslinjer/regler/?text=mast",
    "/retningslinjer/regler/DIG-36/",
    "/retningslinjer/kommuner/0340/",
    "/retningslinjer/kommuner/0320/historik/",
    "/retningslinjer/forskelle/?one=0320&other=0306",
    "/retningslinjer/forskelle/?what=versions&one=2016&other=2020",
    "/retningslinjer/metode/",
    "/en/guidelines/",
    "/en/guidelines/method/",
]
INSIDE = [
    "/retningslinjer/kommuner/0340/vaerdier/",
    "/retningslinjer/kommuner/0340/vaerdier/ny/?about=DIG-57.guarantee_years",
    "/retningslinjer/kommuner/0340/beslut/",
    "/en/guidelines/municipalities/0340/adopt/",
    "/retningslinjer/vaerdier/",
]


@pytest.mark.thorough
@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule_and_never_slides_sideways(take_part, path):
    check(take_part(path))


@pytest.mark.thorough
def test_the_pages_of_those_inside_break_no_rule_either(member):
    page = member("konsulent")
    for path in INSIDE:
        go(page, path)
        check(page)


def check(page):
    for view in (DESK, PHONE):
        page.set_viewport_size(view)
        assert page.evaluate("document.documentElement.scrollWidth") <= view["width"]
        assert broken_rules(page) == []


def test_a_journalist_finds_where_two_municipalities_differ_without_a_script(take_part):
    page = take_part("/retningslinjer/", java_script_enabled=False)
    page.get_by_label("Vis kun bestemmelser, der er").select_option(label="Forskellige")
    page.get_by_role("button", name="Vis", exact=True).click()
    page.locator("main table").get_by_role("link", name="Vedtaget med ændring").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Søg tidligere ved større arbejde")
    expect(page.locator("main")).to_contain_text("længere varsel i sommerhusområder")
    page.go_back()
    page.get_by_role("link", name="Sammenlign to kommuner").click()
    page.get_by_label("Den ene").select_option(label="Faxe")
    page.get_by_label("Den anden").select_option(label="Odsherred")
    page.get_by_role("button", name="Sammenlign").click()
    expect(page.locator("table[aria-labelledby=different]")).to_contain_text("MAST-39")


def test_the_matrix_is_walked_by_keyboard_in_english(take_part):
    page = take_part("/en/guidelines/")
    page.get_by_label("Rows").select_option(label="Municipalities")
    page.get_by_role("button", name="Show", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("main table tbody tr")).to_have_count(17)
    page.locator("main table").get_by_role("link", name=re.compile("^Adopted")).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The municipalities")).to_be_visible()


def test_a_coordinator_mends_a_returned_value_and_the_taskforce_confirms_it(member):
    page = member("tovholder", PHONE)
    page.get_by_role("link", name=re.compile("sendt en egen værdi tilbage")).click()
    page.get_by_label("Begrundelse").fill("Arbejder over 100 meter.")
    page.get_by_role("button", name="Gem").click()
    expect(page.locator("main")).to_contain_text("Arbejder over 100 meter.")
    page = member("konsulent")
    page.locator("main summary", has_text="Vis").last.click()
    page.get_by_role("link", name=re.compile("egne værdier venter")).click()
    row = page.locator("main li", has_text="Arbejder over 100 meter.")
    row.get_by_role("button", name="Bekræft").click()
    expect(page.locator("main")).not_to_contain_text("Arbejder over 100 meter.")
    go(page, "/retningslinjer/regler/DIG-58/")
    expect(page.locator("#m0340")).to_contain_text("10.000")
