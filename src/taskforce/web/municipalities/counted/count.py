"""A number counted in the site's own registers, with all that a reader needs to trust it."""

from __future__ import annotations

from dataclasses import dataclass

REGION = "region"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: a municipality's code, or "region"; `detail` is the number of a plan."""

    place: str
    area: str
    detail: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of today, of `of` where it is a part of a whole.

    `number` is None where it is unknown, or `hidden` because it could give away a small group.
    `rows` is the address of the list in which a reader can count it, and `rows_words` its name.
    """

    what: str
    method: str
    number: int | None
    rows: str
    rows_words: str
    of: int | None = None
    hidden: bool = False
