"""Charts can be read on a phone, by a screen reader, and under a strict content policy."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from taskforce.report.charts.bars import Row, bars
from taskforce.report.charts.canvas import LETTER, NARROW, WIDE, Words, in_two_widths
from taskforce.report.charts.dumbbell import Pair, dumbbell
from taskforce.report.charts.line import Line, line, sparkline
from taskforce.report.charts.numbers import number, percent

WORDS = Words("need", "Behov <nu> & før", "Lolland har flest: 1.234 adresser.")
ROWS = [
    Row("Lolland", 1234, "1.234", strong=True),
    Row("Solrød", None, "tilbageholdt"),
    Row("Greve", 0, "0"),
]
PAIRS = [Pair("Lolland", 40, 3, "40 → 3"), Pair("Solrød", 4, None, "tilbageholdt")]
LINES = [
    Line("Region Sjælland", ((2015, 66), (2023, 98)), strong=True),
    Line("Danmark", ((2015, 82),)),
]
SVG = "{http://www.w3.org/2000/svg}"

CHARTS = {
    "bars": lambda width: bars(ROWS, WORDS, width=width),
    "dumbbell": lambda width: dumbbell(PAIRS, WORDS, width=width, days=("2016", "2023")),
    "line": lambda width: line(LINES, WORDS, width=width, said=str),
    "single line": lambda width: line(LINES[:1], WORDS, width=width, said=str),
    "sparkline": lambda width: sparkline([1, 0, 3], WORDS),
    "no rows": lambda width: bars([], WORDS, width=width),
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
    assert int(CHARTS["bars"](NARROW).split('font-size="')[1].split('"')[0]) >= 16
    assert NARROW <= 390


def test_a_withheld_value_has_no_bar_but_its_word():
    drawn = bars(ROWS, WORDS, width=WIDE)
    assert drawn.count("<rect") == 1
    assert "tilbageholdt" in drawn
    assert dumbbell(PAIRS, WORDS, width=WIDE, days=("2016", "2023")).count("<circle") == 2 + 3


def test_bars_are_as_long_as_their_values():
    rows = [Row("a", 10, "10"), Row("b", 5, "5")]
    root = ET.fromstring(bars(rows, WORDS, width=WIDE))  # noqa: S314 - our own drawing
    long, short = (float(mark.get("width")) for mark in root.iter(f"{SVG}rect"))
    assert short == pytest.approx(long / 2, abs=0.1)


def test_two_widths_have_two_names():
    both = in_two_widths(CHARTS["bars"])
    assert both.count('id="need-wide-title"') == both.count('id="need-narrow-title"') == 1


def test_numbers_are_written_as_the_reader_writes_them():
    assert number(1234.5, "da", decimals=1) == "1.234,5"
    assert number(1234.5, "en", decimals=1) == "1,234.5"
    assert percent(0.0125, "da") == "1,2\u00a0%"
    assert percent(0.0125, "en", decimals=2) == "1.25%"
