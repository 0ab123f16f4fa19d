"""The register goes to the shelf as the promise wants it, and only when it has changed."""

from datetime import date
from io import StringIO

import pyarrow.parquet as pq
import pytest
from django.core.management import call_command

from taskforce.snapshot.freeze import writing
from taskforce.snapshot.shelf import Shelf
from taskforce.tables.promise import check
from taskforce.tables.sites import SITES
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.sites.actions.sites import change_site, set_availability, set_rent
from taskforce.web.sites.freezing import freeze_sites
from taskforce.web.sites.models import Availability, SiteState
from tests.web.sites.makers import site_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2026, 3, 2)


@pytest.fixture
def shelf(settings, tmp_path):
    settings.SHELF = tmp_path / "shelf"
    return Shelf(settings.SHELF)


def rows(shelf):
    return pq.read_table(shelf.layer("sites").file("sites")).to_pylist()


def test_the_layer_keeps_its_promise_and_verifies(site, shelf):
    site_of(name="Skolen", availability=Availability.IN_TALKS)
    site_of(name="Forslaget", state=SiteState.PROPOSAL)
    site_of(name="Udlejet", availability=Availability.TAKEN)
    label = freeze_sites(on=DAY)
    layer = shelf.layer("sites")
    layer.verify()
    check(SITES, pq.read_schema(layer.file("sites")))
    assert (label.rows, label.as_of, layer.id) == (2, DAY, label.id)
    told = {one["name"]: one for one in rows(shelf)}
    assert told["Vandtårnet"]["site_id"] == f"P-{site.pk}"
    assert (told["Vandtårnet"]["antenna_m"], told["Vandtårnet"]["antenna_assumed"]) == (30.0, True)
    assert (told["Vandtårnet"]["available"], told["Skolen"]["available"]) == (True, False)
    assert pq.read_table(layer.file("rejects")).num_rows == 0


def test_a_rent_never_reaches_the_shelf(site, shelf):
    set_rent(site, 48613, by=SOFTWARE)
    freeze_sites(on=DAY)
    assert rows(shelf)[0]["annual_cost_dkk"] is None


def test_what_has_not_changed_is_not_frozen_again(site, shelf):
    assert freeze_sites(on=DAY) is not None
    assert freeze_sites(on=date(2026, 3, 3)) is None
    change_site(site, {"antenna_m": 41.0}, by=SOFTWARE)
    assert freeze_sites(on=date(2026, 3, 3)) is not None
    assert rows(shelf)[0]["antenna_m"] == 41.0


def test_an_empty_register_leaves_the_shelf_as_it_is(site, shelf):
    first = freeze_sites(on=DAY)
    set_availability(site, Availability.TAKEN, on=DAY, by=SOFTWARE)
    assert freeze_sites(on=DAY) is None
    assert shelf.layer("sites").id == first.id


def test_the_command_says_what_it_did(site, shelf):
    told = [StringIO(), StringIO()]
    for out in told:
        call_command("freeze_sites", stdout=out)
    assert told[0].getvalue().startswith("1 sites frozen as ")
    assert told[1].getvalue() == "nothing has changed\n"


def test_the_night_freezes_the_sites_and_says_when_the_shelf_is_busy(site, shelf):
    out = StringIO()
    call_command("nightly", stdout=out)
    assert "sites: frozen 1 as " in out.getvalue()
    change_site(site, {"antenna_m": 41.0}, by=SOFTWARE)
    from taskforce.web.workspace.nightly import do_everything

    with writing(shelf.root):
        lines = [one.line for one in do_everything(on=DAY, by=SOFTWARE)]
    assert any(line.startswith("sites: failed, and will be tried again") for line in lines)
