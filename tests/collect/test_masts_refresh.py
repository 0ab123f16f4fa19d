"""The register is fetched from its address and taken in whole, or the shelf stays as it was."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyarrow.parquet as pq
import pytest

from taskforce.collect.masts_refresh import RefreshChoices, refresh_masts
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.masts.address import DEFAULT_URL
from taskforce.sources.masts.fetching import fetch
from taskforce.vocabulary.errors import Refused, WrongUse
from tests.mast_files import EAST, antenna, as_list, as_map, feature, metres
from tests.mast_server import JSON, Asked, mast_server
from tests.official import real_file

SHORT = 0.2
REGISTER = as_list([antenna(), antenna(EAST + 50)]).encode()


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with mast_server() as one:
        yield one


@pytest.fixture
def refresh(server, shelf):
    """Fetch from the server, which answers with a text or as it is told."""

    def one(answer: str | bytes | Callable[[Asked], None], **choices):
        def give(asked: Asked) -> None:
            return answer(asked) if callable(answer) else asked.give(answer)

        server.answers = give
        url = choices.pop("url", f"{server.address}/Master/antenner.json?maxantal=1000000")
        choices = {"timeout": 30.0, "as_of": date(2026, 11, 1)} | choices
        return refresh_masts(shelf, RefreshChoices(url=url, **choices))

    return one


def test_the_official_address_asks_for_all_of_denmark_and_every_service(server, refresh):
    official = urlsplit(DEFAULT_URL)
    assert (official.scheme, official.hostname) == ("https", "mastedatabasen.dk")
    refresh(REGISTER, url=f"{server.address}{official.path}?{official.query}")
    ((asked, headers),) = server.questions
    assert urlsplit(asked).path == "/Master/antenner.json"
    options = parse_qs(urlsplit(asked).query)
    assert int(options["maxantal"][0]) >= 100_000
    assert options["BBOX"] == ["441500,6049700,893400,6402330,EPSG:25832"]
    assert "tjenesteart" not in options
    assert headers["User-Agent"].startswith("digital-taskforce/")


def test_what_the_server_gives_becomes_the_layer(refresh, shelf):
    outcome = refresh("\ufeff".encode() + REGISTER)
    assert (outcome.rows, outcome.addresses, outcome.unchanged) == (2, 2, False)
    label = shelf.layer("masts").manifest
    assert [source.name for source in label.sources] == ["antenner.json"]
    assert label.provenance.as_of == date(2026, 11, 1)


def test_the_day_of_a_fetched_register_is_the_day_of_fetching(refresh, shelf):
    before = datetime.now(UTC).date()
    refresh(REGISTER, as_of=None)
    day = shelf.layer("masts").manifest.provenance.as_of
    assert before <= day <= datetime.now(UTC).date()


def test_the_same_register_again_changes_nothing(refresh, shelf):
    refresh(REGISTER)
    before = shelf.layer("masts").id
    assert refresh(REGISTER).unchanged
    assert shelf.layer("masts").id == before


def test_a_register_that_has_changed_replaces_the_old(refresh, shelf):
    refresh(REGISTER)
    refresh(as_list([antenna(EAST + 99)]))
    masts = pq.read_table(shelf.layer("masts").file("masts"))
    assert masts["easting_m"].to_pylist() == [EAST + 99]


def test_the_real_register_comes_through_a_server_unharmed(refresh):
    text = real_file("dk-mastedatabasen", "antenner_apishape_shared9.json").read_bytes()
    outcome = refresh(text)
    assert (outcome.rows, outcome.addresses) == (1808, 402)


def test_a_page_of_the_map_says_that_others_are_missing(refresh):
    outcome = refresh(as_map([feature(1)], totalFeatures=1200))
    assert any("1 of the 1,200 rows that the server has" in note for note in outcome.notes)


def test_a_dry_run_fetches_and_writes_nothing(server, refresh, shelf):
    assert refresh(REGISTER, dry_run=True).dry_run
    assert len(server.questions) == 1
    assert not shelf.root.exists()


def test_a_server_that_has_moved_is_followed(server, refresh):
    def moved(asked: Asked) -> None:
        if "new" in asked.path:
            return asked.give(REGISTER)
        asked.send_response(302)
        asked.send_header("Location", f"{server.address}/new")
        asked.send_header("Content-Length", "0")
        return asked.end_headers()

    assert refresh(moved).rows == 2


def _silent(asked: Asked) -> None:
    asked.server.over.wait()


def _stops_midway(asked: Asked) -> None:
    asked.give(REGISTER[:50], promised=len(REGISTER))
    asked.server.over.wait()


def _breaks_off(asked: Asked) -> None:
    asked.give(REGISTER[:50], promised=len(REGISTER))


def _hangs_up(asked: Asked) -> None:
    asked.close_connection = True


def _packed(asked: Asked) -> None:
    asked.send_response(200)
    asked.send_header("Content-Encoding", "gzip")
    asked.end_headers()


FAILURES = {
    "silence": (_silent, "no whole answer within 0.2 seconds", SHORT),
    "an answer that stops midway": (_stops_midway, "no whole answer within 0.2 seconds", SHORT),
    "a drip that never ends": (lambda asked: asked.drip(b" "), "no whole answer within", SHORT),
    "a server error": (lambda asked: asked.give("{}", status=500), "answered 500", 30),
    "too many questions": (lambda asked: asked.give("", status=429), "answered 429", 30),
    "an address that is gone": (lambda asked: asked.give("", status=404), "answered 404", 30),
    "a broken connection": (_breaks_off, "cut off: 50 of", 30),
    "a server that hangs up": (_hangs_up, "broke off", 30),
    "an empty answer": (lambda asked: asked.give(""), "empty", 30),
    "a packed answer": (_packed, "packed", 30),
    "a web page": (lambda asked: asked.give("<html></html>", "text/html"), "A web page", 30),
    "a web page called JSON": (lambda asked: asked.give(" <!DOCTYPE html>"), "A web page", 30),
    "JSON cut off": (lambda asked: asked.give(REGISTER[:-20]), "The JSON is cut off", 30),
    "an error told as JSON": (lambda asked: asked.give('{"error": 7}'), "no list of antennas", 30),
    "an empty list": (lambda asked: asked.give("[]"), "the list is empty", 30),
    "an absurd length": (lambda asked: asked.give("[", promised=10**12), "larger than", 30),
    "wrong coordinates": (
        lambda asked: asked.give(as_list([antenna() | metres("1", "2")])),
        "outside Denmark",
        30,
    ),
}


def _files(shelf: Shelf) -> dict[Path, int]:
    """Everything on the shelf but the lock, with the time it was written."""
    files = [one for one in shelf.root.rglob("*") if one.is_file() and one.name != ".lock"]
    return {one: one.stat().st_mtime_ns for one in files}


@pytest.mark.parametrize("failure", FAILURES)
def test_the_shelf_stands_as_it_was_after(refresh, shelf, failure):
    refresh(REGISTER)
    before = _files(shelf)
    answer, said, seconds = FAILURES[failure]
    with pytest.raises(Refused, match=said):
        refresh(answer, timeout=seconds)
    assert _files(shelf) == before
    assert refresh(REGISTER).unchanged


def test_no_more_than_the_bound_is_fetched_where_no_length_is_told(server, tmp_path):
    server.answers = lambda asked: asked.drip(b" " * 1_000)
    target = tmp_path / "antenner.json"
    with pytest.raises(Refused, match="larger than"):
        fetch(server.address, target, timeout_s=30, largest_bytes=5_000)
    assert target.stat().st_size <= 5_000


def test_no_connection_is_said_with_what_to_do_instead(shelf, monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        gone = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(Refused, match="There is no connection") as refused:
        refresh_masts(shelf, RefreshChoices(url=gone, timeout=30))
    assert "taskforce collect masts FILE" in refused.value.remedy
    assert not shelf.root.exists()


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://example.dk/x", "mastedatabasen.dk"])
def test_only_addresses_of_the_web_are_fetched(shelf, url):
    with pytest.raises(WrongUse, match="no address on the web"):
        refresh_masts(shelf, RefreshChoices(url=url))


def test_a_server_cannot_lead_the_way_to_a_file(refresh):
    def to_a_file(asked: Asked) -> None:
        asked.send_response(302)
        asked.send_header("Location", "file:///etc/hostname")
        asked.end_headers()

    with pytest.raises(Refused):
        refresh(to_a_file)


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_a_time_must_be_more_than_nothing(shelf, seconds):
    with pytest.raises(WrongUse, match="more than 0 seconds"):
        refresh_masts(shelf, RefreshChoices(timeout=seconds))


def test_kinds_of_content_do_not_matter_as_long_as_it_is_json(refresh):
    assert refresh(lambda asked: asked.give(REGISTER, "text/plain")).rows == 2
    assert refresh(lambda asked: asked.give(REGISTER, JSON)).unchanged
