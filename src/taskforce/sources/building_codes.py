"""What the building register's use codes mean: home, holiday home, business, other."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from taskforce.vocabulary.use import Use

_CODES = Path(__file__).parent / "building_uses.toml"

# Where an address has several buildings: someone lives there, else someone stays there, else
# someone works there.
PRECEDENCE = (Use.HOME, Use.HOLIDAY_HOME, Use.BUSINESS, Use.OTHER)


def use_of_building(code: str) -> Use | None:
    """Find the use that a code of the building register stands for.

    Parameters
    ----------
    code
        Three digits: byg021BygningensAnvendelse or enh020EnhedensAnvendelse.

    Returns
    -------
    Use or None
        None for outbuildings and unknown codes, which tell nothing of an address.

    References
    ----------
    The codes and their source: building_uses.toml.
    """
    uses = _table()
    for pattern in (code, code[:2] + "*", code[:1] + "**"):
        if pattern in uses:
            return Use(uses[pattern])
    return None


@lru_cache
def _table() -> dict[str, str]:
    content: dict[str, dict[str, str]] = tomllib.loads(_CODES.read_text(encoding="utf-8"))
    return content["uses"]
