"""Who gets in where among the pages of this app; a part of the table of every door."""

from __future__ import annotations

from typing import Any

from tests.web.who import Places

EMBEDS: dict[str, Places] = {}
EMBEDS_ABOUT: dict[str, dict[str, Any]] = {}
