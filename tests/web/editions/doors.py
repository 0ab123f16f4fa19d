"""Who gets in where among the pages of this app; a part of the table of every door."""

from __future__ import annotations

from typing import Any

from tests.web.who import CONSULTANT, Places, anywhere

_NOWHERE = {"edition": "ingen"}

EDITIONS: dict[str, Places] = {
    **dict.fromkeys(("editions", "edition-preview", "edition-back"), anywhere(CONSULTANT)),
}
EDITIONS_ABOUT: dict[str, dict[str, Any]] = {
    "edition-preview": _NOWHERE,
    "edition-back": _NOWHERE,
}
