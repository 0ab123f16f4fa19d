"""Keep what somebody has written themselves, and cut what their mail program quoted."""

from __future__ import annotations

import re

from django.utils import translation
from django.utils.translation import gettext

# Stands in every mail of ours, and in no answer of a human being.
_MARK = "##-"
_LANGUAGES = ("da", "en")

# The line with which mail programs begin the quotation, in Danish, English, Swedish, Norwegian
# and German; it may be broken over two lines.
_SAYS = re.compile(
    r"^[ \t]*(?:>[ \t]*)?(?:(?:Den|On|Am|På)\b|(?:man|tirs?|ons|tors?|fre|lør|søn)(?:\.|dag))"
    r"[^\n]{0,200}(?:\n[^\n]{0,200})?"
    r"(?:skrev|wrote|schrieb)\b[^\n]{0,160}(?:\n[^\n]{0,160}>)?:[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"^[ \t]*-{2,}[ \t]*(?:Oprindelig meddelelse|Original ?message|Videresendt|Forwarded|"
    r"Ursprungligt meddelande|Opprinnelig melding|Ursprüngliche Nachricht)[^\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
# The block that Outlook puts above a quotation: from, sent, to.
_BLOCK = re.compile(
    r"^[ \t]*\*?(?:Fra|From|Från|Von)\s?:\*?[^\n]+\n(?:[^\n]*\n){0,2}?"
    r"[ \t]*\*?(?:Sendt|Sent|Dato|Date|Skickat|Gesendet|Til|To)\s?:",
    re.MULTILINE | re.IGNORECASE,
)
_RULE = re.compile(r"^[ \t]*_{20,}[ \t]*$", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)


def cut_line() -> str:
    """The line above which an answer is written, in the language of the moment."""
    words = gettext("Write your answer above this line")
    return f"{_MARK} {words} {_MARK[::-1]}"


def own_words(text: str) -> str:
    """The part of an answer that its writer wrote: without quotation and signature.

    Lines that begin with > in the middle of an answer stay, because what follows answers them.
    """
    found = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    ends = [one.start() for pattern in _patterns() if (one := pattern.search(found))]
    kept = found[: min(ends, default=len(found))].rstrip().split("\n")
    while kept and (not kept[-1].strip() or kept[-1].lstrip().startswith(">")):
        kept.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in kept)).strip()


def _patterns() -> tuple[re.Pattern[str], ...]:
    return (_ours(), _SAYS, _ORIGINAL, _BLOCK, _RULE, _SIGNATURE)


def _ours() -> re.Pattern[str]:
    """The line of our own mails, however it was quoted or broken."""
    lines = []
    for language in _LANGUAGES:
        with translation.override(language):
            lines.append(r"\s+".join(re.escape(word) for word in cut_line().split()))
    return re.compile(rf"^[> \t]*(?:{'|'.join(lines)})", re.MULTILINE)
