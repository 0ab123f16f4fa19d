"""From a first report on a phone to the answer on its receipt, also when the connection is lost."""

import re

import pytest
from playwright.sync_api import Error, expect

from tests.browser.conftest import DESK, PHONE, go
from tests.browser.test_accessibility import broken_rules

FORM = "/manglende-daekning/"


def fill(page, what):
    page.get_by_role("radio", name="Mobildækning").check()
    page.get_by_label("Adresse", exact=True).fill("Skovvej 4, 4180")
    page.get_by_role("radio", name="Indendørs").check()
    page.get_by_label("Hvad virker ikke?").fill(what)


@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_a_report_without_javascript_is_answered_on_its_receipt(take_part, member, view):
    said = f"Intet signal på {view['width']} punkter"
    page = take_part(FORM, view, java_script_enabled=False)
    fill(page, said)
    page.get_by_role("button", name="Næste").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Før du sender")
    expect(page.get_by_text("Adressen har ikke ordentligt internet")).to_be_visible()
    page.get_by_role("button", name="Send meldingen").click()
    expect(page.get_by_text("Sorø Kommune svarer senest")).to_be_visible()
    receipt = page.url

    desk = member("tovholder")
    go(desk, "/manglende-daekning/meldinger/")
    desk.get_by_label("Ord eller nummer").fill(said)
    desk.get_by_role("button", name="Vis").click()
    desk.locator("tbody").get_by_role("link").click()
    desk.get_by_role("link", name="Svar", exact=True).click()
    desk.get_by_role("radio", name="Givet videre til teleselskaberne").check()
    desk.get_by_label("Svar", exact=True).fill("Vi har spurgt dem alle.")
    desk.get_by_role("button", name="Send svaret").click()
    expect(desk.get_by_text("1 melding er besvaret.")).to_be_visible()

    page.goto(receipt)
    expect(page.get_by_text("Vi har spurgt dem alle.")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_text("Sorø Municipality has answered.")).to_be_visible()


def test_what_was_written_survives_a_lost_connection_and_goes_once_it_has_been_sent(
    browser, demonstration
):
    # A page of its own: a browser without a connection complains, as it should.
    page, here = browser.new_page(viewport=PHONE, locale="da-DK"), f"{demonstration}{FORM}"
    page.goto(here)
    fill(page, "Skrevet i skoven")
    expect(page.get_by_text("Det, du skriver, bliver gemt på denne enhed")).to_be_visible()
    key = page.locator("[name=sent_key]").input_value()
    page.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(here)
    page.context.set_offline(False)
    page.goto(here)
    expect(page.get_by_text("Vi har fundet det, du sidst skrev")).to_be_visible()
    expect(page.get_by_label("Hvad virker ikke?")).to_have_value("Skrevet i skoven")
    assert page.locator("[name=sent_key]").input_value() == key
    page.get_by_role("button", name="Næste").click()
    # The connection goes while the report is being sent, and it is sent once more.
    page.context.set_offline(True)
    page.get_by_role("button", name="Send meldingen").click()
    page.wait_for_url("chrome-error://**")
    page.context.set_offline(False)
    page.goto(here)
    expect(page.get_by_label("Hvad virker ikke?")).to_have_value("Skrevet i skoven")
    page.get_by_role("button", name="Næste").click()
    page.get_by_role("button", name="Send meldingen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Din melding")
    assert broken_rules(page) == []
    go(page, FORM)
    expect(page.get_by_label("Hvad virker ikke?")).to_have_value("")
    page.close()


def test_in_english_on_a_phone_from_a_suggested_address_to_the_answer_by_mail(take_part, member):
    page = take_part("/en/missing-coverage/", PHONE)
    page.get_by_role("radio", name="The mobile phone").check()
    page.get_by_label("Address", exact=True).press_sequentially("Skovvej 5")
    page.get_by_role("option", name="Skovvej 5").click()
    expect(page.get_by_label("Address", exact=True)).to_have_value(re.compile("^Skovvej 5, 4180"))
    assert page.locator("[name=address]").input_value()
    page.get_by_role("radio", name="Indoors").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Mail").fill("karla@example.org")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_text("We have sent you a mail to confirm your address.")).to_be_visible()
    receipt = page.url
    number = page.get_by_role("heading", level=1).inner_text().split()[-1]
    desk = member("administrator")
    go(desk, "/arbejdsbord/mails/")
    desk.get_by_role("link", name=re.compile(number)).first.click()
    expect(desk.get_by_role("heading", level=1)).to_contain_text(number)
    told = desk.locator("main").inner_text()
    confirm, link = (
        re.sub(r"https?://[^/]+", "", one) for one in re.findall(r"https?://\S+", told)[:2]
    )
    assert receipt.endswith(link)
    go(page, confirm)
    page.get_by_role("button", name="Yes, send me the answer").click()
    expect(page.get_by_text(f"You get a mail when report {number} is answered.")).to_be_visible()
    go(page, link)
    expect(page.get_by_text("You get the answer by mail.")).to_be_visible()
    assert broken_rules(page) == []


def test_only_what_fits_the_kind_is_asked(take_part):
    page = take_part(FORM)
    expect(page.get_by_role("radio", name="Indendørs")).to_be_hidden()
    page.get_by_role("radio", name="Mobildækning").check()
    expect(page.get_by_role("radio", name="Indendørs")).to_be_visible()
    page.get_by_role("radio", name="Det officielle kort tager fejl om en adresse").check()
    expect(page.get_by_role("radio", name="Indendørs")).to_be_hidden()
    expect(page.get_by_role("radio", name="Adressen mangler")).to_be_visible()


@pytest.mark.thorough
@pytest.mark.parametrize("path", [FORM, f"{FORM}overblik/"])
@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_nobody_is_shut_out(take_part, path, view):
    page = take_part(path, view)
    if page.locator("#sites-map").count():
        page.wait_for_selector("#sites-map[data-map=idle]")
    assert page.evaluate("document.documentElement.scrollWidth") <= view["width"]
    assert broken_rules(page) == []
