"""Maps and downloads can be read in parts, as the standard for range requests says."""

import pytest

from taskforce.web.publication.ranges import Unsatisfiable, wanted_part


@pytest.fixture
def layer(visitor, published):
    file = next(published.glob("bundles/*/tiles/municipalities.pmtiles"))
    path = f"/tiles/{file.parent.parent.name}/municipalities.pmtiles"
    return lambda **headers: visitor.get(path, headers=headers), file.read_bytes()


@pytest.mark.parametrize(
    ("asked", "begin", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-99", 0, 100),
        ("bytes=100-199", 100, 200),
        ("bytes=-1", -1, None),
    ],
)
def test_a_part_is_answered_with_exactly_that_part(layer, asked, begin, end):
    get, whole = layer
    response = get(range=asked)
    assert response.status_code == 206
    assert response.getvalue() == whole[begin:end]
    assert int(response["Content-Length"]) == len(whole[begin:end])
    start = begin % len(whole)
    assert (
        response["Content-Range"]
        == f"bytes {start}-{start + len(whole[begin:end]) - 1}/{len(whole)}"
    )


def test_a_part_beyond_the_end_is_refused_with_the_size(layer):
    get, whole = layer
    response = get(range=f"bytes={len(whole)}-")
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{len(whole)}"


def test_an_open_or_too_long_part_ends_with_the_file(layer):
    get, whole = layer
    assert get(range="bytes=10-").getvalue() == whole[10:]
    assert get(range=f"bytes=10-{len(whole) + 500}").getvalue() == whole[10:]


@pytest.mark.parametrize("asked", ["", "bytes=", "bytes=5-2", "lines=0-9", "bytes=0-1,5-9", "x"])
def test_what_cannot_be_understood_gets_the_whole_file(layer, asked):
    get, whole = layer
    response = get(range=asked)
    assert response.status_code == 200
    assert response.getvalue() == whole


def test_a_part_of_an_older_version_gets_the_whole_new_one(layer):
    get, whole = layer
    etag = get()["ETag"]
    assert get(range="bytes=0-9", if_range=etag).status_code == 206
    stale = get(range="bytes=0-9", if_range='"older"')
    assert (stale.status_code, stale.getvalue()) == (200, whole)


def test_an_unchanged_file_is_not_sent_again(layer):
    get, _ = layer
    assert get(if_none_match=get()["ETag"]).status_code == 304


def test_a_head_request_tells_the_size_and_sends_nothing(visitor, published):
    file = next(published.glob("bundles/*/tiles/hexes.pmtiles"))
    response = visitor.head(f"/tiles/{file.parent.parent.name}/hexes.pmtiles")
    assert int(response["Content-Length"]) == file.stat().st_size
    assert response.getvalue() == b""


@pytest.mark.parametrize(
    "path",
    [
        "/tiles/x/land.pmtiles",
        "/tiles/{}/nothing.pmtiles",
        "/data/{}/bundle.json",
        "/data/{}/..%2Fbundle.json",
    ],
)
def test_no_other_file_can_be_asked_for(visitor, published, path):
    bundle = next(published.glob("bundles/*")).name
    assert visitor.get(path.format(bundle)).status_code == 404


def test_every_download_on_the_page_can_be_fetched_and_is_named(visitor):
    import re

    links = re.findall(r'href="(/data/[^"]+)"', visitor.get("/aabne-data/").content.decode())
    assert {link.rsplit(".", 1)[1] for link in links} >= {"csv", "geojson", "gpkg", "parquet"}
    for link in links:
        response = visitor.get(link)
        assert response.status_code == 200
        assert len(response.getvalue()) == int(response["Content-Length"]) > 0
        assert "attachment" in response["Content-Disposition"]


def test_an_empty_suffix_is_no_part_at_all():
    with pytest.raises(Unsatisfiable):
        wanted_part("bytes=-0", 10)
