"""Reads an address as people write it: any case, æ or ae, å or aa, with or without a comma."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "ö": "oe", "å": "aa", "ä": "ae", "ß": "ss"})
_AFTER_A = re.compile("a[ae]+")
_AFTER_O = re.compile("oe+")
_WORD = re.compile("[a-z0-9]+")
_HOUSE = re.compile(r"(\d{1,3})([a-z]?)")
_POSTCODE = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for: words of the road (and perhaps of a town), number, letter, postcode."""

    words: tuple[str, ...]
    house: int | None
    letter: str
    postcode: str | None


def folded(text: str) -> str:
    """Write a name so that all its spellings become the same.

    Aarhus, Århus and aarhus are one; so are Sorø, Soroe and Soro. The beginning of a name folds
    to the beginning of the folded name, so that one may search while typing.

    Parameters
    ----------
    text
        A name as anyone writes it.

    Returns
    -------
    str
        Lower case letters a to z, digits and single spaces.
    """
    lowered = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    letters = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    words = _WORD.findall(letters)
    return " ".join(_AFTER_O.sub("o", _AFTER_A.sub("a", word)) for word in words)


def read_query(text: str) -> Query:
    """Understand "Søhusvej 8H, 8400 Ebeltoft" in any order and spelling.

    Parameters
    ----------
    text
        What a person typed.

    Returns
    -------
    Query
        The first number after a word is the house number, four digits are the postcode; a road
        that begins with a number ("10. Februar Vej") keeps it.
    """
    tokens = folded(text).split()
    postcode = next((token for token in tokens if _POSTCODE.fullmatch(token)), None)
    rest = [token for token in tokens if token != postcode]
    place = next((i for i, token in enumerate(rest) if i and _HOUSE.fullmatch(token)), None)
    if place is None:
        return Query(tuple(rest), None, "", postcode)
    number, letter = _HOUSE.fullmatch(rest[place]).groups()  # type: ignore[union-attr]
    after = rest[place + 1 :]
    if not letter and after and len(after[0]) == 1 and after[0].isalpha():
        letter, after = after[0], after[1:]
    return Query((*rest[:place], *after), int(number), letter, postcode)


def house_parts(house_number: str | None) -> tuple[int, str]:
    """Split "8H" into 8 and "h", so that 9 comes before 10; no number gives 0."""
    match = _HOUSE.match(folded(house_number or "").replace(" ", ""))
    return (int(match.group(1)), match.group(2)) if match else (0, "")
