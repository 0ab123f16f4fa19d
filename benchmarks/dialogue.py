"""Five thousand dialogues: the list that each reader sees, and mails out and in again."""

from __future__ import annotations

from pathlib import Path

from benchmarks.rounds import measured

TARGETS = {
    "the list, as the taskforce sees it": "< 1 s",
    "the list, as an operator in all of them sees it": "< 1.5 s",
    "the list, with a word that is looked for in all messages": "< 2 s",
    "the list as a file": "< 2 s",
    "100 messages written, and mailed to both sides": "< 60 s",
    "100 answers by mail taken in and mailed on": "< 60 s",
}


def measure(folder: Path) -> str:
    """The table; no map is needed for it."""
    return measured("dialogue", TARGETS, shelf=folder / "no-shelf")
