"""Every page opens in both languages, is well formed, and loads nothing from anywhere else."""

import re

import pytest

from tests.web.addresses import DANISH, ENGLISH

# What a browser fetches by itself; a link that a person may follow is something else.
LOADED = re.compile(
    r"<(?:script|img|source|iframe|use)\b[^>]*?\b(?:src|href)=\"([^\"]+)\""
    r"|<link\b(?=[^>]*rel=\"(?:stylesheet|icon|preload)\")[^>]*?\bhref=\"([^\"]+)\""
)


def html_of(visitor, path):
    return visitor.get(path).content.decode()


@pytest.mark.parametrize("path", [*DANISH, *ENGLISH])
def test_a_page_opens_and_is_well_formed(read, path):
    response = read(path)
    html = response.content.decode()
    assert response.status_code == 200
    assert len(re.findall("<h1[ >]", html)) == 1
    assert f'<html lang="{"en" if path.startswith("/en/") else "da"}">' in html
    assert re.search(r"<title>[^<]{3,} – Digital Taskforce</title>", html)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("path", [*DANISH, *ENGLISH])
def test_a_page_loads_nothing_from_elsewhere(read, path):
    loaded = [first or second for first, second in LOADED.findall(read(path).content.decode())]
    assert loaded
    assert [one for one in loaded if not one.startswith("/static/")] == []


@pytest.mark.parametrize("path", [*DANISH, *ENGLISH])
def test_a_page_needs_no_exception_from_the_content_security_policy(read, path):
    html = read(path).content.decode()
    scripts = re.findall(r"<script\b([^>]*)>", html)
    inline = [attributes for attributes in scripts if "src=" not in attributes]
    # Data, which no browser runs and no policy is asked about.
    data = ('"application/json"', '"application/ld+json"')
    assert [one for one in inline if not any(kind in one for kind in data)] == []
    assert not re.search(r"<style\b|\sstyle=\"|\son\w+=\"", html)


def test_every_answer_carries_the_strict_headers(visitor):
    response = visitor.get("/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert "geolocation=()" in response["Permissions-Policy"]


def test_the_public_pages_set_no_cookie(read):
    assert [path for path in (*DANISH, *ENGLISH) if read(path).cookies] == []


@pytest.mark.parametrize(("danish", "english"), list(zip(DANISH, ENGLISH, strict=True)))
def test_the_language_switch_keeps_the_page(read, danish, english):
    for here, there in ((danish, english), (english, danish)):
        html = read(here).content.decode()
        switch = re.search(r'class="brand-language" href="([^"]+)"', html)
        assert switch
        found = switch.group(1).replace("&amp;", "&")
        assert found.partition("?")[0] == there.partition("?")[0]
        assert found.partition("?")[2] == here.partition("?")[2]
        assert read(found).status_code == 200


def test_the_menu_marks_where_one_is(visitor):
    html = html_of(visitor, "/kort/")
    assert re.search(r'href="/kort/" class="nav-link" aria-current="page"', html)


def test_a_page_that_is_not_there_says_so_in_the_products_look(visitor):
    response = visitor.get("/findes-ikke/")
    assert response.status_code == 404
    assert "Siden findes ikke" in response.content.decode()
    assert 'class="brand"' in response.content.decode()
    assert "There is no such page" in visitor.get("/en/nowhere/").content.decode()


@pytest.mark.parametrize("path", ["/kommuner/atlantis/", "/adresse/ingen-saadan/"])
def test_an_unknown_place_is_not_found(visitor, path):
    assert visitor.get(path).status_code == 404


def test_the_short_address_of_the_accessibility_statement_leads_there(visitor, settings):
    assert visitor.get("/was")["Location"] == "/tilgaengelighed/"
    settings.WAS_URL = "https://was.digst.dk/taskforce"
    assert visitor.get("/was")["Location"] == "https://was.digst.dk/taskforce"


def test_the_server_tells_that_it_is_well_and_what_it_shows(visitor):
    answer = visitor.get("/health").json()
    assert answer["status"] == "ok"
    assert answer["bundle"].startswith("2026-06-30-")


def test_a_demonstration_says_so_and_real_data_does_not(visitor, published, tmp_path, settings):
    assert "Demonstrationsdata" not in html_of(visitor, "/")
    label = next(published.glob("bundles/*/bundle.json"))
    copied = tmp_path / "copied" / "bundles" / label.parent.name
    copied.mkdir(parents=True)
    for file in label.parent.iterdir():
        if file != label:
            (copied / file.name).symlink_to(file)
    text = label.read_text(encoding="utf-8")
    assert '"demonstration": false' in text
    changed = text.replace('"demonstration": false', '"demonstration": true')
    (copied / label.name).write_text(changed, encoding="utf-8")
    settings.SHELF = tmp_path / "copied"
    assert "Demonstrationsdata" in html_of(visitor, "/")
    assert "Demonstration data" in html_of(visitor, "/en/municipalities/")
