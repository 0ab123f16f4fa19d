"""Who wrote and answered a version, by role and municipality: the roles outlive the accounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taskforce.web.commitments.queries.words import municipality_names, said_by
from taskforce.web.profiles.models import ProfileVersion


@dataclass(frozen=True, slots=True)
class Told:
    """A version with those who had to do with it; "" where nobody has answered yet."""

    version: ProfileVersion
    written_by: str
    answered_by: str


def told(versions: Iterable[ProfileVersion]) -> list[Told]:
    """The versions in their order, each with its people."""
    names = municipality_names()
    return [
        Told(
            one,
            said_by(one.entered_by, names),
            said_by(one.answered_by, names) if one.answered_by else "",
        )
        for one in versions
    ]
