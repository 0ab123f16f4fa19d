"""A municipality's own list becomes a layer of sites, with every rejected row beside it."""

import json

import pyarrow.parquet as pq
import pytest

from taskforce.collect.boundaries import collect_boundaries
from taskforce.collect.sites import SiteChoices, collect_sites
from taskforce.tables.promise import check
from taskforce.tables.sites import SITES
from taskforce.vocabulary.errors import Refused, WrongUse
from tests.official import real_file

HEADER = "navn;art;ejer;oest;nord;bygningshoejde_m;antennehoejde_m;id\n"
TOWER = "Gl. vandtårn;vandtårn;Sorø Kommune;655000;6145000;34;38;V-1\n"
SCHOOL = "Skolen;skole;;655100;6145000;12;;\n"
SEA = "Havet;areal;;700000;6145000;;;\n"

SORØ = [[650_000, 6_140_000], [660_000, 6_140_000], [660_000, 6_150_000], [650_000, 6_150_000]]
ALL_THE_SAME = SiteChoices(allow_rejected=True)


def listed(folder, *rows, name="steder.csv"):
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(HEADER + "".join(rows))
    return file


def land(folder):
    shape = {"type": "Polygon", "coordinates": [[*SORØ, SORØ[0]]]}
    about = {"kode": "0340", "navn": "Sorø"}
    content = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "EPSG:25832"}},
        "features": [{"type": "Feature", "properties": about, "geometry": shape}],
    }
    file = folder / "kommuner.geojson"
    file.write_text(json.dumps(content))
    return file


def rows(shelf, name):
    return pq.read_table(shelf.layer("sites").file(name)).to_pylist()


def test_a_list_becomes_a_layer_that_keeps_its_promise(tmp_path, shelf):
    outcome = collect_sites(shelf, [listed(tmp_path, TOWER, SCHOOL)])
    assert (outcome.kind, outcome.rows, outcome.accepted, outcome.addresses) == ("sites", 2, 2, 2)
    layer = shelf.layer("sites")
    layer.verify()
    check(SITES, pq.read_schema(layer.file("sites")))
    tower, school = rows(shelf, "sites")
    assert (tower["site_id"], tower["antenna_m"], tower["antenna_assumed"]) == ("V-1", 38, False)
    assert school["site_id"].startswith("P-")
    assert (school["antenna_m"], school["antenna_assumed"]) == (15, True)
    assert any("Sites without a height of antennas" in note for note in outcome.notes)


def test_boundaries_tell_the_municipality_and_the_sea(tmp_path, shelf):
    collect_boundaries(shelf, land(tmp_path))
    outcome = collect_sites(shelf, [listed(tmp_path, TOWER, SEA)], ALL_THE_SAME)
    assert outcome.rejected_by_reason == {"outside every municipality": 1}
    assert [one["municipality"] for one in rows(shelf, "sites")] == ["0340"]
    assert shelf.layer("sites").manifest.layers == {"boundaries": shelf.layer("boundaries").id}


def test_rejected_rows_are_kept_with_reason_and_remedy(tmp_path, shelf):
    swapped = "Byttet;silo;;6145000;655000;;;\n"
    collect_sites(shelf, [listed(tmp_path, TOWER, swapped)], ALL_THE_SAME)
    (row,) = rows(shelf, "rejects")
    assert (row["file"], row["line"], row["column"]) == ("steder.csv", 3, "oest, nord")
    assert (row["value"], row["reason"]) == ("6145000, 655000", "swapped coordinates")
    assert "Swap the columns" in row["detail"]
    assert row["row"] == swapped.strip()
    assert shelf.layer("sites").manifest.allowed_rejected


def test_a_list_with_much_wrong_is_refused_and_changes_nothing(tmp_path, shelf):
    collect_sites(shelf, [listed(tmp_path, TOWER)])
    before = shelf.layer("sites").id
    wrong = listed(tmp_path, TOWER, "Byttet;silo;;6145000;655000;;;\n", name="andre.csv")
    with pytest.raises(Refused, match="1 of 2 rows would be rejected"):
        collect_sites(shelf, [wrong])
    assert shelf.layer("sites").id == before


def test_a_list_of_nothing_but_faults_is_refused_even_when_faults_are_allowed(tmp_path, shelf):
    with pytest.raises(Refused, match="1 of 1 rows"):
        collect_sites(shelf, [listed(tmp_path, ";silo;;655000;6145000;;;\n")], ALL_THE_SAME)
    assert shelf.layer("sites") is None


def test_a_site_that_stands_twice_is_counted_and_no_reason_to_refuse(tmp_path, shelf):
    outcome = collect_sites(shelf, [listed(tmp_path, SCHOOL, SCHOOL)])
    assert (outcome.accepted, outcome.rejected_by_reason) == (1, {"duplicate site": 1})


def test_the_same_list_twice_is_one_layer_and_new_boundaries_make_another(tmp_path, shelf):
    file = listed(tmp_path, TOWER)
    first = collect_sites(shelf, [file])
    assert collect_sites(shelf, [file]).unchanged
    collect_boundaries(shelf, land(tmp_path))
    again = collect_sites(shelf, [file])
    assert not again.unchanged
    assert again.id != first.id


def test_a_dry_run_tells_and_writes_nothing(tmp_path, shelf):
    choices = SiteChoices(dry_run=True)
    file = listed(tmp_path, TOWER, "Byttet;silo;;6145000;655000;;;\n")
    outcome = collect_sites(shelf, [file], choices)
    assert (outcome.dry_run, outcome.rejected) == (True, 1)
    assert outcome.examples[0]["line"] == 3
    assert not shelf.root.exists()


def test_several_lists_are_one_layer(tmp_path, shelf):
    files = [listed(tmp_path, TOWER, name="a.csv"), listed(tmp_path, SCHOOL, name="b.csv")]
    assert collect_sites(shelf, files).accepted == 2
    assert len(shelf.layer("sites").manifest.sources) == 2


def test_the_demonstrations_sites_are_marked_as_such(tmp_path, shelf):
    collect_sites(shelf, [listed(tmp_path, TOWER, name="demonstration-sites.csv")])
    label = shelf.layer("sites").manifest
    assert label.demonstration
    assert "demonstration" in label.provenance.publisher


def test_the_list_of_a_municipality_bears_its_name(tmp_path, shelf):
    collect_sites(shelf, [listed(tmp_path, SCHOOL)], SiteChoices(municipality="0340"))
    assert shelf.layer("sites").manifest.provenance.publisher == "Sorø Kommune"
    assert rows(shelf, "sites")[0]["owner"] == "Sorø Kommune"
    with pytest.raises(WrongUse, match="no municipality"):
        collect_sites(shelf, [listed(tmp_path, SCHOOL)], SiteChoices(municipality="1"))


def test_the_real_boundaries_know_zealand_from_the_sea_around_it(tmp_path, shelf):
    real = real_file("dk-dagi-boundaries", "kommuner_2014_dissolved_2d.geojson")
    collect_boundaries(shelf, real)
    rows_ = ("Sorø;kirke;;662000;6144000;;;\n", "Storebælt;areal;;625000;6135000;;;\n")
    outcome = collect_sites(shelf, [listed(tmp_path, *rows_)], ALL_THE_SAME)
    assert outcome.rejected_by_reason == {"outside every municipality": 1}
    assert rows(shelf, "sites")[0]["municipality"] == "0340"
