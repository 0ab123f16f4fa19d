"""The sparring desk in a browser: from a question on a phone to an answer that helps others."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import PHONE, go


def test_from_a_question_on_a_phone_to_a_material(member):
    asks, answers = member("tovholder", PHONE), member("konsulent")
    go(asks, "/en/sparring/new/")
    asks.get_by_label("Heading").fill("Leje på silo")
    asks.get_by_label("Topic").select_option("rent")
    asks.get_by_label("Question", exact=True).fill("Hvad må Sorø tage for pladsen?")
    asks.get_by_role("button", name="Send the question").click()
    expect(asks).to_have_url(re.compile(r"/en/sparring/\d+/$"))

    go(answers, "/arbejdsbord/")
    answers.get_by_role("link", name="Tag og besvar »Leje på silo«").first.click()
    answers.get_by_label("Besked", exact=True).fill("Sorø kan bruge statens metode.")
    answers.get_by_role("button", name="Send beskeden").click()
    answers.get_by_role("link", name="Gør svaret anonymt, og spørg kommunen").click()
    answers.get_by_label("Titel").fill("Leje af siloer")
    answers.get_by_label("Resumé").fill("Sådan sættes lejen.")
    answers.get_by_label("Tekst", exact=True).fill("Brug statens metode.")
    answers.get_by_role("button", name="Spørg kommunen").click()
    expect(answers.get_by_role("status").first).to_contain_text("bliver spurgt med mail")

    asks.reload()
    asks.get_by_role("button", name="Yes, share it").click()
    expect(asks.locator("main")).to_contain_text("The municipality agrees")
    answers.reload()
    answers.get_by_role("link", name="Se kladden").click()
    expect(answers.get_by_role("heading", level=1)).to_have_text("Leje af siloer")
    expect(answers.locator("main")).to_contain_text("Brug statens metode.")
    expect(answers.locator("main")).not_to_contain_text("Sorø")
