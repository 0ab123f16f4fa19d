"""Every kind of report can be read by everybody: what PDF/UA-1 demands is there, and is seen."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from tests.cast import signed_in
from tests.paper_access import Tagged, faults

REPORTS = {
    "/kommuner/soroe/rapport/rapport.pdf": "da",
    "/en/municipalities/soroe/report/report.pdf": "en",
    "/kommuner/lolland/rapport/rapport.pdf": "da",
    "/rapporter/region/rapport.pdf": "da",
    "/en/reports/region/report.pdf": "en",
}
STATUS = {"/rapporter/status/rapport.pdf": "da", "/en/reports/status/report.pdf": "en"}


@pytest.mark.parametrize("path", REPORTS)
def test_nothing_stands_in_the_way_of_a_reader(visitor, path):
    assert faults(visitor.get(path).content, REPORTS[path]) == []


@pytest.mark.django_db
@pytest.mark.parametrize("path", STATUS)
def test_nor_in_the_status_for_the_steering_group(cast, visitor, path):
    answer = signed_in(cast.consultant).get(path)
    assert answer["Content-Type"] == "application/pdf"
    assert faults(answer.content, STATUS[path]) == []


def test_pictures_and_tables_are_looked_at(visitor):
    paper = Tagged(visitor.get("/kommuner/soroe/rapport/rapport.pdf").content)
    roles = [role for role, _node in paper.tags()]
    assert min(roles.count(one) for one in ("/Figure", "/Table", "/TH", "/H2", "/Link")) >= 3


def test_what_stands_in_the_way_is_seen(visitor):
    content = visitor.get("/kommuner/soroe/rapport/rapport.pdf").content
    assert faults(content, "en") == ["its language is da, not en"]
    for role, name, words in (
        ("/Figure", "/Alt", "a /Figure has no words"),
        ("/TH", "/A", "a head of a table has no scope"),
    ):
        assert words in faults(_without(content, role, name), "da")
    for name, words in (
        ("/MarkInfo", "it is not marked as tagged"),
        ("/Outlines", "it has no bookmarks"),
        ("/ViewerPreferences", "its title is not shown"),
    ):
        assert words in faults(_without(content, "", name), "da")


def _without(content: bytes, role: str, name: str) -> bytes:
    """The paper with something taken away: from its root, or from all tags of a role."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    if not role:
        del writer.root_object[NameObject(name)]
    for number in range(1, len(writer._objects) + 1):
        one = writer.get_object(number)
        if role and isinstance(one, dict) and one.get("/S") == role and name in one:
            del one[NameObject(name)]
    told = io.BytesIO()
    writer.write(told)
    return told.getvalue()
