"""The API answers as its description says: every path, every refusal."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.small_region import NEEDY_ID

# What to ask where a path needs something; one refused question for each path that can refuse.
ASKED = {
    "/api/v1/addresses/": {"q": "skovvej 1"},
    "/api/v1/whom-to-ask": {"municipality": "0340"},
}
REFUSED = [
    ("/api/v1/need", {"threshold": "fast"}, 422),
    ("/api/v1/need", {"count": "none"}, 422),
    ("/api/v1/need", {"edition": "none"}, 404),
    ("/api/v1/postcodes", {"limit": "0"}, 422),
    ("/api/v1/postcodes", {"cursor": "å"}, 422),
    ("/api/v1/change", {"threshold": "12/3"}, 404),
    ("/api/v1/white-spots", {"cursor": "bm9uZX4w"}, 404),
    ("/api/v1/addresses/", {}, 422),
    ("/api/v1/addresses/none", {}, 404),
    ("/api/v1/whom-to-ask", {}, 422),
    ("/api/v1/nothing", {}, 404),
]


@pytest.fixture
def description(visitor):
    return visitor.get("/api/v1/openapi.json").json()


def follows(answer, schema, description):
    """What of an answer is not as the schema says."""
    whole = {**schema, "components": description["components"]}
    return [one.message for one in Draft202012Validator(whole).iter_errors(answer)]


def test_the_description_is_openapi_3_1(description):
    assert description["openapi"].startswith("3.1")
    assert description["info"]["version"] == "1"
    validate(description)


def test_every_path_answers_as_it_is_described(visitor, description):
    for path, operations in description["paths"].items():
        there = path.replace("{address_id}", NEEDY_ID)
        response = visitor.get(there, ASKED.get(path, {}))
        assert response.status_code == 200, path
        schema = operations["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert follows(response.json(), schema, description) == [], path


@pytest.mark.parametrize(("path", "asked", "status"), REFUSED)
def test_every_refusal_has_the_one_form(visitor, description, path, asked, status):
    response = visitor.get(path, asked)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    told = response.json()
    assert follows(told, {"$ref": "#/components/schemas/Problem"}, description) == []
    assert told["status"] == status
    assert told["detail"]
    page, anchor = told["type"].split("#")
    assert f'id="{anchor}"' in visitor.get(page).content.decode()


def test_what_cannot_be_done_is_refused_in_the_same_form(visitor):
    response = visitor.post("/api/v1/need")
    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")
    assert response["Allow"] == "GET"


def test_no_question_can_break_the_api(visitor, description, settings):
    settings.API_PER_MINUTE = 10_000
    nasty = ("", "\x00", "å", "nan", "-1/-1", "9" * 40, "9" * 40 + "/1", "' OR 1 --", "😀")
    for path, operations in description["paths"].items():
        for one in operations["get"].get("parameters", []):
            for value in nasty:
                if one["in"] == "query":
                    asked = {**ASKED.get(path, {}), one["name"]: value}
                    response = visitor.get(path.replace("{address_id}", NEEDY_ID), asked)
                    assert response.status_code in (200, 404, 422), (path, one["name"], value)
