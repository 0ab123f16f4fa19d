"""Take in the new mails of a maildir, each once; what fails waits there for the next time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError

from taskforce.vocabulary.errors import WrongUse
from taskforce.web.dialogue.mail.reading import LARGEST
from taskforce.web.dialogue.mail.receiving import receive

# How a mail is marked that has been seen.
_SEEN = ":2,S"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the mails, and how many have to wait."""

    outcomes: tuple[str, ...]
    waiting: int


def take_in(folder: Path) -> Taken:
    """Take in what lies in new/, the oldest first, and move it to cur/.

    Raises
    ------
    WrongUse
        There is no new/ or no cur/.
    """
    new, seen = folder / "new", folder / "cur"
    if not new.is_dir() or not seen.is_dir():
        raise WrongUse(
            f"{folder} is no maildir.", remedy="Name the folder that holds new/, cur/ and tmp/."
        )
    outcomes: list[str] = []
    waiting = 0
    for file in sorted(new.iterdir(), key=lambda one: (one.stat().st_mtime, one.name)):
        try:
            with file.open("rb") as mail:
                outcomes.append(receive(mail.read(LARGEST + 1)).value)
        except (DatabaseError, OSError, PermissionDenied, ValidationError):
            waiting += 1
            continue
        file.rename(seen / f"{file.name.partition(':')[0]}{_SEEN}")
    return Taken(tuple(outcomes), waiting)
