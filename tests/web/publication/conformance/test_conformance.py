"""A map program that knows the standard finds every requirement of it kept, in each collection."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from taskforce.collect.masts import MastChoices, collect_masts
from taskforce.snapshot.shelf import Shelf
from tests.house.source_files import ROOT
from tests.mast_files import antenna, as_list, in_file, planned
from tests.web.publication.conformance.service import REQUIREMENTS, Service
from tests.web.publication.conformance.table import table
from tests.web.sites.makers import site_of

pytestmark = pytest.mark.one_database


@pytest.fixture(scope="session")
def with_masts(with_mobile, tmp_path_factory):
    """The shelf with mobile coverage, and a register of two masts beside it."""
    folder = tmp_path_factory.mktemp("masts")
    shelf = shutil.copytree(with_mobile, folder / "shelf")
    second = antenna(east=656_000, unik_station_navn="SO2", **planned(radius="500"))
    file = in_file(folder, as_list([antenna(), second]))
    collect_masts(Shelf(shelf), [file], MastChoices(date(2026, 7, 1)))
    return shelf


@pytest.fixture
def service(visitor, cast, with_masts, settings):
    """The service with something in every collection, asked as often as it takes."""
    settings.SHELF, settings.API_PER_MINUTE = with_masts, 1_000_000
    for name in ("Tårnet", "Taget"):
        site_of(name=name)
    return Service(visitor)


def checks():
    """Each check once, under the names of all requirements that it walks through."""
    for check in dict.fromkeys(REQUIREMENTS.values()):
        names = [name for name, one in REQUIREMENTS.items() if one is check]
        yield pytest.param(check, id=" ".join(names))


@pytest.mark.parametrize("check", list(checks()))
def test_requirement(service, check):
    check(service)


def test_the_page_of_the_documents_tells_all_of_them():
    assert (ROOT / "docs/ogc-conformance.md").read_text(encoding="utf-8") == table()
