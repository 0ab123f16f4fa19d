"""Numbers are written as readers of each language write them, rounded and never cut off."""

from datetime import date

import pytest
from django.utils.translation import override

from taskforce.web.frame.templatetags import numbers


@pytest.mark.parametrize(
    ("share", "danish", "english"),
    [
        (0.83784, "83,8\xa0%", "83.8%"),
        (0.00126, "0,13\xa0%", "0.13%"),
        (0.9992, "99,92\xa0%", "99.92%"),
        (0.01, "1\xa0%", "1%"),
        (0.0, "0\xa0%", "0%"),
        (1.0, "100\xa0%", "100%"),
        (None, "ukendt", "unknown"),
    ],
)
def test_a_share_keeps_decimals_where_the_rest_group_is(share, danish, english):
    with override("da"):
        assert numbers.percent(share) == danish
    with override("en"):
        assert numbers.percent(share) == english


def test_thousands_decimals_and_signs_follow_the_language():
    with override("da"):
        assert numbers.number(1234567) == "1.234.567"
        assert numbers.number(0.666, 2) == "0,67"
        assert numbers.signed(-1200) == "\u22121.200"
        assert numbers.signed(3) == "+3"
    with override("en"):
        assert numbers.number(1234567) == "1,234,567"


@pytest.mark.parametrize(
    ("kbps", "words"), [(100_000, "100\xa0Mbit/s"), (512, "0,5\xa0Mbit/s"), (None, "ukendt")]
)
def test_a_speed_is_in_megabit_and_unknown_is_no_zero(kbps, words):
    with override("da"):
        assert numbers.mbps(kbps) == words


@pytest.mark.parametrize(
    ("metres", "words"), [(3, "under 10 m"), (694, "690\xa0m"), (1449.0, "1,4\xa0km")]
)
def test_a_distance_is_as_exact_as_it_can_be(metres, words):
    with override("da"):
        assert numbers.distance(metres) == words


def test_a_day_has_its_month_in_words():
    with override("da"):
        assert numbers.day(date(2026, 6, 30)) == "30. juni 2026"
    with override("en"):
        assert numbers.day(date(2026, 6, 30)) == "30 June 2026"
