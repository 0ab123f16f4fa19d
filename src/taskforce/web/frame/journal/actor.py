"""Who does something: named by role, so that the journal still makes sense without the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Actor(Protocol):
    """Anyone, or anything, that can stand behind a line of the journal."""

    @property
    def account_id(self) -> int | None:
        """The account, or None for a visitor and for the software itself."""

    @property
    def role_name(self) -> str:
        """The role as the journal writes it, such as "coordinator 0340"."""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody without an account."""

    role_name: str
    account_id: int | None = None


SOFTWARE = Unnamed("software")
VISITOR = Unnamed("visitor")
