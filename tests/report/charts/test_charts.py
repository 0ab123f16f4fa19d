"""Charts can be read on a phone, by a screen reader, and under a strict content policy."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from taskforce.report.charts.canvas import LETTER, NARROW, WIDE, Words, in_two_widths
from taskforce.report.charts.dumbbell import Pair, dumbbell
from taskforce.report.charts.line import Line, line

WORDS = Words("need", "Behov <nu> & før", "Lolland har flest: 1.234 adresser.")
PAIRS = [Pair("Lolland", 40, 3, "40 → 3"), Pair("Solrød", 4, None, "tilbageholdt")]
LINES = [
    Line("Region Sjælland", ((2015, 66), (2023, 98)), strong=True),
    Line("Danmark", ((2015, 82),)),
]
SVG = "{http://www.w3.org/2000/svg}"

CHARTS = {
    "dumbbell": lambda width: dumbbell(PAIRS, WORDS, width=width, days=("2016", "2023")),
    "line": lambda width: line(LINES, WORDS, width=width, said=str),
    "single line": lambda width: line(LINES[:1], WORDS, width=width, said=str),
}


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_tells_its_name_and_conclusion(name, width):
    root = ET.fromstring(CHARTS[name](width))  # noqa: S314 - our own drawing
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert (title.text, description.text) == (WORDS.title, WORDS.conclusion)
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_no_inline_style_and_keeps_within_its_frame(name, width):
    root = ET.fromstring(CHARTS[name](width))  # noqa: S314 - our own drawing
    _, _, wide, high = map(float, root.get("viewBox").split())
    assert wide <= width
    for mark in root.iter():
        assert "style" not in mark.attrib
        assert float(mark.get("x", 0)) + float(mark.get("width", 0)) <= wide
        assert 0 <= float(mark.get("y", 0)) <= high
        if mark.tag == f"{SVG}text" and mark.get("text-anchor") == "start":
            assert float(mark.get("x")) + len(mark.text) * LETTER * 0.5 <= wide


def test_letters_are_never_smaller_than_on_the_page():
    assert int(CHARTS["dumbbell"](NARROW).split('font-size="')[1].split('"')[0]) >= 16
    assert NARROW <= 390


def test_a_withheld_value_has_no_dot_but_its_word():
    drawn = dumbbell(PAIRS, WORDS, width=WIDE, days=("2016", "2023"))
    assert drawn.count("<circle") == 2 + 3
    assert "tilbageholdt" in drawn


def test_dots_lie_as_far_out_as_their_values():
    pairs = [Pair("a", 10, 5, "10 → 5")]
    root = ET.fromstring(dumbbell(pairs, WORDS, width=WIDE, days=("", "")))  # noqa: S314
    then, now = (float(mark.get("cx")) for mark in list(root.iter(f"{SVG}circle"))[2:])
    start = float(next(root.iter(f"{SVG}line")).get("x1"))
    assert now - start == pytest.approx((then - start) / 2, abs=0.1)


def test_two_widths_have_two_names():
    both = in_two_widths(CHARTS["dumbbell"])
    assert both.count('id="need-wide-title"') == both.count('id="need-narrow-title"') == 1


def test_lines_that_share_a_colour_are_told_apart_by_their_dashes():
    third = Line("Uden dæmpning", ((2015, 10), (2023, 20)))
    whole = Line("Danmark", ((2015, 82), (2023, 97)))
    drawn = line([LINES[0], whole, third], WORDS, width=WIDE, said=str)
    root = ET.fromstring(drawn)  # noqa: S314 - our own drawing
    dashed = [one.get("stroke-dasharray") for one in root.iter(f"{SVG}polyline")]
    # The line itself, and its sample beside the name.
    assert [bool(one) for one in dashed] == [False, False, True, True]
