"""Words that are written in Danish and often in English: each reader gets the best there is."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language


class TwoLanguages:
    """For models whose title has a Danish and an English field; English comes whole or not at all.

    Pages mark Danish words for English readers by `language`.
    """

    title_da: Any
    title_en: Any

    @property
    def in_english(self) -> bool:
        """Whether the reader gets the English words."""
        return not (get_language() or "da").startswith("da") and bool(self.title_en)

    @property
    def language(self) -> str:
        """The language that the reader gets; Danish where there is no other."""
        return "en" if self.in_english else "da"

    @property
    def title(self) -> str:
        return self.said("title")

    def said(self, name: str) -> str:
        """The words of a field, in the language that the reader gets."""
        words: str = getattr(self, f"{name}_{self.language}")
        return words
