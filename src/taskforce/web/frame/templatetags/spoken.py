"""A text of the rulebook, said in the reader's language."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from taskforce.vocabulary.text import Text

register = template.Library()


@register.filter
def spoken(text: Text | None) -> str:
    """The text in the language of the page; nothing where there is no text."""
    return text.in_language(get_language() or "da") if text else ""
