"""What the tests of the rankings share: sites of several owners, and a ranking on the shelf."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from taskforce.report.ranking.keeping import keep
from taskforce.report.ranking.ranking import Ranking
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.site import SiteKind
from taskforce.web.people.caller import NOBODY, caller_for
from taskforce.web.sites.models import Site
from tests.cast import AWAY, Cast, signed_in
from tests.web.rankings.makers import candidates_of, ranking_of
from tests.web.sites.makers import site_of

PAGE = "/ejendomme/rangering/"
FILES = ("csv", "json", "geojson", "gpkg", "pdf")


@dataclass(frozen=True, slots=True)
class Reader:
    """One of the cast before the page of rankings."""

    browser: Client

    def page(self, question: str = "", *, english: bool = False) -> str:
        """The page, as it is sent."""
        path = f"{'/en/sites/ranking/' if english else PAGE}{question}"
        return self.browser.get(path).content.decode()

    def file(self, kind: str, question: str = "") -> HttpResponse:
        """The ranking in one of its forms."""
        return self.browser.get(f"{PAGE}rangering.{kind}{question}")


@pytest.fixture
def enter(cast: Cast, browser: Client):
    """A browser in which one of the cast has signed in."""
    return lambda name: browser if name == "visitor" else signed_in(cast.everybody[name])


@pytest.fixture
def reader(enter):
    """One of the cast, by name, before the page of rankings."""
    return lambda name: Reader(enter(name))


@pytest.fixture
def caller(cast: Cast):
    """One of the cast, as the rules see them."""
    return lambda name: NOBODY if name == "visitor" else caller_for(cast.everybody[name])


@pytest.fixture
def shelf(visitor, published: Path, tmp_path: Path, settings) -> Shelf:
    """A shelf with the published region, on which a test may put rankings of its own."""
    settings.SHELF = shutil.copytree(published, tmp_path / "shelf", copy_function=os.link)
    return Shelf(settings.SHELF)


@pytest.fixture
def sites(cast: Cast) -> list[Site]:
    """Three of Sorø, one of Lolland, and one of a landlord; what covers most comes last."""
    return [
        site_of(),
        site_of(name="Skolen", kind=SiteKind.SCHOOL, antenna_m=18.0),
        site_of(name="Siloen", kind=SiteKind.SILO, code=AWAY, longitude=11.21, latitude=54.81),
        site_of(name="Blok 4", kind=SiteKind.BUILDING, owner="Prøveboliger", longitude=11.47),
        site_of(name="Rådhuset", kind=SiteKind.OTHER, longitude=11.45),
    ]


@pytest.fixture
def ranking(sites: Sequence[Site], shelf: Shelf) -> Ranking:
    """The best choices of one, two and three of the sites, on the shelf."""
    made = ranking_of(candidates_of(sites))
    keep(shelf, made)
    return made
