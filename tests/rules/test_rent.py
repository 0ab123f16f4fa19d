"""Market rent by the state's three methods, with reasons that can be checked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.rules.kroner import in_digits, in_kroner
from taskforce.rules.rent import from_comparables, from_valuation, from_valuer
from taskforce.rules.rent_figures import Comparable, ExtraCost, RentMethod, below_market
from taskforce.vocabulary.errors import Refused

HOSTILE = [1e308, -1, float("nan"), float("inf"), Decimal("NaN"), True, "12"]
KNOWN = [
    Comparable("Faxe", 12_000, 100, "https://example.org/faxe"),
    Comparable("Lejre", 9_000, 50, "https://example.org/lejre"),
    Comparable("Sorø", 30_000, 100, "https://example.org/soroe"),
]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_method_one_is_value_times_area_times_return():
    rent = from_valuation(value_dkk_per_m2=250, area_m2=100, return_percent=5)
    assert (rent.method, rent.dkk_per_year) == (RentMethod.VALUATION, Decimal("1250.00"))
    assert rent.rules == ("LEASE-02",)
    assert [plain(step.da) for step in rent.reasoning] == [
        "Grunden er offentligt vurderet til 250,00 kr. pr. m².",
        "250,00 kr. pr. m² gange 100 m² gange et afkast på 5 % om året giver en leje på "
        "1.250,00 kr. om året.",
    ]


@pytest.mark.parametrize(
    ("change", "rent", "said"),
    [(20, "1500.00", "steget med 20 %"), (-12.5, "1093.75", "faldet med 12,5 %")],
)
def test_an_old_valuation_is_adjusted_by_the_change_of_prices(change, rent, said):
    found = from_valuation(
        value_dkk_per_m2=250, area_m2=100, return_percent=5, price_change_percent=change
    )
    assert found.dkk_per_year == Decimal(rent)
    assert found.rules == ("LEASE-02", "LEASE-03")
    assert said in found.reasoning[1].da


def test_it_is_rounded_to_ore_only_at_the_end():
    found = from_valuation(value_dkk_per_m2=0.333, area_m2=1.5, return_percent=1)
    assert found.dkk_per_year == Decimal("0.00")
    found = from_valuation(value_dkk_per_m2=100.1, area_m2=0.5, return_percent=10)
    assert found.dkk_per_year == Decimal("5.01")


def test_method_two_is_the_mean_per_square_metre_times_the_area():
    rent = from_comparables(KNOWN, area_m2=80)
    assert rent.dkk_per_year == Decimal("16000.00")  # (120 + 180 + 300) / 3 x 80
    assert plain(rent.reasoning[1].en) == (
        "Lejre: DKK 180.00 per m² a year (https://example.org/lejre)."
    )
    assert {one.source for one in KNOWN} < set(rent.sources)


@pytest.mark.parametrize("given_leases", [0, 1, 2])
def test_method_two_refuses_fewer_than_three_leases(given_leases):
    with pytest.raises(Refused, match="at least 3"):
        from_comparables(KNOWN[:given_leases], area_m2=80)


@pytest.mark.parametrize("lacking", [{"source": " "}, {"place": ""}, {"area_m2": 0}])
def test_a_lease_that_is_not_publicly_known_is_refused(lacking):
    whole = {"place": "Greve", "dkk_per_year": 1, "area_m2": 1, "source": "https://example.org"}
    with pytest.raises(Refused):
        from_comparables([*KNOWN, Comparable(**{**whole, **lacking})], area_m2=80)


def test_method_three_says_who_valued_and_when():
    rent = from_valuer(24_000, valuer="Vurdering A/S", on=date(2026, 5, 4))
    assert rent.dkk_per_year == Decimal("24000.00")
    assert plain(rent.reasoning[0].da) == (
        "Vurdering A/S har den 4.5.2026 vurderet markedslejen til 24.000,00 kr. om året."
    )


def test_method_three_refuses_a_valuation_without_a_valuer():
    with pytest.raises(Refused, match="no valuer"):
        from_valuer(24_000, valuer=" ", on=date(2026, 5, 4))


def test_costs_stand_beside_the_rent_and_never_in_it():
    costs = [ExtraCost("Strøm", 1_200.50), ExtraCost("Adgang", 800)]
    rent = from_valuation(value_dkk_per_m2=250, area_m2=100, return_percent=5, extra_costs=costs)
    assert rent.dkk_per_year == Decimal("1250.00")
    assert (rent.extra_costs, rent.extra_dkk_per_year) == (tuple(costs), Decimal("2000.50"))


def test_a_cost_without_a_name_is_refused():
    with pytest.raises(Refused, match="no name"):
        from_valuer(1, valuer="A", on=date(2026, 5, 4), extra_costs=[ExtraCost("", 5)])


def test_a_rent_below_the_market_is_warned_of_as_state_aid():
    rent = from_valuation(value_dkk_per_m2=250, area_m2=100, return_percent=5)
    warning = below_market(rent, Decimal("1249.99"))
    assert "statsstøtte" in warning.da
    assert "0,01 kr. under markedslejen" in plain(warning.da)
    assert below_market(rent, 1250) is None
    assert below_market(rent, 2000) is None


def test_every_method_gives_a_source_and_reasons_in_two_languages():
    rents = [
        from_valuation(value_dkk_per_m2=250, area_m2=100, return_percent=5),
        from_comparables(KNOWN, area_m2=80),
        from_valuer(24_000, valuer="Vurdering A/S", on=date(2026, 5, 4)),
    ]
    for rent in rents:
        assert rent.sources
        assert rent.reasoning
        assert all(step.da and step.en and step.da != step.en for step in rent.reasoning)


@pytest.mark.parametrize("bad", HOSTILE)
@pytest.mark.parametrize("name", ["value_dkk_per_m2", "area_m2", "return_percent"])
def test_hostile_numbers_are_refused_by_method_one(name, bad):
    numbers = {"value_dkk_per_m2": 250, "area_m2": 100, "return_percent": 5, name: bad}
    with pytest.raises(Refused):
        from_valuation(**numbers)


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_numbers_are_refused_everywhere_else(bad):
    rent = from_valuer(1, valuer="A", on=date(2026, 5, 4))
    tries = [
        lambda: from_comparables(KNOWN, area_m2=bad),
        lambda: from_comparables([*KNOWN, Comparable("X", bad, 1, "s")], area_m2=1),
        lambda: from_comparables([*KNOWN, Comparable("X", 1, bad, "s")], area_m2=1),
        lambda: from_valuer(bad, valuer="A", on=date(2026, 5, 4)),
        lambda: from_valuer(1, valuer="A", on=date(2026, 5, 4), extra_costs=[ExtraCost("x", bad)]),
        lambda: below_market(rent, bad),
    ]
    for attempt in tries:
        with pytest.raises(Refused):
            attempt()


@pytest.mark.parametrize("change", [-101, 1e308, float("nan")])
def test_a_price_change_that_cannot_be_is_refused(change):
    with pytest.raises(Refused):
        from_valuation(value_dkk_per_m2=1, area_m2=1, return_percent=1, price_change_percent=change)


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(0, 100), st.integers(0, 50))
def test_a_higher_value_or_return_never_lowers_the_rent(value, area, rate, more):
    def rent(value, rate):
        return from_valuation(
            value_dkk_per_m2=value, area_m2=area, return_percent=rate
        ).dkk_per_year

    assert rent(value + more, rate) >= rent(value, rate)
    assert rent(value, min(100, rate + more)) >= rent(value, rate)


@given(st.permutations(KNOWN), st.integers(1, 1000))
def test_the_order_of_the_leases_does_not_matter(leases, area):
    ours, theirs = from_comparables(leases, area_m2=area), from_comparables(KNOWN, area_m2=area)
    assert ours.dkk_per_year == theirs.dkk_per_year


@pytest.mark.parametrize(
    ("amount", "danish", "english"),
    [
        ("1234567.895", "1.234.567,90 kr.", "DKK 1,234,567.90"),
        ("0", "0,00 kr.", "DKK 0.00"),
    ],
)
def test_amounts_are_written_as_danes_and_english_people_do(amount, danish, english):
    found = in_kroner(Decimal(amount))
    assert (plain(found.da), plain(found.en)) == (danish, english)


def test_plain_numbers_keep_their_own_decimals():
    assert [in_digits(Decimal(n)).da for n in ("100", "2.50", "0", "12345.6")] == [
        "100",
        "2,5",
        "0",
        "12.345,6",
    ]
