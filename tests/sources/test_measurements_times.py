"""Times are instants: with their zone, with the user's, and on the days that summer time turns."""

from __future__ import annotations

import numpy as np
import pytest

from taskforce.sources.measurements.times import times, zone_of
from taskforce.vocabulary.errors import WrongUse

DENMARK = zone_of("Europe/Copenhagen")


def read(*texts: str, form: str = "iso"):
    return times(texts, form=form, zone=DENMARK)


def test_a_time_of_its_own_zone_needs_no_other():
    found = read("2026-06-30T12:00:00+02:00", "2026-06-30T10:00:00Z", "2026-06-30 12:00:00")
    assert set(found.utc.tolist()) == {np.datetime64("2026-06-30T10:00:00").item()}
    assert found.local.tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("text", "utc", "never", "twice"),
    [
        ("2026-10-25 01:59:59", "2026-10-24T23:59:59", False, False),
        # The hour from two to three comes twice; the first is summer time.
        ("2026-10-25 02:00:00", "2026-10-25T00:00:00", False, True),
        ("2026-10-25 02:59:59", "2026-10-25T00:59:59", False, True),
        ("2026-10-25 03:00:00", "2026-10-25T02:00:00", False, False),
        ("2026-03-29 01:59:59", "2026-03-29T00:59:59", False, False),
        ("2026-03-29 02:00:00", None, True, False),
        ("2026-03-29 03:00:00", "2026-03-29T01:00:00", False, False),
    ],
)
def test_the_hours_that_come_twice_or_never_are_told(text, utc, never, twice):
    found = read(text)
    assert (found.never.tolist(), found.twice.tolist()) == ([never], [twice])
    if utc:
        assert found.utc[0] == np.datetime64(utc)


def test_empty_is_no_time_and_nonsense_is_wrong():
    found = read("", "soon", "2026-02-30 10:00:00")
    assert np.isnat(found.utc).all()
    assert found.wrong.tolist() == [False, True, True]


def test_seconds_and_milliseconds_since_1970_are_utc():
    seconds, milliseconds = (
        read("1782813600", form="epoch_s"),
        read("1782813600500", form="epoch_ms"),
    )
    assert seconds.utc[0] == np.datetime64("2026-06-30T10:00:00")
    assert milliseconds.utc[0] == np.datetime64("2026-06-30T10:00:00.500")


def test_an_unknown_zone_is_wrong_use():
    with pytest.raises(WrongUse, match="Atlantis"):
        zone_of("Europe/Atlantis")
