"""Charts and small maps show what the tables beside them say, and nothing that is withheld."""

import re

import pytest


def html_of(read, path):
    return read(path).content.decode()


def charts_named(html, identity):
    return re.findall(rf'<svg[^>]*aria-labelledby="{identity}-\w+-title .*?</svg>', html, re.DOTALL)


def test_then_and_now_stand_as_a_chart_beside_the_table(read):
    drawn = charts_named(html_of(read, "/kommuner/soroe/"), "then-and-now")
    assert len(drawn) == 2  # one for a phone, one for a desk
    for chart in drawn:
        assert "30. juni 2023" in chart
        assert re.search(r"97,9\s%|100\s%", chart)
        assert chart.count("<circle") == 2 + 2 * 3


def test_a_withheld_share_has_its_word_and_no_dot(read):
    for chart in charts_named(html_of(read, "/kommuner/lolland/"), "then-and-now"):
        assert "vises ikke" in chart
        assert chart.count("<circle") < 2 + 2 * 3


def test_the_official_years_run_from_the_first_to_the_last(read):
    html = html_of(read, "/kommuner/soroe/")
    for chart in charts_named(html, "official-years"):
        assert re.search(r"Region Sjælland: 66\s%", chart)
        assert re.search(r"Region Sjælland: 98\s%<", chart)
        assert chart.index(">2015<") < chart.index(">2023<")
    assert re.search(r"85\s%", html)  # Sorø's own, from 2020


@pytest.mark.parametrize("path", ["/kommuner/", "/en/municipalities/soroe/"])
def test_every_official_figure_has_its_source_and_period(read, path):
    html = html_of(read, path)
    assert re.search(r"<a href=\"https://[^\"]+\">Energistyrelsen</a> \(.*2015\)", html)


def test_the_small_map_shows_each_white_spot_once(read):
    html = html_of(read, "/kommuner/soroe/")
    drawn = re.search(r'<svg class="spot-map".*?</svg>', html, re.DOTALL).group()
    assert drawn.count('class="spot"') == 1
    assert drawn.count('class="own"') == 1
    assert 'aria-label="Hvide pletter i Sorø"' in drawn


def test_a_municipality_without_white_spots_needs_no_small_map(read):
    assert "spot-map" not in html_of(read, "/kommuner/lolland/")
