"""What has changed between two versions, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from taskforce.web.profiles.models import ProfileVersion

_COMPARED = (
    "title_da", "text_da", "quote_da", "quote_by_da", "title_en", "text_en", "quote_en",
    "quote_by_en", "page_url", "dig_url", "mast_url", "rent_method", "rent_url", "photo_alt_da",
    "photo_alt_en", "photo_credit",
)  # fmt: skip
# The space after a word belongs to it, so that line breaks are kept.
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs, with what went and what came marked."""

    label: str
    words: SafeString


def changes(before: ProfileVersion, after: ProfileVersion) -> list[Change]:
    """The fields that differ, in the order of the form."""
    found = []
    for name in _COMPARED:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            label = str(ProfileVersion._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            found.append(Change(label, marked(old, new)))
    return found


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
