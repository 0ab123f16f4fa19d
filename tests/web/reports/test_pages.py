"""A report tells on its page what the municipality's own page tells, and withholds the same."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from taskforce.web.frame import edition
from taskforce.web.reports.queries.municipality import municipality_report
from taskforce.web.reports.queries.region import region_report
from taskforce.web.reports.queries.status import status_report
from tests.cast import signed_in
from tests.small_region import NOW

CODES = ("0340", "0360", "0259", "0370", "0330")


def text_of(answer):
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def bundle(db, published, settings):
    settings.SHELF = published
    return edition.current()


@pytest.fixture
def reports(bundle):
    """Every public report in the language of the moment."""
    areas = [bundle.area(code) for code in CODES]
    return [region_report(bundle, NOW), *(municipality_report(bundle, one, NOW) for one in areas)]


def test_the_report_says_the_headline_and_the_figures_of_the_page(read):
    told = text_of(read("/kommuner/soroe/rapport/"))
    assert "I Sorø mangler 6 af 47 adresser ordentligt internet" in told
    assert "6 adresser uden ordentligt internet" in told
    assert "Tabel 1: Adresser under hver hastighed" in told


def test_the_english_report_is_complete(read):
    told = text_of(read("/en/municipalities/soroe/report/"))
    assert "In Sorø, 6 of 47 addresses lack proper internet" in told
    assert "Table 1: Addresses below each speed" in told
    assert "adresser" not in told


def test_the_region_stands_in_the_order_of_the_alphabet(read):
    told = text_of(read("/rapporter/region/"))
    rows = told[told.index("Adresser uden ordentligt internet i hver kommune") :]
    places = [rows.index(name) for name in ("Køge", "Lolland", "Næstved", "Slagelse", "Sorø")]
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_chart_has_its_table_and_every_table_its_source(reports, language):
    with translation.override(language):
        for report in reports:
            assert len({one.identity for one in report.charts}) == len(list(report.charts))
            for chart in report.charts:
                assert report.table(chart.told_in) is not None, chart.identity
                assert chart.conclusion
                assert chart.source
            for table in report.tables:
                assert table.source
                assert table.title
                assert {len(row) for row in table.rows} == {len(table.columns)}


def test_a_withheld_number_is_told_nowhere_in_a_report(bundle):
    """Lolland's two addresses, and Slagelse's four that would give them away."""
    for code, hidden in (("0360", 2), ("0330", 4)):
        report = municipality_report(bundle, bundle.area(code), NOW)
        told = [
            cell
            for identity in ("speeds", "ledger", "postcodes", "white-spots", "uses")
            for row in (report.table(identity).rows if report.table(identity) else ())
            for cell in row[1:]
        ]
        assert hidden not in [cell.value for cell in told]
        assert "vises ikke" in report.key_figures[0].value


def test_figures_and_tables_are_numbered_through(reports):
    for report in reports:
        assert [one.number for one in report.tables] == list(range(1, len(list(report.tables)) + 1))
        assert [one.number for one in report.charts] == list(range(1, len(list(report.charts)) + 1))


def test_the_list_leads_to_every_report(read):
    page = read("/rapporter/").content.decode()
    for slug in ("soroe", "lolland", "koege"):
        assert f'href="/kommuner/{slug}/rapport/rapport.pdf"' in page
        assert f'href="/kommuner/{slug}/presse/"' in page
    assert "/rapporter/status/" not in page


@pytest.mark.parametrize("path", ["/kommuner/ingen/rapport/", "/kommuner/ingen/presse/"])
def test_a_municipality_elsewhere_has_no_report(read, path):
    assert read(path).status_code == 404


def test_the_municipality_leads_to_its_report_in_one_click(read):
    assert 'href="/kommuner/soroe/rapport/"' in read("/kommuner/soroe/").content.decode()


@pytest.mark.django_db
def test_the_status_tells_the_taskforce_what_is_promised_and_overdue(cast, visitor):
    page = text_of(signed_in(cast.consultant).get("/rapporter/status/"))
    for words in ("kommuner er med i taskforcen", "Hvor hver kommune står", "Sager og deres"):
        assert words in page
    assert signed_in(cast.coordinator).get("/rapporter/status/").status_code == 403


@pytest.mark.django_db
def test_the_status_has_a_table_for_each_chart(cast, bundle):
    from taskforce.web.people.caller import caller_for

    report = status_report(bundle, caller_for(cast.consultant), NOW)
    assert all(report.table(chart.told_in) for chart in report.charts)
    assert report.place == ""
