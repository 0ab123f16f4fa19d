"""What has changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# The space after a word belongs to it, so that line breaks are kept.
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs, with what went and what came marked."""

    label: str
    words: SafeString


def differing(before: models.Model, after: models.Model, names: Iterable[str]) -> list[Change]:
    """The fields whose words differ, in the order that is given."""
    found = []
    for name in names:
        old, new = (_words(one, name) for one in (before, after))
        if old != new:
            label = str(before._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            found.append(Change(label, marked(old, new)))
    return found


def _words(thing: models.Model, name: str) -> str:
    """As a page shows it: what is chosen from a list by its name there."""
    shown = getattr(thing, f"get_{name}_display", None)
    value = shown() if shown else getattr(thing, name)
    return "" if value is None else str(value)


def marked(old: str, new: str) -> SafeString:
    """The new words, with those that went struck out and those that came marked."""
    return format_html_join("", "{}", ((one,) for one in _parts(old, new)))


def _parts(old: str, new: str) -> Iterator[SafeString]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    for kind, i, j, k, m in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield format_html("{}", "".join(before[i:j]))
            continue
        if i < j:
            yield format_html("<del>{}</del>", "".join(before[i:j]))
        if k < m:
            yield format_html("<ins>{}</ins>", "".join(after[k:m]))
