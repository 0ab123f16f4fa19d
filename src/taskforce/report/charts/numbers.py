"""Writes numbers as Danes or English readers write them."""

from __future__ import annotations

_DANISH = str.maketrans({",": ".", ".": ","})
_HARD_SPACE = "\u00a0"


def number(value: float, language: str, *, decimals: int = 0) -> str:
    """Write a number with marks at the thousands.

    Parameters
    ----------
    value
        Any number.
    language
        "da" or "en".
    decimals
        How many to show.

    Returns
    -------
    str
        1234.5 is "1.234,5" in Danish and "1,234.5" in English.
    """
    written = f"{value:,.{decimals}f}"
    return written.translate(_DANISH) if language.startswith("da") else written


def percent(share: float, language: str, *, decimals: int = 1) -> str:
    """Write a share (0 to 1) in percent: "2,5 %" in Danish, "2.5%" in English."""
    space = _HARD_SPACE if language.startswith("da") else ""
    return f"{number(share * 100, language, decimals=decimals)}{space}%"
