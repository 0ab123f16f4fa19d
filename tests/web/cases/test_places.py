"""Where a case is: drawn, written or uploaded, good and bad."""

import json
import math

import numpy as np
import pytest
import shapely
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st

from taskforce.vocabulary.coordinates import to_metric
from taskforce.web.cases.places.shape import in_denmark, length_m, sound
from taskforce.web.cases.places.uploaded import LARGEST, from_file, from_geojson
from taskforce.web.cases.places.written import as_text, from_text

SOROE = (11.5607, 55.4318)
LINE = [[11.56, 55.43], [11.57, 55.435], [11.58, 55.436]]


def told(call, *args):
    with pytest.raises(ValidationError) as refused:
        call(*args)
    return " ".join(refused.value.messages)


def upload(name, content):
    return ContentFile(content if isinstance(content, bytes) else content.encode(), name)


def test_one_place_is_a_point_and_several_are_a_line():
    assert from_text("11.5607 55.4318") == {"type": "Point", "coordinates": [*SOROE]}
    assert from_text("11.56 55.43\n11.57 55.435")["type"] == "LineString"
    assert from_text("11.56 55.43\n11.57 55.435\n\n11.6 55.4\n11.61 55.4")["type"] == (
        "MultiLineString"
    )


@pytest.mark.parametrize(
    "text",
    [
        "11.5607 55.4318",
        "11,5607 55,4318",
        "11.5607, 55.4318",
        "11.5607,55.4318",
        "11.5607;55.4318",
        " 11.5607\t55.4318 \n",
        "11.5607 55.4318 12.5",
    ],
)
def test_a_place_is_read_as_people_write_it(text):
    assert from_text(text)["coordinates"] == [*SOROE]


def test_metres_on_the_danish_grid_are_told_by_their_size():
    east, north = to_metric(np.array([SOROE[0]]), np.array([SOROE[1]]))
    found = from_text(f"{east[0]:.2f} {north[0]:.2f}")["coordinates"]
    assert found == pytest.approx(SOROE, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("11.56 55.43\nStorgade 4", "Linje 2: »Storgade 4« er ikke to tal"),
        ("55.4318 11.5607", "den forkerte vej rundt"),
        ("6146000 662000", "den forkerte vej rundt"),
        ("2.35 48.85", "Linje 1: »2.35 48.85« ligger uden for Danmark"),
        ("1e308 1e308", "er ikke to tal"),
        ("nan nan", "er ikke to tal"),
        ("11.56", "er ikke to tal"),
        ("\n \n", "ingen koordinater"),
        ("11.5 55.4\n\n11.6 55.4", "mindst to punkter"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_its_number(text, said):
    assert said in told(from_text, text)


def test_a_list_that_never_ends_is_refused_at_once():
    assert "5.000" in told(from_text, "11.5 55.4\n" * 200_000)


@given(st.text(max_size=300))
def test_no_text_whatever_breaks_the_reader(text):
    try:
        shape = from_text(text)
    except ValidationError:
        return
    assert sound(shape) == shape


@given(st.lists(st.tuples(st.floats(7.6, 15.5), st.floats(54.4, 57.9)), min_size=2, max_size=20))
def test_a_shape_written_as_a_list_reads_back_the_same(places):
    line = {"type": "LineString", "coordinates": [[round(x, 6), round(y, 6)] for x, y in places]}
    assert from_text(as_text(line)) == line


@pytest.mark.parametrize(
    "geojson",
    [
        {"type": "LineString", "coordinates": LINE},
        {
            "type": "Feature",
            "properties": {},
            "geometry": {"type": "LineString", "coordinates": LINE},
        },
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "geometry": {"type": "LineString", "coordinates": LINE}}
            ],
        },
        {"type": "GeometryCollection", "geometries": [{"type": "LineString", "coordinates": LINE}]},
    ],
)
def test_geojson_is_read_in_every_wrapping(geojson):
    found = from_file(upload("rute.geojson", json.dumps(geojson)))
    assert found == {"type": "LineString", "coordinates": LINE}


def test_several_lines_become_one_shape():
    lines = [{"type": "LineString", "coordinates": LINE}] * 2
    told_so = {"type": "GeometryCollection", "geometries": lines}
    assert from_geojson(json.dumps(told_so))["coordinates"] == [LINE, LINE]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "linje 1, tegn 2"),
        ('{"type": "Polygon", "coordinates": []}', "punkt eller en linje"),
        ('{"type": "Point", "coordinates": [55.43, 11.56]}', "uden for Danmark"),
        ('{"type": "Point", "coordinates": [NaN, 55]}', "ikke GeoJSON"),
        ('{"type": "Point", "coordinates": [1e999, 55]}', "to tal"),
        ('{"type": "Point", "coordinates": ["11", "55"]}', "to tal"),
        ('{"type": "Point", "coordinates": [true, 55]}', "to tal"),
        ('{"type": "Point", "coordinates": null}', "to tal"),
        ('{"type": "LineString", "coordinates": [[11.5, 55.4]]}', "mindst to punkter"),
        ('{"type": "LineString", "coordinates": {"a": 1}}', "mindst to punkter"),
        ('{"type": "FeatureCollection", "features": []}', "intet punkt"),
        ('{"type": "FeatureCollection", "features": [null]}', "ikke GeoJSON"),
        ("[1, 2]", "ikke GeoJSON"),
        ("[" * 100_000, "ikke GeoJSON"),
        ('{"type":"GeometryCollection","geometries":[' * 200 + "null" + "]}" * 200, "ikke GeoJSON"),
    ],
)
def test_geojson_that_is_no_place_is_refused_and_says_why(content, said):
    assert said in told(from_file, upload("rute.geojson", content))


def test_a_line_with_too_many_points_is_refused():
    line = {"type": "LineString", "coordinates": [[11.5, 55.4]] * 6000}
    assert "5.000" in told(from_geojson, json.dumps(line))


def test_several_points_in_a_file_are_refused():
    points = [{"type": "Point", "coordinates": [11.5, 55.4]}] * 2
    assert "flere punkter" in told(
        from_geojson, json.dumps({"type": "GeometryCollection", "geometries": points})
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("rute.shp", b"", "GeoJSON eller GeoPackage"),
        ("rute", b"", "GeoJSON eller GeoPackage"),
        ("rute.gpkg", b"not a database", "ikke en GeoPackage"),
        ("rute.gpkg", b"SQLite format 3\x00" + b"\x00" * 5000, "ikke en GeoPackage"),
        ("rute.gpkg", b"SQLite format 3\x00" + b"\x01" * 52 + b"GPKG" * 99, "kan ikke læses"),
        ("rute.txt", b"\xff\xfe1", "UTF-8"),
        ("rute.txt", b"", "ingen koordinater"),
        ("rute.geojson", b"", "linje 1"),
        ("rute.geojson", b" " * (LARGEST + 1), "5 MB"),
    ],
)
def test_a_file_that_is_no_place_is_refused_and_says_why(name, content, said):
    assert said in told(from_file, upload(name, content))


def geopackage(folder, shapes, crs="EPSG:25832"):
    import pyogrio

    path = folder / "rute.gpkg"
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(np.array(shapes, dtype=object)),
        field_data=[],
        fields=[],
        crs=crs,
        geometry_type=shapes[0].geom_type,
        driver="GPKG",
    )
    return upload("rute.gpkg", path.read_bytes())


def test_a_geopackage_in_any_grid_becomes_degrees(tmp_path):
    east, north = to_metric(np.array([11.56, 11.58]), np.array([55.43, 55.44]))
    line = shapely.LineString(np.column_stack([east, north]))
    found = from_file(geopackage(tmp_path, [line]))
    assert found["type"] == "LineString"
    assert found["coordinates"][0] == pytest.approx([11.56, 55.43], abs=1e-6)


def test_a_geopackage_with_an_area_is_refused(tmp_path):
    area = shapely.box(662000, 6146000, 662100, 6146100)
    assert "punkt eller en linje" in told(from_file, geopackage(tmp_path, [area]))


def test_a_list_of_coordinates_can_be_uploaded_too():
    assert from_file(upload("rute.csv", "11.56;55.43\n11.57;55.435"))["type"] == "LineString"


def test_a_length_is_measured_on_the_ground():
    assert length_m({"type": "Point", "coordinates": [*SOROE]}) is None
    east, north = to_metric(np.array([11.56, 11.56]), np.array([55.43, 55.44]))
    line = {"type": "LineString", "coordinates": [[11.56, 55.43], [11.56, 55.44]]}
    assert length_m(line) == pytest.approx(math.dist(*zip(east, north, strict=True)), rel=1e-6)


def test_nothing_that_is_no_number_lies_in_denmark():
    assert not in_denmark(math.nan, 55.4)
    assert not in_denmark(math.inf, 55.4)
