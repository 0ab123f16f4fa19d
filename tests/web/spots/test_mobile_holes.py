"""Mobile holes are followed up as white spots are, and never say more than is known of them."""

import json
from dataclasses import replace
from datetime import date, timedelta

import h3
import pytest
from django.conf import settings
from django.utils.timezone import localdate

from taskforce.report.mobile.keeping import keep
from taskforce.report.mobile.overview import Reported
from taskforce.snapshot.shelf import Shelf
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.spots.actions.following_up import assign
from taskforce.web.spots.actions.nightly import work_on_spots
from taskforce.web.spots.actions.reading import Read
from taskforce.web.spots.actions.reading_mobile import read_overviews
from taskforce.web.spots.models import Reading, Spot, SpotList
from taskforce.web.spots.queries.history import Size, history_of
from taskforce.web.spots.queries.size import large
from tests.report.mobile_overviews import CELLS, OVERVIEW
from tests.web.spots.makers import hole_of, listed, spot_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LIST = "/hvide-pletter/"
DAY = date(2026, 6, 30)
WEAK, LACKING, _ = CELLS


def read(cells, days=0):
    """Keep an overview of some days later, and read it."""
    later = (DAY + timedelta(days=days)).isoformat()
    inputs = tuple(
        replace(one, as_of=later) if one.kind == "coverage" else one for one in OVERVIEW.inputs
    )
    # The sums of municipalities hold for the cells that they were made with, and for no others.
    areas = OVERVIEW.areas if cells is CELLS else ()
    made = replace(OVERVIEW, id=f"mobil-{days}", inputs=inputs, areas=areas)
    keep(Shelf(settings.SHELF), made, cells)
    return read_overviews(on=localdate(), by=SOFTWARE)


@pytest.fixture
def shelf(cast, early_visitor):
    """An empty shelf."""
    return early_visitor


def at(name, lacking):
    """A hexagon of Sorø with thirty addresses, some of which lack coverage."""
    return replace(LACKING, cell=name, reported=Reported(30 - lacking, lacking, 0))


def test_an_overview_becomes_holes_once(shelf):
    assert read(CELLS) == Read(mappings=1, new=1, gone=0)
    assert read_overviews(on=localdate(), by=SOFTWARE) == Read()
    hole = Spot.objects.get()
    assert (hole.is_mobile, hole.municipality.code, hole.first_seen) == (True, "0340", DAY)
    assert (hole.addresses, hole.weak_cells, hole.weak_addresses) == (None, 1, 10)
    assert hole.shape["type"] == "Polygon"
    assert history_of(hole) == [Size(DAY, None, there=True, hexagons=2)]


def test_a_hole_keeps_its_number_and_owner_while_it_keeps_a_hexagon(shelf, cast):
    ring = sorted(h3.grid_ring(WEAK.cell, 1))
    read([at(WEAK.cell, 5), at(ring[0], 5)])
    hole = Spot.objects.get()
    assign([hole], cast.coordinator, on=localdate(), by=SOFTWARE)
    moved = [at(ring[0], 9), at(h3.grid_ring(WEAK.cell, 5)[0], 4)]
    assert read(moved, days=30) == Read(mappings=1, new=1, gone=0)
    hole.refresh_from_db()
    assert (hole.addresses, hole.owner, hole.cells) == (9, cast.coordinator, [ring[0]])
    assert read(moved[1:], days=60).gone == 1
    hole.refresh_from_db()
    assert hole.gone_on == DAY + timedelta(days=60)
    assert read(moved, days=90) == Read(mappings=1, new=0, gone=0)
    assert Spot.objects.filter(gone_on__isnull=True).count() == 2


def test_of_a_hole_that_parts_the_larger_piece_keeps_the_number(shelf):
    row = h3.grid_path_cells(WEAK.cell, h3.grid_ring(WEAK.cell, 4)[0])
    read([at(name, 5) for name in row])
    before = Spot.objects.get()
    read([at(name, 5) for name in row if name != row[1]], days=30)
    kept, new = Spot.objects.order_by("pk")
    assert (kept.spot_id, len(kept.cells)) == (before.spot_id, 3)
    assert (new.cells, new.spot_id != kept.spot_id) == ([row[0]], True)


def test_the_night_reads_mappings_and_overviews_apart(shelf):
    spot = spot_of()
    read(CELLS)
    told = work_on_spots(on=localdate(), by=SOFTWARE).line
    spot.refresh_from_db()
    assert spot.is_open
    assert "read 0 overviews with 0 new mobile holes" in told
    assert Reading.objects.get().sources[1] == {
        "truth": "measured",
        "publisher": "Regionen",
        "as_of": "2026-05-01",
    }


@pytest.mark.parametrize(
    ("facts", "is_large"),
    [
        ({"addresses": 9, "weak_addresses": 9, "weak_cells": 2}, False),
        ({"addresses": 10, "weak_addresses": 0, "weak_cells": 0}, True),
        ({"addresses": 0, "weak_addresses": 10, "weak_cells": 1}, True),
        ({"addresses": 0, "weak_addresses": 0, "weak_cells": 3}, True),
        ({"addresses": None, "weak_addresses": 0, "weak_cells": 0}, True),
        ({"addresses": None, "weak_addresses": 3, "weak_cells": 1, "is_reported": False}, False),
    ],
)
def test_a_hole_is_large_by_either_truth(cast, facts, is_large):
    hole = hole_of(**facts)
    assert hole.is_large(10) == large(Spot.objects.all()).exists() == is_large


def test_not_measured_is_said_and_is_not_weak(shelf, enter):
    hole = hole_of(measured_cells=0, weak_cells=0, weak_addresses=0)
    page = enter("coordinator").get(f"{LIST}{hole.pk}/").content.decode()
    assert f"<h1>Mobilhul {hole.number}</h1>" in page
    assert "12 adresser mangler mobildækning, oplyser teleselskaberne. Ingen har målt der." in page
    assert "<dd>ikke målt</dd>" in page
    assert (
        "ikke målt;ikke målt"
        in enter("coordinator").get(f"{LIST}hvide-pletter.csv").content.decode()
    )


def test_where_nothing_is_reported_no_number_is_shown(shelf, enter):
    hole = hole_of(addresses=None, is_reported=False)
    page = enter("coordinator").get(f"{LIST}{hole.pk}/").content.decode()
    assert "Teleselskaberne oplyser intet om stedet. I 1 felt er det målte signal svagt." in page
    assert "give en mindre gruppe" not in page


def test_the_list_tells_the_kinds_apart_and_filters_them(shelf, enter):
    spot, hole = spot_of(), hole_of()

    def shown(query):
        page = enter("coordinator").get(f"{LIST}{query}")
        return {row.spot.pk for row in page.context["rows"]}

    assert shown("") == shown("?kind=") == {spot.pk, hole.pk}
    assert (shown("?kind=mobile"), shown("?kind=fixed")) == ({hole.pk}, {spot.pk})
    assert shown("?kind=nonsense") == {spot.pk, hole.pk}


def test_operators_are_asked_about_both_and_told_which_is_which(shelf, enter):
    read(CELLS)
    spot, hole = spot_of(), Spot.objects.get(kind="mobile")
    listed(spot)
    issued = SpotList.objects.get()
    kinds = {one["spot"]: one["kind"] for one in issued.content}
    assert kinds == {spot.spot_id: "fixed", hole.spot_id: "mobile"}
    page = f"{LIST}lister/{issued.pk}/"
    told = enter("visitor").get(page).content.decode()
    assert "1 af dem er et mobilhul." in told
    assert "Målt under −100 dBm (Regionen, 1. maj 2026)." in told
    drawn = json.loads(enter("visitor").get(f"{page}liste.geojson").content)
    mobile = next(one["properties"] for one in drawn["features"] if one["id"] == hole.spot_id)
    assert (mobile["hexagons"], mobile["weak_cells"], mobile["addresses"]) == (2, 1, None)
    assert "Mobilhul" in enter("operator").get(f"{LIST}at-svare-paa/").content.decode()
