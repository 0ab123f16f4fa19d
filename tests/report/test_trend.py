"""The course of a number: gaps stay gaps, and what was counted otherwise is not joined."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.report.figures import NOW, THEN
from taskforce.report.trend import MOST_DAYS, Reading, Telling, breaks, counted_alike, pieces, trend

DAYS = [date(2016, 6, 30) + timedelta(days=180 * number) for number in range(16)]


def telling(number, *, then=None, now=1.0, software="0.5.0", before=1):
    """An edition of a day, which may tell of an earlier day too."""
    readings = [Reading(DAYS[number], NOW, now)]
    if number >= before:
        readings.insert(0, Reading(DAYS[number - before], THEN, then))
    return Telling(f"e{number}", software, tuple(readings))


numbers = st.none() | st.integers(0, 999).map(float)
tellings = st.lists(
    st.builds(
        telling,
        st.integers(0, 15),
        then=numbers,
        now=numbers,
        software=st.sampled_from(("0.5.0", "0.6.0")),
        before=st.integers(1, 3),
    ),
    max_size=10,
)


@given(tellings)
def test_every_point_was_told_and_the_newest_edition_has_the_last_word(told):
    points = trend(told)
    days = [one.reading.on for one in points]
    assert days == sorted(set(days))
    assert len(days) <= MOST_DAYS
    for point in points:
        last = [one for one in told if any(r.on == point.reading.on for r in one.readings)][-1]
        assert point.edition == last.edition
        assert point.reading in last.readings


@given(tellings)
def test_a_line_joins_only_what_is_shown_and_counted_alike(told):
    points = trend(told)
    found = pieces(points)
    shown = [one for one in points if one.reading.value is not None]
    assert [one for piece in found for one in piece] == shown
    for piece in found:
        first = points.index(piece[0])
        # Neighbours in the calendar, too: nothing without a number lies between them.
        assert list(piece) == list(points[first : first + len(piece)])
        assert all(one.comparable for one in piece[1:])
    assert len(breaks(points)) == sum(not one.comparable for one in points)


@given(st.lists(numbers, min_size=2, max_size=12))
def test_one_way_of_counting_gives_no_break(values):
    told = [
        telling(number, then=values[number - 1] if number else None, now=value)
        for number, value in enumerate(values)
    ]
    points = trend(told)
    assert [one.reading.value for one in points] == values
    assert breaks(points) == ()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (telling(1, now=7.0), telling(2, then=7.0, software="0.6.0"), True),
        (telling(1, now=7.0), telling(2, then=8.0), False),
        (telling(1, now=None), telling(2, then=8.0), True),
        (telling(1, now=None), telling(2, then=8.0, software="0.6.0"), False),
        (telling(0), telling(5), True),
        (telling(0), telling(5, software="0.6.0"), False),
    ],
)
def test_two_numbers_for_one_day_tell_that_the_counting_changed(one, other, alike):
    assert counted_alike(one, other) is alike
    assert counted_alike(other, one) is alike


def test_nothing_told_is_no_course():
    assert trend([]) == pieces([]) == breaks([]) == ()
