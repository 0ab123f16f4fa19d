"""Search engines for data understand the pages: what is measured, where, when, on what terms."""

from __future__ import annotations

import json
import re

import pytest

_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def linked(read, path):
    return [json.loads(one) for one in _SCRIPT.findall(read(path).content.decode())]


@pytest.mark.parametrize("path", ["/aabne-data/", "/en/open-data/"])
def test_every_set_of_open_data_is_described_with_its_files(read, path):
    told = {one["name"]: one for one in linked(read, path)}
    assert len(told) == 5
    for one in told.values():
        assert one["@type"] == "Dataset"
        assert len(one["description"]) > 20
        assert one["license"].startswith("https://creativecommons.org/")
        assert one["temporalCoverage"] == "2026-06-30"
        there = {file["contentUrl"].rsplit("/", 2)[0] for file in one["distribution"]}
        assert there == {"http://localhost/data"}


def test_a_municipality_is_described_too(read):
    [told] = linked(read, "/kommuner/soroe/")
    assert told["spatialCoverage"]["name"] == "Sorø"
    assert told["url"] == "http://localhost/kommuner/soroe/"
    assert "Sorø" in told["name"]


def test_no_words_can_end_the_element(rf):
    from django.template import Context, Template

    class Edition:
        edition = "x"

    class Origin:
        publisher = title = "</script><b>"
        licence = "CC0"

        class as_of:  # noqa: N801
            isoformat = staticmethod(lambda: "2026-06-30")

    page = Template("{% load linked_data %}{% linked_dataset n n bundle=b origin=o place=n %}")
    words = {"request": rf.get("/"), "n": "</script>&", "b": Edition, "o": Origin}
    text = page.render(Context(words))
    assert text.count("</script>") == 1
    [told] = [json.loads(one) for one in _SCRIPT.findall(text)]
    assert told["name"] == "</script>&"
