"""Single cells of a list of sites: numbers as offices write them, and texts with several parts."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
_ONE_GROUP = re.compile(r"[+-]?\d{1,3}[.,]\d{3}")
_DANISH_GROUPS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_ENGLISH_GROUPS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_UNIT = re.compile(r"(m|m\.|meter|metre|metres|kr|kr\.|dkk|,-|°)$", re.IGNORECASE)
_FEET = re.compile(r"\d\s*(ft|ft\.|fod|feet|foot|')$", re.IGNORECASE)
_PARTS = re.compile(r"[;|,\n]")


class NoNumber(ValueError):
    """A cell that should hold a number holds something else."""


def number(text: str, *, large: bool = False) -> float | None:
    """Read a number with a decimal comma or point.

    Parameters
    ----------
    text
        The cell; a unit at its end is passed over.
    large
        Whether the column holds large numbers (metres on the grid, kroner a year), in which
        "25.000" is twenty-five thousand. In the others, heights and degrees, it is 25.

    Returns
    -------
    float or None
        None for an empty cell.

    Raises
    ------
    NoNumber
        The cell holds something else.
    """
    if _NUMBER.fullmatch(text) and not (large and _ONE_GROUP.fullmatch(text)):
        return float(text.replace(",", "."))
    bare = _UNIT.sub("", "".join(text.split()))
    if bare in ("", "-", "nan"):
        return None
    if large or not _ONE_GROUP.fullmatch(bare):
        for groups, mark in ((_DANISH_GROUPS, "."), (_ENGLISH_GROUPS, ",")):
            if groups.fullmatch(bare):
                return float(bare.replace(mark, "").replace(",", "."))
    if not _NUMBER.fullmatch(bare):
        raise NoNumber(text)
    return float(bare.replace(",", "."))


def in_feet(text: str) -> bool:
    """Whether a height says that it is in feet."""
    return _FEET.search(text.strip()) is not None


def parts(text: str) -> tuple[str, ...]:
    """The parts of a cell that lists several things, each once."""
    bare = text[1:-1] if text[:1] + text[-1:] == "[]" else text
    found = (part.strip().strip("\"'") for part in _PARTS.split(bare))
    return tuple(dict.fromkeys(part for part in found if part))
