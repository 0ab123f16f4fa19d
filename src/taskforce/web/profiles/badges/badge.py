"""One badge of one municipality: earned or not yet, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.web.profiles.badges.kinds import BadgeKind


@dataclass(frozen=True, slots=True)
class Badge:
    """`evidence` says what was found, `on` since when it holds, `path` where it can be read."""

    kind: BadgeKind
    earned: bool
    evidence: str
    path: str
    on: date | None = None
