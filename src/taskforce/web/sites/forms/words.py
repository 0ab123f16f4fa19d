"""The words of the vocabulary as the choices of a form, in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language

from taskforce.web.sites.labelled import Labelled


def choices(words: Iterable[Labelled], *, empty: str = "") -> list[tuple[str, str]]:
    """Each word with its label; first the empty choice, where there is one."""
    language = get_language() or "da"
    among = [(one.value, one.label.in_language(language)) for one in words]
    return [("", empty), *among] if empty else among
