"""Which pages have all the words, best first: Danish and English endings do not matter.

A word fits where its stem begins a word of the page, so that "gravesager" finds "gravesagen"; a
long one also fits inside another, so that "internet" finds "mobilinternet".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import snowballstemmer

from taskforce.vocabulary.places import plain
from taskforce.web.public.search.pages import Page

_STEMMERS = {"da": "danish", "en": "english"}
_MOST_WORDS = 8
_SHORTEST = 2
_LONG = 5
_IN_TITLE, _MOST_IN_TEXT = 10, 4


def ranked(pages: Iterable[Page], text: str, language: str) -> list[Page]:
    """The pages with every word of the question.

    Parameters
    ----------
    pages
        Those to look through.
    text
        What was asked for, in any spelling: Koege is Køge.
    language
        "da" or "en": whose endings the words have.

    Returns
    -------
    list of Page
        The best first; of equal ones the one that was given first.
    """
    stems = stems_of(text, language)
    if not stems:
        return []
    scored = [(_score(page, stems), page) for page in pages]
    return [page for score, page in sorted(scored, key=lambda one: -one[0]) if score]


def stems_of(text: str, language: str) -> list[str]:
    """The stems of the words of a question, as a page spells them."""
    words = [word for word in re.findall(r"\w+", text.lower()) if len(word) >= _SHORTEST]
    stemmer = snowballstemmer.stemmer(_STEMMERS[language])
    return [plain(stem) for stem in stemmer.stemWords(words[:_MOST_WORDS])]


def _score(page: Page, stems: list[str]) -> int:
    title, words = plain(page.title), plain(f"{page.detail} {page.words}")
    scores = [
        _IN_TITLE * _has(title, stem) + min(_count(words, stem), _MOST_IN_TEXT) for stem in stems
    ]
    return sum(scores) if all(scores) else 0


def _has(text: str, stem: str) -> bool:
    return _count(text, stem) > 0


def _count(text: str, stem: str) -> int:
    pattern = re.escape(stem) if len(stem) >= _LONG else rf"\b{re.escape(stem)}"
    return len(re.findall(pattern, text))
