"""Terms of use are told by names that programs know, or in the publisher's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from taskforce.report.data_package import package
from taskforce.report.licences import licence_of


@pytest.mark.parametrize(("title", "name"), [("CC0", "CC0-1.0"), ("CC BY 4.0", "CC-BY-4.0")])
def test_a_licence_that_is_known_has_its_name_and_text(bundle, title, name):
    origin = replace(bundle.need("100/30").origin, licence=title)
    [told] = package(bundle.downloads(), origin)["licenses"]
    assert (told["name"], told["title"]) == (name, title)
    assert told["path"].startswith("https://creativecommons.org/")


def test_other_terms_stand_in_the_words_of_their_publisher(bundle):
    assert licence_of("as agreed") is None
    origin = replace(bundle.need("100/30").origin, licence="as agreed", url="https://example.org")
    told = package(bundle.downloads(), origin)
    assert told["licenses"] == [{"name": "custom", "title": "as agreed"}]
    assert told["sources"][0]["path"] == "https://example.org"
