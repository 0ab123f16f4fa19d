"""A computed market rent with its written reasoning, and what is reckoned with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from taskforce.rules.kroner import MOST_DKK, Number, exact, in_kroner, to_ore
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

GUIDE = "https://hoeringsportalen.dk/Hearing/Details/64601"
GUIDE_IN_FORCE = (
    "https://www.lovguiden.dk/loven/vejledning-om-udlejning-af-arealer-på-markedsvilkår-til-brug-for-"
    "udbygning-af-elektroniske-kommunikationsnet"
)


class RentMethod(StrEnum):
    """The state's three methods. None is better than another; the landlord chooses (LEASE-06)."""

    VALUATION = "I"
    COMPARABLES = "II"
    VALUER = "III"

    @property
    def label(self) -> Text:
        return _METHODS[self]


_METHODS = {
    RentMethod.VALUATION: Text("Metode I: offentlig vurdering", "Method I: public valuation"),
    RentMethod.COMPARABLES: Text("Metode II: kendte lejeaftaler", "Method II: known leases"),
    RentMethod.VALUER: Text("Metode III: vurderingsmand", "Method III: a valuer"),
}


@dataclass(frozen=True, slots=True)
class Comparable:
    """One lease that everybody can read about: never a rent that was told in confidence."""

    place: str
    dkk_per_year: Number
    area_m2: Number
    source: str


@dataclass(frozen=True, slots=True)
class ExtraCost:
    """A cost beside the rent, such as power or access, in kroner a year."""

    what: str
    dkk_per_year: Number


@dataclass(frozen=True, slots=True)
class MarketRent:
    """The market rent of one area, step by step. Costs stand beside it, never in it (LEASE-09)."""

    method: RentMethod
    dkk_per_year: Decimal
    reasoning: tuple[Text, ...]
    sources: tuple[str, ...]
    rules: tuple[str, ...]
    extra_costs: tuple[ExtraCost, ...] = ()

    @property
    def extra_dkk_per_year(self) -> Decimal:
        """The costs beside the rent taken together."""
        costs = (_cost(one) for one in self.extra_costs)
        return to_ore(sum(costs, start=Decimal(0)))


def listed(costs: Iterable[ExtraCost]) -> tuple[ExtraCost, ...]:
    """The costs beside the rent, each checked to have a name and an amount."""
    found = tuple(costs)
    for one in found:
        _cost(one)
    return found


def below_market(rent: MarketRent, proposed_dkk_per_year: Number) -> Text | None:
    """A warning where the proposed rent is below the market rent (LEASE-07), otherwise None.

    Parameters
    ----------
    rent
        The market rent as computed.
    proposed_dkk_per_year
        What the landlord would ask, in kroner a year, costs not included.

    Returns
    -------
    Text or None
        What is missing, why it matters and what to do.
    """
    proposed = exact(proposed_dkk_per_year, name="proposed rent in kroner a year", most=MOST_DKK)
    if proposed >= rent.dkk_per_year:
        return None
    asked, missing = in_kroner(proposed), in_kroner(rent.dkk_per_year - proposed)
    return Text(
        f"Lejen på {asked.da} er {missing.da} under markedslejen. "
        "Det kan være ulovlig statsstøtte. Skriv ned, hvorfor lejen er på markedets vilkår, "
        "eller sæt den op.",
        f"The rent of {asked.en} is {missing.en} below the market rent. That may be unlawful state "
        "aid. Write down why the rent is on market terms, or raise it.",
    )


def _cost(one: ExtraCost) -> Decimal:
    if not one.what.strip():
        raise Refused("A cost beside the rent has no name.", remedy="Say what it pays for.")
    return exact(one.dkk_per_year, name=f'cost "{one.what}" in kroner a year', most=MOST_DKK)
