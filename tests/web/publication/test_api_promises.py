"""What programs rely on: pages that hold, editions that stay, checksums, limits, open doors."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from taskforce.web.publication.models import Asked
from taskforce.web.publication.openness.allowance import WINDOW_S, Allowance, asker_of
from tests.cast import signed_in

HERE, THERE = "198.51.100.7", "198.51.100.8"


def next_of(response):
    found = re.fullmatch(r'<http://localhost(/.+)>; rel="next"', response.get("Link", ""))
    return found.group(1) if found else None


def walk(client, there, between=lambda: None):
    """All rows of a list, page by page; `between` happens after the first."""
    response = client.get(there)
    rows = response.json()
    between()
    while there := next_of(response):
        response = client.get(there)
        rows += response.json()
    return rows


@pytest.mark.parametrize("path", ["postcodes", "municipalities", "reference"])
def test_pages_together_are_the_whole_list(visitor, path):
    whole = visitor.get(f"/api/v1/{path}").json()
    assert len(whole) > 2
    assert walk(visitor, f"/api/v1/{path}?limit=2") == whole


def test_white_spots_come_in_pages_too(visitor):
    whole = visitor.get("/api/v1/white-spots").json()["features"]
    first = visitor.get("/api/v1/white-spots?limit=1")
    second = visitor.get(next_of(first))
    assert [*first.json()["features"], *second.json()["features"]] == whole[:2]


def test_pages_keep_to_their_edition_while_a_new_one_arrives(visitor, arriving):
    there = "/api/v1/postcodes?limit=2&threshold=100/30"
    before = visitor.get("/api/v1/postcodes?threshold=100/30").json()
    assert walk(visitor, there, between=arriving) == before
    assert visitor.get("/api/v1/postcodes?threshold=100/30").json() != before


def test_a_figure_that_was_quoted_is_found_again_under_the_name_of_its_edition(visitor, arriving):
    [only] = visitor.get("/api/v1/editions").json()
    quoted = visitor.get("/api/v1/need").json()
    arriving()
    newest, older = visitor.get("/api/v1/editions").json()
    assert (newest["on_show"], older["on_show"], older["edition"]) == (True, False, only["edition"])
    assert visitor.get("/api/v1/need").json() != quoted
    assert visitor.get("/api/v1/need", {"edition": only["edition"]}).json() == quoted
    assert (
        visitor.get("/api/v1/region", {"edition": older["edition"]}).json()["as_of"]
        == (older["as_of"])
    )


def test_what_is_unchanged_is_not_sent_again(visitor, arriving):
    first = visitor.get("/api/v1/need")
    by_tag = {"If-None-Match": f"W/{first['ETag']}"}
    by_day = {"If-Modified-Since": first["Last-Modified"]}
    for known in (by_tag, by_day):
        again = visitor.get("/api/v1/need", headers=known)
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    arriving()
    for known in (by_tag, by_day):
        assert visitor.get("/api/v1/need", headers=known).status_code == 200


def test_the_head_of_an_answer_is_told_without_the_answer(visitor):
    whole, head = visitor.get("/api/v1/need"), visitor.head("/api/v1/need")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", whole["ETag"])
    assert int(head["Content-Length"]) == len(whole.content)


def test_a_later_day_does_not_hide_an_edition_that_is_on_show_again(visitor):
    later = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    assert visitor.get("/api/v1/need", headers=later).status_code == 200


def test_an_answer_may_be_kept_on_the_way_and_leaves_no_cookie(visitor):
    response = visitor.get("/api/v1/need")
    assert response["Cache-Control"] == "public, no-cache"
    assert not response.cookies


def test_an_answer_that_rests_on_more_than_an_edition_has_no_day(visitor):
    response = visitor.get("/api/v1/whom-to-ask", {"municipality": "0340"})
    assert "ETag" in response
    assert "Last-Modified" not in response


def test_who_asks_too_often_is_told_when_to_come_back(visitor, settings):
    settings.API_PER_MINUTE = 3
    left = [visitor.get("/api/v1/region")["RateLimit"] for _ in range(3)]
    assert [one.split(";")[1] for one in left] == ["r=2", "r=1", "r=0"]
    refused = visitor.get("/api/v1/region")
    assert (refused.status_code, refused["Content-Type"]) == (429, "application/problem+json")
    assert 0 < int(refused["Retry-After"]) <= WINDOW_S
    assert refused["RateLimit-Policy"] == f'"minute";q=3;w={WINDOW_S}'
    assert refused["Access-Control-Allow-Origin"] == "*"
    # Pages, files and other addresses of the network are not held back.
    assert visitor.get("/health").status_code == 200
    assert Client(SERVER_NAME="localhost", REMOTE_ADDR="198.51.100.7").get("/api/v1/region").headers


def test_whoever_has_signed_in_is_not_counted(visitor, cast, settings):
    settings.API_PER_MINUTE = 1
    known = signed_in(cast.consultant)
    assert [known.get("/api/v1/region").status_code for _ in range(3)] == [200, 200, 200]


@pytest.mark.database
def test_an_allowance_comes_back_when_the_minute_is_over(db):
    now = [1e9]
    allowance = Allowance(lambda: now[0])
    assert [allowance.take(HERE, 2).allowed for _ in range(3)] == [True, True, False]
    assert allowance.take(THERE, 2).allowed
    now[0] += WINDOW_S - 0.5
    assert allowance.take(HERE, 2).wait_s == 1
    now[0] += 0.5
    assert allowance.take(HERE, 2).more == 1
    assert Asked.objects.count() == 1


@pytest.mark.database
def test_all_processes_count_together_and_a_refused_asker_costs_no_query(db):
    one, other = (Allowance(lambda: 1e9) for _process in range(2))
    left = [each.take(HERE, 4) for each in (one, other, one, other, one)]
    assert [each.more for each in left] == [3, 2, 1, 0, 0]
    assert [each.allowed for each in left] == [True, True, True, True, False]
    with CaptureQueriesContext(connection) as asked:
        assert not one.take(HERE, 4).allowed
    assert len(asked) == 0


def test_an_address_of_the_network_is_kept_nowhere(db):
    Allowance().take(HERE, 1)
    assert asker_of(HERE) == Asked.objects.get().asker
    assert asker_of(HERE) != asker_of(THERE)
    assert asker_of(f"::ffff:{HERE}") == asker_of(HERE)
    # A household has a whole network of the new addresses, and each counts as the same asker.
    assert asker_of("2001:db8:0:1::1") == asker_of("2001:db8:0:1:ffff::2")
    assert asker_of("2001:db8:0:1::1") != asker_of("2001:db8:0:2::1")


@pytest.mark.parametrize(("proxies", "told"), [(0, "{other}"), (1, "{other}, 198.51.100.7")])
def test_a_header_of_the_asker_s_own_is_no_way_round(visitor, settings, proxies, told):
    settings.API_PER_MINUTE, settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2, proxies
    answers = [
        visitor.get(
            "/api/v1/region", headers={"X-Forwarded-For": told.format(other=f"203.0.113.{n}")}
        )
        for n in range(3)
    ]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert "Retry-After" in answers[-1]


@pytest.mark.parametrize("path", ["/api/v1/region", "/data/x/y.csv", "/tiles/x/land.pmtiles"])
def test_pages_of_other_sites_may_fetch_open_data(visitor, path):
    assert visitor.get(path)["Access-Control-Allow-Origin"] == "*"
    asked = {"Access-Control-Request-Method": "GET", "Origin": "https://example.org"}
    before = visitor.options(path, headers=asked)
    assert (before.status_code, before["Access-Control-Allow-Origin"]) == (204, "*")
    assert "If-None-Match" in before["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("path", ["/", "/konto/login/", "/adresse/", "/health"])
def test_and_nothing_else(visitor, path):
    assert "Access-Control-Allow-Origin" not in visitor.get(path)
