"""Other sites frame a few pages of ours: light, without script and cookie; the rest they cannot."""

import re

import pytest
from django.urls import get_resolver

from taskforce.report.bundle import Bundles
from tests.cast import signed_in
from tests.web.addresses import DANISH, ENGLISH
from tests.web.seen import seen_in
from tests.web.shown_figures import figures_on, loose
from tests.web.sites.makers import site_of

pytestmark = pytest.mark.one_database

FRAMED = [
    "/indlejret/soroe/profil/",
    "/indlejret/soroe/tal/share/",
    "/indlejret/soroe/tal/without/",
    "/indlejret/soroe/tal/white-spots/",
    "/indlejret/soroe/kort/",
    "/indlejret/soroe/maerker/",
    "/en/framed/soroe/profile/",
    "/en/framed/soroe/figure/share/",
    "/en/framed/soroe/map/",
    "/en/framed/soroe/badges/",
]
SMALL = 40_000


def policy(answer):
    rules = [one.split() for one in answer["Content-Security-Policy"].split(";")]
    return {name: values for name, *values in rules}


@pytest.mark.parametrize("path", FRAMED)
def test_a_frame_may_stand_anywhere_and_can_do_nothing(read, path):
    answer = read(path)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert policy(answer) == {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["*"],
    }
    assert "X-Frame-Options" not in answer
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert "<script" not in page
    assert "http-equiv" not in page
    assert 'rel="noopener"' in page


@pytest.mark.parametrize("path", [*DANISH, *ENGLISH, "/kommuner/soroe/vis-paa-egen-side/"])
def test_every_other_page_stands_in_no_frame(read, path):
    answer = read(path)
    assert policy(answer)["frame-ancestors"] == ["'none'"]
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["/kort/indlejret/", "/en/map/framed/?show=count"])
def test_the_map_may_stand_in_a_frame_and_else_keeps_to_the_rules_of_all_pages(read, path):
    framed, usual = read(path), read("/kort/")
    expected = policy(usual) | {"frame-ancestors": ["*"]}
    assert policy(framed) == expected
    assert "X-Frame-Options" not in framed
    assert not framed.cookies
    assert "30. juni 2026" in framed.content.decode() or "30 June 2026" in framed.content.decode()


def test_no_other_route_lets_itself_be_framed():
    """Those that do are named here, so that none comes in by accident."""
    marked = {
        name
        for name, pattern in _named(get_resolver().url_patterns)
        if "clickjacking" in repr(_wrappers(pattern.callback))
    }
    assert marked == {
        "embed-card",
        "embed-figure",
        "embed-small-map",
        "embed-badges",
        "embed-map",
    }


@pytest.mark.parametrize("path", ["/indlejret/soroe/profil/", "/indlejret/soroe/kort/"])
def test_a_frame_with_all_it_loads_is_light(read, path):
    page = read(path).content
    loaded = re.findall(r'(?:href|src)="(/[^"]+\.(?:css|svg))"', page.decode())
    assert loaded
    weight = len(page) + sum(_size(read(one)) for one in loaded)
    assert weight < SMALL


def test_the_card_tells_source_day_and_the_way_back(read):
    page = read("/indlejret/soroe/profil/").content.decode()
    told = seen_in(page)
    assert "Kilde:" in told
    assert "30. juni 2026" in told
    assert 'href="http://localhost/kommuner/soroe/"' in page


@pytest.mark.parametrize(
    "path", [one for one in FRAMED if "maerker" not in one and "badges" not in one]
)
def test_each_number_leads_out_of_the_frame_to_its_certificate(read, path):
    page = read(path).text
    found = figures_on(page)
    assert loose(found) == []
    assert found.links
    for link in found.links:
        assert read(link.removeprefix("http://localhost")).status_code == 200, link
    numbers = re.findall(r'<a class="certified"[^>]*>', page)
    assert all(
        'target="_blank" rel="noopener" aria-describedby="new-window"' in one for one in numbers
    )
    assert page.count('id="new-window"') == 1


def test_who_has_signed_in_is_not_known_in_a_frame(cast, visitor):
    client = signed_in(cast.coordinator)
    for path in ("/indlejret/soroe/profil/", "/indlejret/soroe/kort.svg"):
        answer = client.get(path)
        assert not answer.cookies
        assert "Test coordinator" not in answer.content.decode()


def test_the_page_with_the_code_shows_what_a_web_editor_copies(cast, visitor):
    site_of(code="0340")
    page = seen_in(visitor.get("/kommuner/soroe/vis-paa-egen-side/").content.decode())
    assert '<iframe src="http://localhost/indlejret/soroe/profil/"' in page
    assert "/kommuner/soroe/maerker/offentlige-ejendomme.svg" in page
    assert "den 30. juni 2026" in page
    english = seen_in(visitor.get("/en/municipalities/soroe/show-on-your-site/").content.decode())
    assert '<iframe src="http://localhost/en/framed/soroe/profile/"' in english


def test_what_is_not_there_is_not_found(read):
    for path in ("/indlejret/atlantis/profil/", "/indlejret/soroe/tal/ukendt/"):
        answer = read(path)
        assert answer.status_code == 404
        assert policy(answer)["frame-ancestors"] == ["'none'"]


def _size(answer):
    return len(b"".join(answer))


def _named(patterns):
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from _named(one.url_patterns)
        elif one.name:
            yield one.name, one


def _wrappers(view):
    found = []
    while view is not None:
        found.append(getattr(view, "__code__", None))
        view = getattr(view, "__wrapped__", None)
    return found


def test_what_is_withheld_is_withheld_in_frame_and_sentence_too(visitor, published):
    """Every municipality of the region, also those whose share is not shown."""
    bundle = Bundles(published).latest()
    need = bundle.need(bundle.region().default_threshold)
    told = {one.code: need.area(one.code) for one in bundle.areas()}
    shown = {code for code, one in told.items() if one and one.share_below is not None}
    assert shown < set(told)
    for area in bundle.areas():
        card = visitor.get(f"/indlejret/{area.slug}/profil/").content.decode()
        code = visitor.get(f"/kommuner/{area.slug}/vis-paa-egen-side/").content.decode()
        assert ("En sætning med kilde" in seen_in(code)) is (area.code in shown)
        assert "&lt;span" not in card
        assert "withheld" not in code
