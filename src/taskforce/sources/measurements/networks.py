"""Which generation a network is of, by the many words that telephones have for it."""

from __future__ import annotations

from collections.abc import Mapping

from taskforce.vocabulary.signal import Generation

_WORDS = {
    Generation.G2: ("2G", "GSM", "GPRS", "EDGE", "EGPRS"),
    Generation.G3: (
        *("3G", "UMTS", "WCDMA", "HSPA", "HSPA+", "HSPAP", "HSDPA", "HSUPA", "HSPADC"),
        *("DCHSPA", "DCHSPA+", "3G+", "H", "H+"),
    ),
    Generation.G4: ("4G", "LTE", "LTE+", "LTEA", "LTECA", "4G+", "4GLTE", "EUTRAN", "LTEM"),
    Generation.G5: ("5G", "NR", "5GNSA", "5GSA", "NRNSA", "NRSA", "5GNR", "5G+", "ENDC"),
}

GENERATION_OF = {word: generation for generation, words in _WORDS.items() for word in words}


def generation(word: str, others: Mapping[str, str]) -> Generation | None:
    """Name the generation that a word means; None where the word means none.

    Parameters
    ----------
    word
        As the file writes it: "LTE+", "HSPA", "5G NSA".
    others
        Further words of the profile, with their generation.
    """
    if word in others:
        return Generation(others[word])
    bare = word.upper().translate(_BARE)
    return GENERATION_OF.get(bare)


_BARE = str.maketrans("", "", " _-/.")
