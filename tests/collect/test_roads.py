"""Roads are cut into short pieces; what is no road in Denmark is kept apart, with its reason."""

from __future__ import annotations

import json
from datetime import date

import pyarrow.parquet as pq
import pytest
import shapely

from taskforce.collect.roads import RoadChoices, collect_roads
from taskforce.vocabulary.coordinates import to_lonlat
from taskforce.vocabulary.errors import Refused

EAST, NORTH = 650_000.0, 6_150_000.0
DAY = date(2026, 11, 1)
LINE = {"type": "LineString", "coordinates": [[EAST, NORTH], [EAST + 250, NORTH]]}
GRID = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}


def line(*places):
    return {"type": "LineString", "coordinates": [list(place) for place in places]}


@pytest.fixture
def collect(shelf, tmp_path):
    """Take in geometries, the way GeoDanmark writes them."""

    def take(*shapes, crs=GRID, allow=True, **properties):
        features = [
            {
                "type": "Feature",
                "properties": {"VEJKLASSE": "Lokalvej"} | properties,
                "geometry": one,
            }
            for one in shapes
        ]
        file = tmp_path / "vejmidte.geojson"
        content = {"type": "FeatureCollection", **({"crs": crs} if crs else {})}
        file.write_text(json.dumps(content | {"features": features}), encoding="utf-8")
        return collect_roads(shelf, file, RoadChoices(as_of=DAY, allow_rejected=allow))

    return take


def pieces(shelf):
    return pq.read_table(shelf.needed("roads").file("roads"))


def test_a_line_becomes_equal_pieces_kept_by_their_middle(shelf, collect):
    outcome = collect(LINE, KOMMUNEKODE="340", VEJMIDTETYPE="Vej")
    table = pieces(shelf)
    assert (outcome.rows, outcome.addresses) == (1, 3)
    assert table["length_m"].to_pylist() == pytest.approx([250 / 3] * 3)
    assert table["easting_m"].to_pylist() == pytest.approx(
        [EAST + 250 / 6 * at for at in (1, 3, 5)]
    )
    assert table["municipality"].to_pylist() == ["0340"] * 3
    assert table["road_class"].to_pylist() == ["Lokalvej"] * 3
    assert shelf.needed("roads").manifest.provenance.licence == "CC BY 4.0"
    assert collect(LINE, KOMMUNEKODE="340", VEJMIDTETYPE="Vej").unchanged


def test_what_is_no_road_is_kept_with_its_reason(shelf, collect):
    outcome = collect(
        LINE,
        None,
        {"type": "Point", "coordinates": [EAST, NORTH]},
        line((NORTH, EAST), (NORTH, EAST + 50)),
        line((100, 100), (200, 200)),
    )
    assert outcome.rejected_by_reason == {
        "empty geometry": 1,
        "not a line": 1,
        "swapped coordinates": 1,
        "coordinates outside Denmark": 1,
    }
    rejects = pq.read_table(shelf.needed("roads").file("rejects"))
    assert rejects["line"].to_pylist() == [2, 3, 4, 5]
    assert pieces(shelf).num_rows == 3


@pytest.mark.parametrize("degrees", [True, False])
def test_without_a_declared_grid_the_numbers_tell_it(shelf, collect, degrees):
    ends = [(EAST, NORTH), (EAST + 80, NORTH)]
    if degrees:
        longitude, latitude = to_lonlat(*shapely.get_coordinates(shapely.LineString(ends)).T)
        ends = list(zip(longitude.tolist(), latitude.tolist(), strict=True))
    collect(line(*ends), crs=None)
    assert pieces(shelf)["length_m"].to_pylist() == pytest.approx([80], abs=0.01)
    assert pieces(shelf)["easting_m"].to_pylist() == pytest.approx([EAST + 40], abs=0.01)
    assert shelf.needed("roads").manifest.provenance.publisher == "Ikke oplyst"


def test_too_many_wrong_features_are_refused_unless_allowed(shelf, collect):
    with pytest.raises(Refused, match="1 of 2 features would be rejected"):
        collect(LINE, None, allow=False)
    with pytest.raises(Refused, match="1 of 1 features"):
        collect(None)
    assert shelf.layer("roads") is None
