"""Every figure of the public pages of need is a link, and the link opens."""

import pytest

from tests.web.shown_figures import figures_on, loose

PAGES = (
    "/",
    "/kommuner/",
    "/kommuner/soroe/",
    "/kommuner/lolland/",
    "/kommuner/sammenlign/?m=0340&m=0360",
    "/en/municipalities/soroe/",
)
REPORTS = (
    *("/kommuner/soroe/rapport/", "/kommuner/lolland/rapport/", "/en/reports/region/"),
    *("/kommuner/soroe/presse/", "/kommuner/lolland/presse/", "/en/municipalities/soroe/press/"),
)


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_of_a_page_is_a_link_that_opens(page, read):
    found = figures_on(read(page).text)
    assert loose(found) == []
    assert len(found.links) > 15
    for link in found.links:
        assert read(link).status_code == 200, link


@pytest.mark.parametrize("page", REPORTS)
def test_every_figure_of_a_report_and_of_what_the_press_may_quote_is_one(page, read):
    found = figures_on(read(page).text)
    assert loose(found) == []
    assert len(found.links) > (5 if "pres" in page else 40)
    for link in list(found.links)[::5]:
        assert read(link).status_code == 200, link


@pytest.mark.one_database
def test_so_is_every_figure_of_what_a_municipality_has_done(filled):
    found = figures_on(filled.get("/kommuner/soroe/").text)
    assert loose(found) == []
    assert sum("/optalt/" in link for link in found.links) >= 5
