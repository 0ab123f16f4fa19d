"""A politician gets the report of a municipality in one click; a journalist its press pack."""

from __future__ import annotations

import zipfile

from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.test_accessibility import broken_rules


def test_a_politician_reads_the_report_and_a_journalist_takes_the_pack(visit, tmp_path):
    page = visit("/kommuner/soroe/", PHONE)
    page.get_by_role("link", name="Rapport og pressemateriale").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sorø Kommune")
    expect(page.locator(".lead")).to_contain_text("mangler 6 af 47 adresser ordentligt internet")
    paper = page.get_by_role("link", name="Rapport som PDF").get_attribute("href")
    assert page.request.get(page.url.split("/kommuner/")[0] + paper).body().startswith(b"%PDF")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert broken_rules(page) == []
    page.get_by_role("link", name="Pressemateriale", exact=True).click()
    expect(page.get_by_role("heading", name="Citater, du må bruge")).to_be_visible()
    assert broken_rules(page) == []
    with page.expect_download() as taken:
        page.get_by_role("link", name="Hent det hele som zip-fil").click()
    taken.value.save_as(tmp_path / "presse.zip")
    assert "billeder/map.png" in zipfile.ZipFile(tmp_path / "presse.zip").namelist()
