"""What the building register's codes mean for public property: who owns it, what stands there."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taskforce.vocabulary.site import SiteKind

_CODES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "public_property.toml").read_text(encoding="utf-8")
)

# Who owns it, by ejendommensEjerforholdskode; property of anybody else is not public.
OWNERS: dict[str, str] = _CODES["owners"]


@dataclass(frozen=True, slots=True)
class PublicUse:
    """What a building is used for: its kind as a site, and its Danish name."""

    kind: SiteKind
    name: str


def public_use(code: str) -> PublicUse | None:
    """Find what a building is, by its use code.

    Parameters
    ----------
    code
        Three digits: byg021BygningensAnvendelse.

    Returns
    -------
    PublicUse or None
        None for outbuildings and unknown codes.

    References
    ----------
    The codes and their source: public_property.toml.
    """
    uses: dict[str, dict[str, str]] = _CODES["uses"]
    for pattern in (code, code[:2] + "*", code[:1] + "**"):
        if pattern in uses:
            return PublicUse(SiteKind(uses[pattern]["kind"]), uses[pattern]["name"])
    return None
