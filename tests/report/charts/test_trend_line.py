"""The small course below a figure draws what is known, where it belongs, and nothing else."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from taskforce.report.charts.canvas import Words
from taskforce.report.charts.trend_line import HEIGHT, WIDTH, trend_line
from taskforce.report.figures import NOW
from taskforce.report.trend import Reading, TrendPoint

WORDS = Words("trend", "Behov", "2016: 40; 2020: vises ikke; 2023: 10.")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(*values, comparable=(True,) * 9, top=None):
    years = (2016, 2018, 2020, 2024, 2025)
    points = [
        TrendPoint(Reading(date(year, 6, 30), NOW, value), "e", alike)
        for year, value, alike in zip(years, values, comparable, strict=False)
    ]
    return ET.fromstring(trend_line(points, WORDS, top=top))  # noqa: S314 - our own drawing


def corners(root):
    lines = [one.get("points").split() for one in root.iter(f"{SVG}polyline")]
    return [[tuple(map(float, corner.split(","))) for corner in one] for one in lines]


def test_days_lie_apart_as_in_the_calendar_and_numbers_begin_at_nothing():
    (line,) = corners(drawn(40, 20, 0, 40))
    x, y = zip(*line, strict=True)
    assert x[2] - x[0] == pytest.approx((x[3] - x[0]) / 2, abs=0.2)
    assert y[0] < y[1] < y[2]
    assert y[1] == pytest.approx((y[0] + y[2]) / 2, abs=0.1)
    assert all(0 <= one <= WIDTH for one in x)
    assert all(0 <= one <= HEIGHT for one in y)


def test_a_number_that_is_not_shown_is_a_gap_and_not_nothing():
    root = drawn(40, 30, None, 20, 10)
    assert [len(line) for line in corners(root)] == [2, 2]
    assert len(list(root.iter(f"{SVG}circle"))) == 4 + 1


def test_a_lonely_number_is_a_dot_without_a_line():
    assert corners(drawn(40, None, 30)) == []


def test_where_the_counting_changed_the_line_is_cut_and_marked():
    root = drawn(40, 30, 20, 10, comparable=(True, True, False, True))
    assert [len(line) for line in corners(root)] == [2, 2]
    assert [one.get("class") for one in root.iter(f"{SVG}line")].count("chart__break") == 1


def test_a_share_fills_no_more_than_its_part_of_the_height():
    (whole,), (half,) = corners(drawn(0.5, 0.5, top=0.5)), corners(drawn(0.5, 0.5, top=1.0))
    assert half[0][1] > whole[0][1]


def test_the_picture_tells_its_numbers_and_has_no_inline_style():
    root = drawn(3, 2, 1)
    assert root.get("role") == "img"
    assert root.find(f"{SVG}desc").text == WORDS.conclusion
    assert "chart--small" in root.get("class")
    assert not any("style" in mark.attrib for mark in root.iter())
