"""Who gets in where among the pages of this app; a part of the table of every door."""

from __future__ import annotations

from typing import Any

from tests.web.who import CONSULTANT, EVERYBODY, Places, anywhere

_NOWHERE = {"edition": "ingen"}
_NO_FIGURE = {**_NOWHERE, "key": "below.0340.100-30.fixed.now"}
_PUBLIC = ("figures-changed", "figures-changed-feed", "edition", "proof", "proof-json")

EDITIONS: dict[str, Places] = {
    **dict.fromkeys(_PUBLIC, anywhere(EVERYBODY)),
    **dict.fromkeys(("editions", "edition-preview", "edition-back"), anywhere(CONSULTANT)),
}
EDITIONS_ABOUT: dict[str, dict[str, Any]] = {
    "edition": _NOWHERE,
    "proof": _NO_FIGURE,
    "proof-json": _NO_FIGURE,
    "edition-preview": _NOWHERE,
    "edition-back": _NOWHERE,
}
