"""An old edition that was thinned by hand keeps its figures, and says what is gone."""

from __future__ import annotations

import shutil

import pytest
from django.core.exceptions import ValidationError

from taskforce.report.bundle import ADDRESSES_FILE
from taskforce.web.editions.actions.releasing import Note, roll_back, sign_off
from taskforce.web.frame import edition
from taskforce.web.frame.journal.actor import SOFTWARE
from tests.web.editions.makers import approved, built_anew

pytestmark = pytest.mark.django_db

WHY = Note("Tallene var forkerte.", "The figures were wrong.")


def thin(folder):
    """What docs/operations.md tells whoever needs the room to do."""
    (folder / ADDRESSES_FILE).unlink()
    for name in ("downloads", "tiles"):
        shutil.rmtree(folder / name)


@pytest.fixture
def old(shelf):
    """The name of an edition that was thinned after a newer one was approved."""
    first = approved(shelf)
    sign_off(built_anew(shelf).edition, WHY, by=SOFTWARE)
    thin(shelf / "editions" / first)
    return first


def test_certificates_and_figures_of_a_thinned_edition_live_on(old, browser):
    proof = browser.get(f"/tal/bevis/{old}/below.0340.100-30.fixed.now.json")
    assert proof.json()["value"]["number"] == 6
    for path in ("/api/v1/need", "/api/v1/change"):
        assert browser.get(path, {"edition": old}).status_code == 200, path
    assert browser.get("/").status_code == 200


def test_what_was_thrown_away_is_gone_and_not_merely_missing(old, browser):
    for path in (f"/data/{old}/need_hexes.csv", f"/tiles/{old}/hexes.pmtiles"):
        assert browser.get(path).status_code == 410, path
    asked = browser.get("/ogc/collections/hexagons/items", {"edition": old})
    assert asked.status_code == 410
    assert browser.get("/ogc/collections/hexagons/items").status_code == 200


def test_nobody_goes_back_to_figures_without_files(old):
    with pytest.raises(ValidationError):
        roll_back(old, WHY, by=SOFTWARE)


def test_an_edition_thinned_while_on_show_gives_way(old, shelf):
    shown = edition.latest().edition
    assert shown != old
    thin(shelf / "editions" / shown)
    # The last one that is whole is built from the same snapshots.
    assert edition.latest().edition == shown
    assert edition.latest().path.parent.name == "bundles"
