"""How a fact's value is written: in an address, in a field, and read back from what people type."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

from taskforce.rules.fact import Fact, Kind, Value

# Neither is the value of any fact, because the values of facts are single words.
DONT_KNOW = "dont-know"
NONE_OF_THEM = "none-of-them"
YES, NO = "yes", "no"
LONGEST_NUMBER = 20

_HOME = ZoneInfo("Europe/Copenhagen")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_PLAIN = re.compile(r"[-\u2212]?\d+([.,]\d+)?")
_GROUPED = re.compile(r"-?\d{1,3}([.,]\d{3}){2,}")
_THREE_AFTER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


class Ambiguous(ValueError):
    """The sign could part thousands or decimals, and the two are a thousand times apart."""


def in_address(value: Value) -> list[str]:
    """A value as it stands in an address, the same in both languages."""
    if isinstance(value, bool):
        return [YES if value else NO]
    if isinstance(value, tuple):
        return list(value) or [NONE_OF_THEM]
    if isinstance(value, datetime):
        return [value.astimezone(_HOME).strftime("%Y-%m-%dT%H:%M")]
    return [_plain(value) if isinstance(value, int | float) else value]


def in_field(value: Value, fact: Fact) -> str | list[str]:
    """A value as its field shows it, numbers with the decimal sign of the language."""
    said = in_address(value)
    if fact.kind == Kind.LIST:
        return said
    return said[0].replace(".", ",") if fact.kind == Kind.NUMBER and _comma() else said[0]


def number_typed(text: str, units: Iterable[str]) -> float:
    """A number as people type it: with a comma or a point, with spaces, with its unit after it.

    Raises
    ------
    Ambiguous
        "1.000" in Danish and "1,000" in English.
    ValueError
        It is no number.
    """
    bare = _SPACES.sub("", text)
    for unit in units:
        bare = bare.removesuffix(unit.replace(" ", ""))
    if _GROUPED.fullmatch(bare):
        bare = re.sub(r"[.,]", "", bare)
    if not _PLAIN.fullmatch(bare):
        raise ValueError(text)
    if ("." if _comma() else ",") in bare and _THREE_AFTER.fullmatch(bare):
        raise Ambiguous(text)
    return float(bare.replace(",", ".").replace("\u2212", "-"))


def _plain(value: float) -> str:
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    # Three decimals could be read as thousands, four cannot.
    return f"{text}0" if _THREE_AFTER.fullmatch(text) else text


def _comma() -> bool:
    return (get_language() or "da").startswith("da")
