"""Numbers as people write them: a comma in Danish, a point in English."""

from __future__ import annotations

from taskforce.vocabulary.text import Text


def in_digits(value: float, decimals: int = 0) -> Text:
    """Write a number with the decimal sign of each language.

    Parameters
    ----------
    value
        The number.
    decimals
        How many decimals are written; trailing zeros are kept. Minus is a real minus sign.

    Returns
    -------
    Text
        For instance "−3,2" and "−3.2".
    """
    rounded = round(value, decimals) + 0.0
    english = f"{abs(rounded):,.{decimals}f}"
    danish = english.translate(str.maketrans(",.", ".,"))
    sign = "−" if rounded < 0 else ""
    return Text(f"{sign}{danish}", f"{sign}{english}")


def short(value: float) -> Text:
    """Write a number with the decimals it has, at most three.

    Parameters
    ----------
    value
        The number.

    Returns
    -------
    Text
        For instance "1,5" and "1.5", "50" and "50".
    """
    decimals = next(n for n in range(4) if n == 3 or abs(value - round(value, n)) < 1e-9)
    return in_digits(value, decimals)
