"""The words of a question, and the materials that have them all, best first.

Both databases find the beginnings of words by their stems, so that "gravesager" finds
"gravesagen". A hit in the title counts for more than one in the summary, and that for more than
one in the text. SQLite is given the stems; PostgreSQL makes the same ones itself.
"""

from __future__ import annotations

import re

import snowballstemmer
from django.db import connection

_MOST_WORDS = 8
_SHORTEST = 2
_STEMMERS = {"da": "danish", "en": "english"}
# Words that stand everywhere, and so tell nothing; PostgreSQL leaves them out of its index.
_EMPTY_WORDS = {
    "da": "af at de den der det du en er et for fra har hvad hvem hvor hvordan i ikke jeg kan man "
    "med når og om på skal som til vi",
    "en": "a an and are as at be by can do for from how i in is it not of on or that the this to "
    "we what when where who with you",
}
_EMPTY = {language: frozenset(words.split()) for language, words in _EMPTY_WORDS.items()}
_SQLITE = """
SELECT rowid FROM library_words WHERE library_words MATCH %s
ORDER BY bm25(library_words, 10, 4, 1, 10, 4, 1), rowid
"""
_POSTGRESQL = {
    "da": """
SELECT id FROM library_material, to_tsquery('danish', %s) AS asked WHERE words_da @@ asked
ORDER BY ts_rank(words_da, asked) DESC, id
""",
    "en": """
SELECT id FROM library_material, to_tsquery('english', %s) AS asked WHERE words_en @@ asked
ORDER BY ts_rank(words_en, asked) DESC, id
""",
}


def materials_with(text: str, language: str) -> list[int]:
    """The numbers of the materials with all the words: first those in the reader's language."""
    other = "en" if language == "da" else "da"
    return list(dict.fromkeys([*_hits(text, language), *_hits(text, other)]))


def _hits(text: str, language: str) -> list[int]:
    asked = _asked(text, language)
    if not asked:
        return []
    lite = connection.vendor == "sqlite"
    statement = _SQLITE if lite else _POSTGRESQL[language]
    with connection.cursor() as cursor:
        cursor.execute(statement, [_for_sqlite(asked, language) if lite else _for_others(asked)])
        return [row[0] for row in cursor.fetchall()]


def _asked(text: str, language: str) -> list[str]:
    words = [word.replace("_", "") for word in re.findall(r"\w+", text.lower())]
    told = [word for word in words if len(word) >= _SHORTEST and word not in _EMPTY[language]]
    return told[:_MOST_WORDS]


def _for_sqlite(words: list[str], language: str) -> str:
    # A stemmer keeps what it works on in itself, so each question has its own.
    stems = snowballstemmer.stemmer(_STEMMERS[language]).stemWords(words)
    columns = f"{{title_{language} summary_{language} body_{language}}}"
    beginnings = " AND ".join(f'"{stem}"*' for stem in stems)
    return f"{columns} : ({beginnings})"


def _for_others(words: list[str]) -> str:
    return " & ".join(f"{word}:*" for word in words)
