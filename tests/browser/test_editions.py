"""New figures in a browser: looked at, approved, quoted by a journalist, and taken back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import go
from tests.browser.test_working_together import faults
from tests.web.editions.makers import built_anew


def test_from_new_figures_to_the_journalist_and_back(member, take_part, demonstrated):
    waits = built_anew(Path(demonstrated["TASKFORCE_SHELF"])).edition
    page = member("konsulent")
    page.get_by_role("link", name="Se på de nye tal for 30. juni 2026, og godkend dem").click()
    expect(page.get_by_role("row", name="Sorø Under 100/30 6 9 +3", exact=True)).to_be_visible()
    assert list(faults(page, f"/udgaver/{waits}/")) == []
    page.get_by_label("Hvad der er sket, på dansk").fill("Ny optælling i Sorø.")
    page.get_by_label("Hvad der er sket, på engelsk").fill("A new count in Sorø.")
    page.get_by_role("button", name="Godkend og vis").click()
    expect(page.get_by_role("status").first).to_contain_text("Tallene er godkendt")

    reader = take_part("/")
    reader.locator(".key-figure-value a").first.press("Enter")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Adresser i Region Sjælland")
    expect(reader.get_by_text("taskforce need --snapshot")).to_be_visible()
    reader.get_by_role("link", name="Tal, der er ændret, og hvorfor").first.click()
    expect(reader.get_by_role("list").filter(has_text="Ny optælling")).to_be_visible()
    proof = f"/tal/bevis/{waits}/below.0340.100-30.fixed.now/"
    read = ("/", "/tal/aendringer/", f"/en/figures/edition/{waits}/", proof)
    assert [fault for path in read for fault in faults(reader, path)] == []

    go(page, "/udgaver/")
    page.get_by_role("link", name="Gå tilbage til disse").first.click()
    page.get_by_label("Hvorfor du går tilbage, på dansk").fill("Optællingen var forkert.")
    page.get_by_label("Hvorfor du går tilbage, på engelsk").fill("The count was wrong.")
    page.get_by_role("button", name="Gå tilbage til disse tal").click()
    expect(page.get_by_role("status").first).to_contain_text("De tidligere tal vises igen")
    go(reader, proof)
    expect(reader.get_by_text("Det er et tal fra en anden udgave")).to_be_visible()
    reader.get_by_role("link", name="Se det tal, der vises nu").click()
    expect(reader.locator(".key-figure-value")).to_have_text("6")
