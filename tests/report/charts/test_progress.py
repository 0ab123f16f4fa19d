"""The way towards a goal is drawn within its frame, stepped or straight, and told in words."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise

import pytest

from taskforce.report.charts.canvas import NARROW, WIDE, Words
from taskforce.report.charts.progress import Course, progress

WORDS = Words("goal-1", "Syv <kommuner>", "0, så 2.")
POINTS = ((date(2026, 1, 1), 0), (date(2026, 5, 1), 2), (date(2026, 6, 1), 1))


def drawn(width=WIDE, **changes):
    course = {
        "points": POINTS,
        "target": 7,
        "target_on": date(2027, 1, 1),
        "target_said": "Mål: 7",
        "last_said": "1",
        "stepped": True,
    }
    return progress(Course(**(course | changes)), WORDS, width=width, said=date.isoformat)


def corners(drawing):
    pairs = re.search(r'<polyline[^>]* points="([^"]+)"', drawing).group(1).split()
    return [tuple(map(float, pair.split(","))) for pair in pairs]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    "changes",
    [{}, {"target": 0}, {"points": POINTS[:1]}, {"target_on": date(2026, 2, 1)}, {"target": 0.5}],
)
def test_every_mark_lies_within_the_frame(width, changes):
    root = ET.fromstring(drawn(width, **changes))  # noqa: S314 - our own drawing
    _, _, wide, high = map(float, root.get("viewBox").split())
    assert wide == width
    for x, y in corners(drawn(width, **changes)):
        assert 0 <= x <= wide
        assert 0 <= y <= high
    assert not [mark for mark in root.iter() if "style" in mark.attrib]


def test_a_step_holds_its_number_until_the_day_it_changes():
    stepped, straight = corners(drawn()), corners(drawn(stepped=False))
    assert (len(stepped), len(straight)) == (5, 3)
    for before, after in pairwise(stepped):
        assert before[0] == after[0] or before[1] == after[1]


def test_more_is_drawn_higher_and_the_goal_has_its_line():
    none, two, one = corners(drawn(stepped=False))
    goal = float(re.search(r'chart__target" x1="0" y1="([^"]+)"', drawn()).group(1))
    assert goal < two[1] < one[1] < none[1]
    for words in ("Mål: 7", "2026-01-01", "2027-01-01", "Syv &lt;kommuner&gt;"):
        assert words in drawn()
