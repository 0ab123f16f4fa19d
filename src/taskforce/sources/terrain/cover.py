"""What stands on the ground: land-cover codes, and how high each counts for radio."""

from __future__ import annotations

import numpy as np

from taskforce.sources.terrain.raster import Heights
from taskforce.vocabulary.errors import Refused, WrongUse

# Representative heights of ITU-R P.1812, table 2, in metres.
HEIGHTS_M = {"open": 0.0, "water": 0.0, "suburban": 10.0, "trees": 15.0, "dense": 20.0}
HIGHEST_M = 60.0


def parse_codes(text: str) -> dict[int, float]:
    """Read what each code of a land-cover raster means.

    Parameters
    ----------
    text
        Code and height in metres, or the name of a class: "10=trees,50=suburban,60=0".

    Returns
    -------
    dict
        Code to representative height, metres.

    Raises
    ------
    WrongUse
        It is not written so, or a height is no height of trees and houses.
    """
    found: dict[int, float] = {}
    for part in text.split(","):
        code, _, meaning = (word.strip().lower() for word in part.partition("="))
        try:
            height = HEIGHTS_M[meaning] if meaning in HEIGHTS_M else float(meaning)
            found[int(code)] = height
        except ValueError as error:
            raise WrongUse(
                f'"{part.strip()}" does not say how high a code of land cover counts.',
                remedy=f"Write 10=trees,50=10: a height or one of {', '.join(HEIGHTS_M)}.",
            ) from error
        if not 0 <= height <= HIGHEST_M:
            raise WrongUse(f"{height:g} m is no height of trees or houses ({part.strip()}).")
    return found


def as_heights(values: Heights, codes: dict[int, float] | None, *, file: str) -> Heights:
    """Turn a raster of land cover into heights over the ground.

    Parameters
    ----------
    values
        Heights in metres, or codes; NaN where nothing is known, which counts as open land.
    codes
        What the codes mean; None where the values are heights already.
    file
        Named when something is wrong.

    Returns
    -------
    Heights
        Metres over the ground.

    Raises
    ------
    Refused
        A code is not explained, or a height is none of trees and houses.
    """
    told = np.where(np.isfinite(values), values, np.float32(0))
    if codes is None:
        if told.size and (told.min() < 0 or told.max() > HIGHEST_M):
            raise Refused(
                f"Land cover reaches from {told.min():g} to {told.max():g}; heights of trees and "
                f"houses lie between 0 and {HIGHEST_M:g} m.",
                remedy="If these are codes, say what they mean: --clutter-codes "
                "10=trees,50=suburban,60=open.",
                file=file,
            )
        return told
    heights = np.zeros_like(told)
    for code in np.unique(values[np.isfinite(values)]):
        if code not in codes:
            raise Refused(
                f"--clutter-codes does not say what the code {code:g} means.",
                remedy=f"Add it, for example {code:g}=open.",
                file=file,
            )
        heights[values == code] = codes[int(code)]
    return heights
