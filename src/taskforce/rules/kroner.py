"""Exact numbers and amounts in kroner, checked on the way in and written as people write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

Number = int | float | Decimal
ORE = Decimal("0.01")
MOST_DKK = 100_000_000
_DANISH = str.maketrans(",.", ".,")
_HARD_SPACE = "\u00a0"


def exact(number: Number, *, name: str, least: Number = 0, most: Number) -> Decimal:
    """The number without rounding; refused where it is none, or outside its bounds.

    Parameters
    ----------
    number
        As a person wrote it: 0.1 is read as 0.1, not as the nearest binary fraction.
    name
        What it is, for the message.
    least, most
        Bounds, both included.

    Returns
    -------
    Decimal
        Finite.
    """
    sound = isinstance(number, int | float | Decimal) and not isinstance(number, bool)
    found = Decimal(str(number)) if sound else Decimal("NaN")
    if not (found.is_finite() and Decimal(str(least)) <= found <= Decimal(str(most))):
        raise Refused(
            f"{number!r} cannot be {name}.",
            remedy=f"Give a number from {least:,} to {most:,}.",
            column=name,
        )
    return found


def to_ore(amount: Decimal) -> Decimal:
    """The amount rounded to whole øre, half an øre up."""
    return amount.quantize(ORE, rounding=ROUND_HALF_UP)


def in_kroner(amount: Decimal) -> Text:
    """An amount in words: "12.345,50 kr." and "DKK 12,345.50"."""
    english = f"{to_ore(amount):,.2f}"
    return Text(f"{english.translate(_DANISH)}{_HARD_SPACE}kr.", f"DKK{_HARD_SPACE}{english}")


def in_digits(number: Decimal) -> Text:
    """A plain number with its own decimals: "2,5" and "2.5"."""
    english = f"{number.normalize():,f}"
    return Text(english.translate(_DANISH), english)
