"""Growth: dated official rates, and scenarios that show their rate and their year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.need.growth import growth_figures, growth_rates, needed_then, scenario
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD
from taskforce.vocabulary.technology import Technology
from tests.makers import Address, make_snapshot, uuid_of


def fibre(number: int, mbps: int) -> Address:
    return Address(uuid_of(number), {Technology.FIBRE: [(mbps * 1_000, mbps * 1_000)]})


def test_default_is_the_latest_official_figure_for_fixed_lines() -> None:
    default, *others = growth_rates()

    assert default.yearly_growth == Decimal("0.138")
    assert (default.figure.kind, default.figure.period) == ("fixed", "2023 H2")
    assert {one.slug: one.yearly_growth for one in others} == {
        "mobile": Decimal("0.275"),
        "charter": Decimal("0.5"),
    }


def test_every_figure_has_a_publisher_a_title_and_a_day() -> None:
    for figure in growth_figures():
        assert figure.origin.publisher
        assert figure.origin.title
        assert figure.traffic_tb or figure.yearly_growth or figure.gb_a_month


def test_the_mobile_series_is_as_published() -> None:
    traffic = {one.period: one.traffic_tb for one in growth_figures() if one.kind == "mobile"}

    assert traffic["2010 H2"] == 8_000
    assert traffic["2015 H1"] == 90_000
    assert traffic["2016 H1"] == 162_000
    assert traffic["2016 H2"] == 208_000
    assert traffic["2021"] is None


def test_need_grows_on_both_speeds_year_upon_year() -> None:
    need = needed_then(DEFAULT_THRESHOLD, yearly_growth=Decimal("0.138"), years=4)

    assert need.label == "167.714/50.314"


@given(growth=st.decimals(0, 2, places=3), years=st.integers(0, 29))
def test_a_later_year_never_needs_less(growth: Decimal, years: int) -> None:
    sooner = needed_then(DEFAULT_THRESHOLD, yearly_growth=growth, years=years)
    later = needed_then(DEFAULT_THRESHOLD, yearly_growth=growth, years=years + 1)

    assert later.download_mbps >= sooner.download_mbps >= DEFAULT_THRESHOLD.download_mbps
    assert later.upload_mbps >= sooner.upload_mbps


def test_lines_of_today_fall_below_the_need_of_a_later_year(shelf: Shelf) -> None:
    snapshot = make_snapshot(
        shelf,
        [fibre(1, 50), fibre(2, 100), fibre(3, 150), fibre(4, 1_000), Address(uuid_of(5), None)],
    )

    outlook = scenario(
        snapshot, threshold=DEFAULT_THRESHOLD, yearly_growth=Decimal("0.5"), year=2028
    )

    (area,) = outlook.areas
    assert outlook.needed.label == "225/67.5"
    assert (area.below_today, area.below_then) == (1, 3)
    assert (area.unknown_today, area.unknown_then) == (1, 1)


def test_in_the_year_of_the_snapshot_nothing_has_grown(shelf: Shelf) -> None:
    snapshot = make_snapshot(shelf, [fibre(1, 50), fibre(2, 100)])

    outlook = scenario(snapshot, threshold=DEFAULT_THRESHOLD, year=2026)

    assert outlook.needed == DEFAULT_THRESHOLD
    assert outlook.yearly_growth == Decimal("0.138")


@pytest.mark.parametrize(("growth", "years"), [("0.1", -1), ("0.1", 31), ("-1", 3)])
def test_senseless_scenarios_are_refused(growth: str, years: int) -> None:
    with pytest.raises(WrongUse):
        needed_then(DEFAULT_THRESHOLD, yearly_growth=Decimal(growth), years=years)
