"""A market rent as it was reckoned, kept as plain values and read again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from taskforce.rules.kroner import in_kroner
from taskforce.rules.rent_figures import MarketRent, RentMethod, below_market
from taskforce.vocabulary.text import Text
from taskforce.web.cases.models import Rent
from taskforce.web.frame.templatetags.spoken import spoken


@dataclass(frozen=True, slots=True)
class ToldRent:
    """A computed rent in the language of the page, step by step."""

    method: str
    amount: str
    steps: list[str]
    costs: list[str]
    rules: list[str]
    sources: list[str]


def kept(found: MarketRent, on: date) -> dict[str, Any]:
    """The reckoning as the database keeps it."""
    return {
        "method": found.method.value,
        "dkk_per_year": str(found.dkk_per_year),
        "reasoning": [{"da": one.da, "en": one.en} for one in found.reasoning],
        "sources": list(found.sources),
        "rules": list(found.rules),
        "costs": [[one.what, str(one.dkk_per_year)] for one in found.extra_costs],
        "on": on.isoformat(),
    }


def told_rent(reasoning: dict[str, Any]) -> ToldRent:
    """The reckoning in words."""
    costs = [f"{what}: {spoken(in_kroner(Decimal(dkk)))}" for what, dkk in reasoning["costs"]]
    return ToldRent(
        method=spoken(RentMethod(reasoning["method"]).label),
        amount=spoken(in_kroner(Decimal(reasoning["dkk_per_year"]))),
        steps=[spoken(Text(**one)) for one in reasoning["reasoning"]],
        costs=costs,
        rules=reasoning["rules"],
        sources=reasoning["sources"],
    )


def warning(rent: Rent | None) -> str:
    """What to beware of where the agreed rent is below the reckoned one; otherwise nothing."""
    if rent is None or rent.agreed_dkk is None or not rent.reasoning:
        return ""
    reckoned = MarketRent(
        method=RentMethod(rent.reasoning["method"]),
        dkk_per_year=Decimal(rent.reasoning["dkk_per_year"]),
        reasoning=(),
        sources=(),
        rules=(),
    )
    found = below_market(reckoned, rent.agreed_dkk)
    return spoken(found) if found else ""
