"""Which addresses of the site are for programs, and what holds there."""

from __future__ import annotations

# Questions: counted for each asker, answered with a checksum, and refused in a standard form.
QUESTIONS = ("/api/", "/ogc/", "/en/ogc/")
# Written anew for each asker but cheap; with a checksum, and not counted.
CATALOGUES = ("/katalog.",)
# Files that carry their own checksum. A map reads one in many parts, so nobody counts them.
FILES = ("/data/", "/tiles/", "/mobile/")


def is_question(path: str) -> bool:
    """Whether an address answers questions, which are counted."""
    return path.startswith(QUESTIONS)


def is_compared(path: str) -> bool:
    """Whether an answer gets a checksum, so that an unchanged one is not sent again."""
    return path.startswith(QUESTIONS + CATALOGUES)


def is_open(path: str) -> bool:
    """Whether pages of other sites may fetch what lies at an address."""
    return path.startswith(QUESTIONS + CATALOGUES + FILES)
