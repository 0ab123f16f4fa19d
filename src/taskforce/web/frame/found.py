"""Something that a search has found: what it is called, what it is, and where it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One hit, with the page it stands on."""

    title: str
    detail: str
    path: str
