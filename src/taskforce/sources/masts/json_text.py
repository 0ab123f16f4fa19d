"""JSON read piece by piece, so that every row knows its line and a fault its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taskforce.vocabulary.errors import Refused

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a list: its value, its text, and the line where it begins."""

    line: int
    text: str
    value: Any


def whole(text: str, file: Path) -> Any:
    """Read a JSON text.

    Raises
    ------
    Refused
        It is no JSON; names line and column, and says where the text is cut off.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise _unreadable(text, error, file) from error
    except (RecursionError, ValueError) as error:
        raise Refused(
            f"The JSON cannot be read ({error}).", remedy="Fetch the file again.", file=file
        ) from error


def elements(text: str, opening: str) -> Iterator[Element]:
    """The elements of a list in a text that is known to be JSON.

    Parameters
    ----------
    text
        The whole text.
    opening
        Finds where the list opens: a pattern whose match ends with the bracket.
    """
    found = re.search(opening, text)
    if found is None:
        return
    position, line = found.end(), text.count("\n", 0, found.end()) + 1
    while True:
        start = _after_blanks(text, position)
        if text[start] == "]":
            return
        line += text.count("\n", position, start)
        value, end = _DECODER.raw_decode(text, start)
        yield Element(line, text[start:end], value)
        line += text.count("\n", start, end)
        position = _after_blanks(text, end)
        line += text.count("\n", end, position)
        if text[position] == ",":
            position += 1


def _after_blanks(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return found.end() if found else position


def _unreadable(text: str, error: json.JSONDecodeError, file: Path) -> Refused:
    place = f"line {error.lineno:,}, column {error.colno:,}"
    cut_off = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
    if cut_off:
        return Refused(
            f"The JSON is cut off: it ends in the middle of something ({place}).",
            remedy="Fetch the whole file again.",
            file=file,
        )
    return Refused(
        f"The JSON cannot be read at {place}: {error.msg}.",
        remedy="Fetch the file again, and save it as it comes.",
        file=file,
    )
