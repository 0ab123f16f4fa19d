"""Every figure of the public pages of need is a link, and the link opens."""

import re

import pytest

from tests.web.shown_figures import figures_on

PAGES = (
    "/",
    "/kommuner/",
    "/kommuner/soroe/",
    "/kommuner/lolland/",
    "/kommuner/sammenlign/?m=0340&m=0360",
    "/en/municipalities/soroe/",
)
# Limits and examples are no figures: nobody has counted them.
NO_FIGURES = (
    *("mindst 100 Mbit/s ned", "Skovvej 4, 4180", "færre end 30 adresser"),
    *("under 10 %", "10 til 25 %", "25 % eller flere", "under 10%", "10 to 25%", "25% or more"),
)
FIGURE = re.compile(r"[−+]?\d[\d.,]*\s?(?:%|m|km)?")


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_of_a_page_is_a_link_that_opens(page, read):
    found = figures_on(read(page).text)
    assert loose(found) == []
    assert len(found.links) > 15
    for link in found.links:
        assert read(link).status_code == 200, link


@pytest.mark.parametrize("page", ["/kommuner/soroe/rapport/", "/en/reports/region/"])
def test_in_a_report_each_figure_of_each_table_is_one(page, read):
    found = figures_on(read(page).text)
    assert [one for one in found.loose if FIGURE.fullmatch(one)] == []
    assert len(found.links) > 40


@pytest.mark.one_database
def test_so_is_every_figure_of_what_a_municipality_has_done(filled):
    found = figures_on(filled.get("/kommuner/soroe/").text)
    assert loose(found) == []
    assert sum("/optalt/" in link for link in found.links) >= 5


def loose(found):
    return [one for one in found.loose if not any(known in one for known in NO_FIGURES)]
