"""A text in the two languages of the house, Danish first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Danish and in English."""

    da: str
    en: str

    def in_language(self, language: str) -> str:
        """Danish for "da" and its variants, otherwise English."""
        return self.da if language.startswith("da") else self.en


def grouped(number: int) -> Text:
    """A whole number with its thousands apart, as each language writes them."""
    return Text(f"{number:,}".replace(",", "."), f"{number:,}")
