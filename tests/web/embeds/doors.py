"""Who gets in where among the frames for other sites; a part of the table of every door."""

from __future__ import annotations

from typing import Any

from tests.web.who import EVERYBODY, Places, anywhere

_PLACE = {"slug": "soroe"}
EMBEDS_ABOUT: dict[str, dict[str, Any]] = {
    "embed-code": _PLACE,
    "embed-card": _PLACE,
    "embed-figure": {**_PLACE, "which": "share"},
    "embed-small-map": _PLACE,
    "embed-map-picture": _PLACE,
    "embed-badges": _PLACE,
}
EMBEDS: dict[str, Places] = dict.fromkeys((*EMBEDS_ABOUT, "embed-map"), anywhere(EVERYBODY))
