"""Writes a sentence of a report, with each number in it as a part that can lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from taskforce.report.dossier.content import Cell, Sentence

_NAME = re.compile(r"%\((\w+)\)s")


def plainly(words: str) -> Sentence:
    """A sentence without any number of ours."""
    return Sentence((Cell(words),))


def sentence(words: str, told: Mapping[str, object]) -> Sentence:
    """Put what is told into its places, as `words % told` would, and keep where it leads.

    Parameters
    ----------
    words
        As for the operator `%`: "%(below)s of %(addresses)s lack it"; "%%" is a percent sign.
    told
        By name: words, or a cell with its proof; more than is asked for does no harm.

    Returns
    -------
    Sentence
        It reads as `words % told` would.

    Raises
    ------
    KeyError
        The words ask for what is not told.
    """
    pieces = _NAME.split(words)
    return Sentence(tuple(_parts(pieces, told)))


def in_a_row(*sentences: Sentence) -> Sentence:
    """One after the other, with a space between."""
    between = Cell(" ")
    parts: list[Cell] = []
    for one in filter(None, sentences):
        parts += [between, *one.parts] if parts else one.parts
    return Sentence(tuple(parts))


def _parts(pieces: list[str], told: Mapping[str, object]) -> Iterator[Cell]:
    # Every second piece is the name between two pieces of text.
    for at, piece in enumerate(pieces):
        held = told[piece] if at % 2 else piece.replace("%%", "%")
        if held:
            yield held if isinstance(held, Cell) else Cell(str(held))
