"""The sentences that say how a market rent was reckoned, one for each step."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from taskforce.rules.kroner import in_digits, in_kroner
from taskforce.rules.rent_figures import Comparable
from taskforce.vocabulary.text import Text


def valued(value: Decimal) -> Text:
    """What the public valuation says, in kroner per m²."""
    said = in_kroner(value)
    return Text(
        f"Grunden er offentligt vurderet til {said.da} pr. m².",
        f"The public valuation of the ground is {said.en} per m².",
    )


def adjusted(value: Decimal, change: Decimal) -> Text:
    """The value per m² after a change of prices in per cent, up or down."""
    said, by = in_kroner(value), in_digits(abs(change))
    da, en = ("faldet", "fallen") if change < 0 else ("steget", "risen")
    return Text(
        f"Vurderingen er gammel. Priserne i området er siden {da} med {by.da} % i gennemsnit. "
        f"Det giver {said.da} pr. m².",
        f"The valuation is old. Prices in the area have {en} by {by.en} % on average since. "
        f"That gives {said.en} per m².",
    )


def multiplied_by_return(value: Decimal, area: Decimal, rate: Decimal, rent: Decimal) -> Text:
    """Value per m² times area times the rate of return in per cent."""
    each, size = in_kroner(value), in_digits(area)
    share, total = in_digits(rate), in_kroner(rent)
    return Text(
        f"{each.da} pr. m² gange {size.da} m² gange et afkast på {share.da} % om året "
        f"giver en leje på {total.da} om året.",
        f"{each.en} per m² times {size.en} m² times a return of {share.en} % a year "
        f"gives a rent of {total.en} a year.",
    )


def compared(one: Comparable, rate: Decimal) -> Text:
    """One publicly known lease, in kroner a year per m², and where it is known from."""
    said = in_kroner(rate)
    return Text(
        f"{one.place}: {said.da} pr. m² om året ({one.source}).",
        f"{one.place}: {said.en} per m² a year ({one.source}).",
    )


def averaged(mean: Decimal, leases: int) -> Text:
    """The mean of the known leases, in kroner a year per m²."""
    said = in_kroner(mean)
    return Text(
        f"Gennemsnittet af de {leases} kendte lejeaftaler er {said.da} pr. m² om året.",
        f"The mean of the {leases} known leases is {said.en} per m² a year.",
    )


def multiplied(mean: Decimal, area: Decimal, rent: Decimal) -> Text:
    """Kroner a year per m² times area."""
    each, size, total = in_kroner(mean), in_digits(area), in_kroner(rent)
    return Text(
        f"{each.da} pr. m² gange {size.da} m² giver en leje på {total.da} om året.",
        f"{each.en} per m² times {size.en} m² gives a rent of {total.en} a year.",
    )


def valued_by(valuer: str, on: date, rent: Decimal) -> Text:
    """Who valued the rent, on which day, at how much a year."""
    said, day = in_kroner(rent), f"{on.day}.{on.month}.{on.year}"
    return Text(
        f"{valuer} har den {day} vurderet markedslejen til {said.da} om året.",
        f"{valuer} valued the market rent at {said.en} a year on {on.isoformat()}.",
    )
