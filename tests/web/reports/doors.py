"""Who gets in where among the reports and press packs; a part of the table of every door."""

from __future__ import annotations

from typing import Any

from tests.web.who import CONSULTANT, EVERYBODY, Places, anywhere

REPORTS_ABOUT: dict[str, dict[str, Any]] = {
    "report-region-file": {"kind": "xlsx"},
    "picture-region": {"name": "map", "kind": "svg"},
    "report-municipality": {"slug": "soroe"},
    "report-municipality-file": {"slug": "soroe", "kind": "pdf"},
    "picture-municipality": {"slug": "soroe", "name": "map", "kind": "svg"},
    "press-municipality": {"slug": "soroe"},
    "press-municipality-file": {"slug": "soroe"},
    "share-municipality": {"slug": "soroe"},
    "report-status-file": {"kind": "xlsx"},
}
_INSIDE = ("report-status", "report-status-file")
REPORTS: dict[str, Places] = {
    **dict.fromkeys(("reports", "report-region", "share-page"), anywhere(EVERYBODY)),
    **{name: anywhere(EVERYBODY) for name in REPORTS_ABOUT if name not in _INSIDE},
    **dict.fromkeys(_INSIDE, anywhere(CONSULTANT)),
}
