"""Which chapter of the guidelines a clause stands in, and what the chapter is called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from taskforce.rules.rule import Rule
from taskforce.rules.version import Version
from taskforce.vocabulary.text import Text

_CHAPTER = re.compile(r"kap\. (\d+)")
_ANNEX = re.compile(r"bilag (\d+)")
# Neither of the two stands in one chapter.
WHOLE, LAW = "whole", "law"
_APART = {
    WHOLE: Text("Retningslinjerne som helhed", "The guidelines as a whole"),
    LAW: Text("Lov, som kommunen vælger til", "Law that a municipality opts into"),
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter in the order of the guidelines; `key` stands in a page's address."""

    order: tuple[int, int]
    key: str
    name: Text


def chapter_of(rule: Rule, version: Version | None) -> Chapter:
    """The chapter of a clause in a version; law that each municipality chooses comes last."""
    said = rule.versions.get(version.name) if version else None
    if version is None or said is None:
        return Chapter((3, 0), LAW, _APART[LAW])
    for pattern, kind, key in ((_CHAPTER, 1, "{}"), (_ANNEX, 2, "bilag {}")):
        found = pattern.fullmatch(said)
        if found:
            return _named(version, (kind, int(found[1])), key.format(found[1]))
    return Chapter((0, 0), WHOLE, _APART[WHOLE])


def _named(version: Version, order: tuple[int, int], key: str) -> Chapter:
    title = version.chapters.get(key, Text("", ""))
    danish = key.capitalize() if order[0] == 2 else f"Kapitel {key}"
    english = f"Annex {order[1]}" if order[0] == 2 else f"Chapter {key}"
    name = Text(f"{danish}: {title.da}".rstrip(": "), f"{english}: {title.en}".rstrip(": "))
    return Chapter(order, key, name)
