"""Where the next page of a long list begins, and in which edition, written into an address."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from taskforce.vocabulary.errors import WrongUse


@dataclass(frozen=True, slots=True)
class Place:
    """After how many rows of which edition the next page begins."""

    edition: str
    row: int

    def cursor(self) -> str:
        """The place in letters that fit into an address."""
        return base64.urlsafe_b64encode(f"{self.edition}~{self.row}".encode()).decode().rstrip("=")


def place_of(cursor: str) -> Place:
    """Read a cursor back.

    Raises
    ------
    WrongUse
        It is none of ours.
    """
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        edition, _, row = base64.urlsafe_b64decode(padded.encode()).decode().rpartition("~")
        return Place(edition, _row(row))
    except (ValueError, binascii.Error):
        wrong = "This cursor is none of ours."
        raise WrongUse(wrong, remedy="Take it from the page before, whole.") from None


def _row(text: str) -> int:
    # No list is longer, and no database counts further.
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise ValueError(text)
    return int(text)


def next_page(request: HttpRequest, place: Place) -> str:
    """The whole address of the page that begins there, with all else asked as before."""
    asked = [(k, v) for k, vs in request.GET.lists() for v in vs if k not in ("cursor", "edition")]
    question = urlencode([*asked, ("cursor", place.cursor())])
    return request.build_absolute_uri(f"{request.path}?{question}")
