"""A report tells of mobile coverage what its own page tells, and nothing where nobody knows."""

from __future__ import annotations

import shutil

import pytest

from taskforce.report.mobile.publishing import publish
from taskforce.snapshot.shelf import Shelf
from taskforce.web.frame import edition
from taskforce.web.reports.queries.municipality import municipality_report
from taskforce.web.reports.queries.region import region_report
from tests.report.mobile_overviews import CELLS, OVERVIEW
from tests.small_region import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def bundle(published, tmp_path, settings):
    settings.SHELF = tmp_path / "shelf"
    shutil.copytree(published, settings.SHELF)
    publish(Shelf(settings.SHELF), OVERVIEW, CELLS)
    return edition.current()


def rows_of(report, identity):
    return [[cell.words for cell in row] for row in report.table(identity).rows]


def test_the_region_tells_three_answers_and_each_municipality(bundle):
    report = region_report(bundle, NOW)
    told = rows_of(report, "mobile-truths")
    assert told[0] == ["Oplyst af selskaberne: adresser, der mangler 30/5 Mbit/s", "14", "39"]
    assert told[1] == ["Målt: felter med svagt signal", "1", "1"]
    assert told[2][1:2] == ["17"]
    assert told[3][2] == "–"
    names = [row[0] for row in rows_of(report, "mobile-municipalities")]
    assert "Sorø" in names
    assert "Styrelsen, 30. juni 2026" in report.table("mobile-truths").source
    assert report.table("mobile-truths").source in report.sources


def test_a_municipality_tells_its_own(bundle):
    report = municipality_report(bundle, bundle.area("0340"), NOW)
    assert len(rows_of(report, "mobile-truths")) == 4
    assert report.table("mobile-municipalities") is None


def test_without_an_overview_the_part_is_left_out(published, settings):
    settings.SHELF = published
    report = region_report(edition.current(), NOW)
    assert "mobile" not in [one.identity for one in report.sections]
