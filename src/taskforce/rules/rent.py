"""The market rent of ground or a roof for a mast, by the state's three methods, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from taskforce.rules.kroner import MOST_DKK, Number, exact, to_ore
from taskforce.rules.rent_figures import (
    GUIDE,
    GUIDE_IN_FORCE,
    Comparable,
    ExtraCost,
    MarketRent,
    RentMethod,
    listed,
)
from taskforce.rules.rent_sentences import (
    adjusted,
    averaged,
    compared,
    multiplied,
    multiplied_by_return,
    valued,
    valued_by,
)
from taskforce.vocabulary.errors import Refused

FEWEST_COMPARABLES = 3
_MOST_M2 = 1_000_000


def from_valuation(
    *,
    value_dkk_per_m2: Number,
    area_m2: Number,
    return_percent: Number,
    price_change_percent: Number | None = None,
    extra_costs: Iterable[ExtraCost] = (),
) -> MarketRent:
    """Method I: value of the ground x area x rate of return (LEASE-02, LEASE-03).

    Parameters
    ----------
    value_dkk_per_m2
        The public valuation of the ground, in kroner per square metre.
    area_m2
        The leased area.
    return_percent
        The market's yearly rate of return in per cent. The state's guide names none.
    price_change_percent
        How much prices in the area have changed on average since an old valuation, in per cent;
        None where the valuation is up to date.
    extra_costs
        Costs beside the rent.

    Returns
    -------
    MarketRent
        Rounded to øre once, at the end.
    """
    value = exact(value_dkk_per_m2, name="value in kroner per m²", most=_MOST_M2)
    area = exact(area_m2, name="area in m²", most=_MOST_M2)
    rate = exact(return_percent, name="rate of return in per cent", most=100)
    steps = [valued(value)]
    if price_change_percent is not None:
        change = exact(
            price_change_percent, name="price change in per cent", least=-100, most=1_000
        )
        value = value * (100 + change) / 100
        steps.append(adjusted(value, change))
    rent = to_ore(value * area * rate / 100)
    return MarketRent(
        method=RentMethod.VALUATION,
        dkk_per_year=rent,
        reasoning=(*steps, multiplied_by_return(value, area, rate, rent)),
        sources=(GUIDE,),
        rules=("LEASE-02",) if price_change_percent is None else ("LEASE-02", "LEASE-03"),
        extra_costs=listed(extra_costs),
    )


def from_comparables(
    comparables: Sequence[Comparable], *, area_m2: Number, extra_costs: Iterable[ExtraCost] = ()
) -> MarketRent:
    """Method II: the mean of publicly known rents per square metre x area (LEASE-04).

    Parameters
    ----------
    comparables
        At least three leases of similar ground with the same limited use, each with a public
        source. Every lease weighs the same, whatever its area.
    area_m2
        The leased area.
    extra_costs
        Costs beside the rent.

    Returns
    -------
    MarketRent
        Its sources name those of the comparables.
    """
    if len(comparables) < FEWEST_COMPARABLES:
        raise Refused(
            f"Method II needs at least {FEWEST_COMPARABLES} comparable leases, and "
            f"{len(comparables)} are given.",
            remedy="Find more publicly known leases, or use method I or III.",
        )
    area = exact(area_m2, name="area in m²", most=_MOST_M2)
    rates = [_rate(one) for one in comparables]
    mean = sum(rates, start=Decimal(0)) / len(rates)
    rent = to_ore(mean * area)
    return MarketRent(
        method=RentMethod.COMPARABLES,
        dkk_per_year=rent,
        reasoning=(
            *(compared(one, rate) for one, rate in zip(comparables, rates, strict=True)),
            averaged(mean, len(rates)),
            multiplied(mean, area, rent),
        ),
        sources=tuple(dict.fromkeys((GUIDE, *(one.source for one in comparables)))),
        rules=("LEASE-04",),
        extra_costs=listed(extra_costs),
    )


def from_valuer(
    dkk_per_year: Number, *, valuer: str, on: date, extra_costs: Iterable[ExtraCost] = ()
) -> MarketRent:
    """Method III: the figure of a professional valuer, with name and day (LEASE-05).

    Parameters
    ----------
    dkk_per_year
        The valuer's figure.
    valuer
        Who valued it: a firm, or a person with a title.
    on
        The day of the valuation.
    extra_costs
        Costs beside the rent.

    Returns
    -------
    MarketRent
        The valuer's figure, rounded to øre.
    """
    if not valuer.strip():
        raise Refused("The valuation has no valuer.", remedy="Say who valued the rent.")
    rent = to_ore(exact(dkk_per_year, name="the valuer's rent in kroner a year", most=MOST_DKK))
    return MarketRent(
        method=RentMethod.VALUER,
        dkk_per_year=rent,
        reasoning=(valued_by(valuer.strip(), on, rent),),
        sources=(GUIDE, GUIDE_IN_FORCE),
        rules=("LEASE-05",),
        extra_costs=listed(extra_costs),
    )


def _rate(one: Comparable) -> Decimal:
    """Kroner a year per square metre of one known lease."""
    if not (one.place.strip() and one.source.strip()):
        raise Refused(
            "A comparable lease lacks its place or its public source.",
            remedy="Use only rents that everybody can look up, and say where.",
        )
    name = f"rent of {one.place} in kroner a year"
    dkk = exact(one.dkk_per_year, name=name, most=MOST_DKK)
    area = exact(
        one.area_m2, name=f"area of {one.place} in m²", least=Decimal("0.01"), most=_MOST_M2
    )
    return dkk / area
