"""What a reader sees of a page: its words, without the code and the tokens around them."""

from __future__ import annotations

import re
from html import unescape

_UNSEEN = re.compile(r"<(script|style|svg|template)\b.*?</\1>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")


def seen_in(html: str) -> str:
    """The words of a page, with one space between them.

    A token of the page is drawn anew for each visitor, so it may hold any two letters: a test
    of what a page does not tell has to look at the words alone.
    """
    bare = _MARKUP.sub(" ", _UNSEEN.sub(" ", html))
    return " ".join(unescape(bare).split())
