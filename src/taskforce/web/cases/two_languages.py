"""A text that was kept in both languages, in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language


def both(told: Mapping[str, str] | None) -> str:
    """Danish or English; nothing where nothing was said."""
    if not told:
        return ""
    danish = (get_language() or "da").startswith("da")
    return told["da"] if danish else told["en"]
