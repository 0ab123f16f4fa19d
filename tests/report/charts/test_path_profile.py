"""A profile is drawn within its frame, with what is in the way marked, and told in words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from taskforce.prediction.explanation import Asked, explained
from taskforce.prediction.radio import Radio
from taskforce.prediction.terrain import flat
from taskforce.report.charts.canvas import NARROW, WIDE, Words
from taskforce.report.charts.path_profile import Labels, path_profile
from taskforce.report.signal.profile_table import profile_rows
from tests.prediction.hills import MIDDLE_M, SOUTH_M, WEST_M, hills, mast

WORDS = Words("profile", "Vejen <fra masten>", "Bakken rager op.")
LABELS = Labels("Terræn", "Træer", "Sigtelinje", "Fresnelzone", "Masten", "Telefonen", "3,2 km")
WOODED = hills(woods=True)


def signal(terrain=WOODED, east=6000.0, mhz=700.0):
    place = (WEST_M + MIDDLE_M + east, SOUTH_M + MIDDLE_M)
    return explained(terrain, mast(), place, Radio(), asked=Asked(frequency_mhz=mhz))


def drawn(found, width=WIDE, labels=LABELS):
    return path_profile(
        found.profile,
        found.obstruction,
        WORDS,
        width=width,
        labels=labels,
        said=lambda metres: f"{metres} m",
    )


def corners(drawing):
    for pairs in re.findall(r' points="([^"]+)"', drawing):
        yield from (tuple(map(float, pair.split(","))) for pair in pairs.split())


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    "found",
    [
        signal(),
        signal(mhz=3500.0),
        signal(flat(), 19_900.0),
        signal(flat(), 5.0),
        signal(east=-9500.0),
        signal(hills(top_m=2.0), 9000.0),
    ],
)
def test_every_mark_lies_within_the_frame(found, width):
    drawing = drawn(found, width)
    root = ET.fromstring(drawing)  # noqa: S314 - our own drawing
    _, _, wide, high = map(float, root.get("viewBox").split())
    assert wide == width
    for x, y in corners(drawing):
        assert -0.1 <= x <= wide + 0.1
        assert -0.1 <= y <= high + 0.1
    assert not [mark for mark in root.iter() if "style" in mark.attrib]


def test_the_drawing_tells_its_name_and_conclusion_to_those_who_cannot_see_it():
    root = ET.fromstring(drawn(signal()))  # noqa: S314 - our own drawing
    assert root[0].text == WORDS.title
    assert root[1].text == WORDS.conclusion
    assert root.get("role") == "img"


def test_trees_are_drawn_only_where_they_are_known():
    bare = signal(hills())
    without = Labels("Terræn", "", "Sigtelinje", "Fresnelzone", "Masten", "Telefonen", "3,2 km")
    assert "chart__cover" in drawn(signal())
    assert "chart__cover" not in drawn(bare, labels=without)


def test_the_worst_point_is_marked_only_where_there_is_one():
    assert drawn(signal(flat(), 19_900.0)).count('<circle class="chart__worst') == 1
    place = (WEST_M + MIDDLE_M + 1000, SOUTH_M + MIDDLE_M)
    free = explained(flat(), mast(80.0), place, Radio(receiver_m=60.0))
    assert free.obstruction is None
    assert "chart__worst" not in drawn(free)


def test_the_table_holds_both_ends_and_the_worst_point():
    found = signal()
    rows = profile_rows(found)
    assert rows[0].distance_m == 0
    assert rows[-1].distance_m == pytest.approx(found.distance_m)
    assert [one.distance_m for one in rows if one.worst] == [found.obstruction.distance_m]
    worst = next(one for one in rows if one.worst)
    assert worst.room_m == pytest.approx(-found.obstruction.above_sight_m)
    assert 11 <= len(rows) <= 12


def test_the_table_never_calls_unknown_trees_none():
    assert {one.cover_m for one in profile_rows(signal(hills()))} == {None}
    assert None not in {one.cover_m for one in profile_rows(signal())}
