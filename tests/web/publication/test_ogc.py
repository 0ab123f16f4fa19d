"""Map programs find the shapes by the standard: from the door, in boxes, pages and metres."""

from __future__ import annotations

import json
from urllib.parse import quote

import numpy as np
import pytest
import shapely
from openapi_spec_validator import validate

from taskforce.report.shapes import metric
from tests.web.sites.makers import site_of

DEGREES = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
METRES = "http://www.opengis.net/def/crs/EPSG/0/25832"
FROM_EDITIONS = ("municipalities", "hexagons", "white-spots")
EVERY = (*FROM_EDITIONS, "mobile-coverage", "masts", "public-sites")


def there(links, rel, kind="json"):
    return next(one["href"] for one in links if one["rel"] == rel and kind in one["type"])


def items(client, name, **asked):
    return client.get(
        f"/ogc/collections/{name}/items", {k.replace("_", "-"): v for k, v in asked.items()}
    )


def shapes_of(answer):
    return [shapely.from_geojson(json.dumps(one["geometry"])) for one in answer["features"]]


def test_everything_is_found_from_the_door(visitor):
    door = visitor.get("/ogc/").json()
    assert {"self", "alternate", "service-desc", "service-doc", "conformance", "data"} <= {
        one["rel"] for one in door["links"]
    }
    kept = visitor.get(there(door["links"], "conformance")).json()["conformsTo"]
    for part in ("1/1.0/conf/core", "1/1.0/conf/geojson", "1/1.0/conf/oas30", "2/1.0/conf/crs"):
        assert f"http://www.opengis.net/spec/ogcapi-features-{part}" in kept
    every = visitor.get(there(door["links"], "data")).json()["collections"]
    assert [one["id"] for one in every] == list(EVERY)
    for one in every:
        assert (one["crs"], one["storageCrs"], one["itemType"]) == (
            [DEGREES, METRES],
            DEGREES,
            "feature",
        )
        assert visitor.get(there(one["links"], "self")).json() == one
        assert visitor.get(there(one["links"], "items")).json()["type"] == "FeatureCollection"


def test_the_service_speaks_the_language_of_its_address(visitor):
    for door, title, words in (
        ("/ogc/", "Digital Taskforce: åbne geodata", "Hvide pletter"),
        ("/en/ogc/", "Digital Taskforce: open geodata", "White spots"),
    ):
        told = visitor.get(door)
        assert told.json()["title"] == title
        assert told["RateLimit"]
        assert door in there(told.json()["links"], "data")
        page = visitor.get(f"{door}collections/white-spots?f=html")
        assert f"<h1>{words}</h1>" in page.content.decode()
        assert {one.path for one in page.context["languages"]} == {
            "/ogc/collections/white-spots?f=html",
            "/en/ogc/collections/white-spots?f=html",
        }


def test_the_description_is_openapi_and_names_what_can_be_asked(visitor):
    response = visitor.get("/ogc/api")
    assert response["Content-Type"] == "application/vnd.oai.openapi+json;version=3.0"
    validate(response.json())
    asked = response.json()["paths"]["/collections/hexagons/items"]["get"]["parameters"]
    names = {one.get("name") or one["$ref"].rsplit("/", 1)[1] for one in asked}
    assert {"limit", "bbox", "bbox-crs", "crs", "datetime", "municipality"} <= names


@pytest.mark.parametrize("name", FROM_EDITIONS)
def test_the_shapes_are_those_of_the_files(visitor, published, name):
    file = {"hexagons": "need_hexes", "municipalities": "need_municipalities"}.get(
        name, "white_spots"
    )
    [path] = published.glob(f"bundles/*/downloads/{file}.geojson")
    told = items(visitor, name, limit=1000).json()
    drawn = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert [one["properties"] for one in told["features"]] == [one["properties"] for one in drawn]
    assert told["numberMatched"] == told["numberReturned"] == len(drawn) > 0
    assert len({one["id"] for one in told["features"]}) == len(drawn)


def test_a_withheld_number_is_withheld_here_too(visitor):
    rows = {
        one["properties"]["name"]: one["properties"]
        for one in items(visitor, "municipalities").json()["features"]
    }
    assert rows["Lolland"]["now_withheld_100-30"] is True
    assert rows["Lolland"]["now_below_100-30"] is None
    assert rows["Sorø"]["now_below_100-30"] == 6


@pytest.mark.parametrize("name", FROM_EDITIONS)
def test_pages_follow_each_other_to_the_end(visitor, name):
    whole = items(visitor, name, limit=1000).json()["features"]
    page, found = items(visitor, name, limit=2).json(), []
    while True:
        found += page["features"]
        following = [one["href"] for one in page["links"] if one["rel"] == "next"]
        if not following:
            break
        page = visitor.get(following[0]).json()
    assert found == whole


def test_pages_keep_to_their_edition_while_a_new_one_arrives(visitor, arriving):
    whole = items(visitor, "municipalities", limit=1000).json()["features"]
    first = items(visitor, "municipalities", limit=2).json()
    arriving()
    second = visitor.get(there(first["links"], "next")).json()
    assert [*first["features"], *second["features"]] == whole[:4]
    assert items(visitor, "municipalities", limit=1000).json()["features"] != whole


def test_a_page_of_an_edition_that_is_gone_says_so(visitor):
    gone = items(visitor, "municipalities", cursor="Z29uZX4y")
    assert (gone.status_code, gone["Content-Type"]) == (410, "application/problem+json")


@pytest.mark.parametrize("crs", [DEGREES, METRES])
def test_a_box_finds_what_it_meets_in_either_system(visitor, crs):
    whole = items(visitor, "municipalities", crs=crs)
    assert whole["Content-Crs"] == f"<{crs}>"
    shapes = shapes_of(whole.json())
    names = [one["id"] for one in whole.json()["features"]]
    west, south, east, north = shapes[names.index("0340")].buffer(-1e-3).bounds
    asked = {"bbox": f"{west},{south},{east},{north}", "bbox_crs": crs, "crs": crs}
    found = items(visitor, "municipalities", **asked).json()
    box = shapely.box(west, south, east, north)
    met = [name for name, shape in zip(names, shapes, strict=True) if shape.intersects(box)]
    assert [one["id"] for one in found["features"]] == met
    assert 0 < found["numberMatched"] < len(names)


def test_a_box_as_large_as_the_world_finds_everything(visitor):
    whole = items(visitor, "municipalities").json()["numberMatched"]
    wide = items(visitor, "municipalities", bbox="-9e7,-9e7,9e7,9e7", bbox_crs=METRES).json()
    assert wide["numberMatched"] == whole
    far = items(visitor, "municipalities", bbox="-9e7,-9e7,-8e7,-8e7", bbox_crs=METRES).json()
    assert far["numberMatched"] == 0


def test_metres_are_the_same_places_as_degrees(visitor):
    degrees = shapes_of(items(visitor, "municipalities").json())
    metres = shapes_of(items(visitor, "municipalities", crs=METRES).json())
    for one, other in zip(metric(np.array(degrees, dtype=object)), metres, strict=True):
        assert shapely.hausdorff_distance(one, other) < 0.3
        assert all(part.exterior.is_ccw for part in shapely.get_parts(other))


def test_facts_choose_and_a_shape_is_found_by_its_id(visitor):
    found = items(visitor, "hexagons", municipality="0340").json()["features"]
    assert {one["properties"]["municipality"] for one in found} == {"0340"}
    one = visitor.get(f"/ogc/collections/hexagons/items/{found[0]['id']}", {"crs": METRES})
    assert one["Content-Crs"] == f"<{METRES}>"
    assert one.json()["properties"] == found[0]["properties"]
    assert there(one.json()["links"], "collection").endswith("/ogc/collections/hexagons")


@pytest.mark.parametrize(
    ("days", "matched"),
    [
        ("2026-06-30", True),
        ("2026-06-30T10:00:00Z", True),
        ("2025-01-01/..", True),
        ("../2026-06-29", False),
        ("2027-01-01/2028-01-01", False),
    ],
)
def test_a_day_chooses_the_figures_of_that_day(visitor, days, matched):
    assert (items(visitor, "municipalities", datetime=days).json()["numberMatched"] > 0) == matched


@pytest.mark.parametrize(
    "wrong",
    [
        {"limit": "0"},
        {"limit": "many"},
        {"bbox": "1,2,3"},
        {"bbox": "a,b,c,d"},
        {"bbox": "11,56,12,55"},
        {"bbox": "7e5,61e5,6e5,62e5", "bbox-crs": METRES},
        {"bbox": "nan,nan,nan,nan"},
        {"crs": "EPSG:25832"},
        {"datetime": "yesterday"},
        {"datetime": "2026-01-01/2025-01-01"},
        {"colour": "blue"},
        {"f": "shape"},
        {"cursor": "å"},
        {"now_withheld_100-30": "maybe"},
        {"now_addresses": "9" * 30},
        {"now_addresses": "9" * 20},
        # Minus one, and a number that no database counts to.
        {"cursor": "bm9uZX4tMQ"},
        {"cursor": "bm9uZX45OTk5OTk5OTk5OTk5OTk5OTk5OTk5"},
    ],
)
def test_what_cannot_be_understood_is_refused(visitor, wrong):
    response = visitor.get("/ogc/collections/municipalities/items", wrong)
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")


def test_no_question_can_break_the_service(visitor, settings):
    settings.API_PER_MINUTE = 10_000
    nasty = ("", "\x00", "å", "1e400", "nan", "inf,inf,inf,inf", "-1", "9" * 40, "' OR 1 --", "%")
    asked = ("limit", "bbox", "bbox-crs", "crs", "datetime", "cursor", "edition", "f", "code")
    for name in (*asked, "now_share_100-30", "now_below_100-30"):
        for value in nasty:
            response = visitor.get("/ogc/collections/municipalities/items", {name: value})
            assert response.status_code in (200, 400, 410), (name, value)
    for value in nasty[1:]:
        for path in ("ogc/collections/hexagons/items", "ogc/collections", "api/v1/addresses"):
            assert visitor.get(f"/{path}/{quote(value)}").status_code == 404, (path, value)


@pytest.mark.parametrize("path", ["nothing", "nothing/items", "municipalities/items/9999"])
def test_what_is_not_there_is_not_found(visitor, path):
    response = visitor.get(f"/ogc/collections/{path}")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_a_limit_beyond_the_most_is_cut_down_and_a_box_with_heights_is_understood(visitor):
    assert items(visitor, "municipalities", limit=100_000).status_code == 200
    flat = items(visitor, "municipalities", bbox="11,55,12,56").json()["numberMatched"]
    high = items(visitor, "municipalities", bbox="11,55,0,12,56,99").json()["numberMatched"]
    assert flat == high > 0


def test_sites_are_those_that_everybody_may_see(visitor, cast):
    site = site_of(name="Tårnet", terms="Hemmelige vilkår")
    site_of(name="Taget", availability="withdrawn")
    answer = items(visitor, "public-sites")
    [only] = answer.json()["features"]
    assert (only["id"], only["properties"]["name"]) == (str(site.pk), "Tårnet")
    assert "Hemmelige" not in answer.content.decode()


def test_an_unchanged_page_is_not_sent_again(visitor):
    first = items(visitor, "hexagons", limit=1)
    known = {"If-None-Match": first["ETag"]}
    again = visitor.get("/ogc/collections/hexagons/items", {"limit": 1}, headers=known)
    assert (again.status_code, again["Content-Crs"]) == (304, f"<{DEGREES}>")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "conformance",
        "collections",
        "collections/hexagons",
        "collections/hexagons/items",
        "collections/municipalities/items/0340",
    ],
)
def test_readers_get_a_page(visitor, path):
    for response in (
        visitor.get(f"/ogc/{path}", {"f": "html"}),
        visitor.get(f"/ogc/{path}", headers={"Accept": "text/html,*/*"}),
    ):
        assert response["Content-Type"].startswith("text/html")
        assert "<h1>" in response.content.decode()


def test_before_anything_is_published_the_door_is_open_and_says_so_behind_it(early_visitor):
    assert early_visitor.get("/ogc/").status_code == 200
    assert early_visitor.get("/ogc/collections/municipalities/items").status_code == 404
