"""What has happened to a site, the newest first, as the journal tells it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from taskforce.web.commitments.queries.words import municipality_names, said_by
from taskforce.web.frame.journal.models import Details, Entry
from taskforce.web.sites.models import Site
from taskforce.web.sites.queries.saying import Difference, differences


@dataclass(frozen=True, slots=True)
class Line:
    """One change of a site."""

    at: datetime
    by_role: str
    added: bool
    differences: tuple[Difference, ...]


def history(site: Site) -> list[Line]:
    """Every line about a site; the rent is kept apart and is not told of."""
    lines = Entry.objects.filter(kind=site._meta.label_lower, thing_id=str(site.pk))
    told = lines.select_related("details").order_by("-number")
    names = municipality_names()
    return [_line(entry, names) for entry in told]


def _line(entry: Entry, names: dict[str, str]) -> Line:
    details: Details | None = getattr(entry, "details", None)
    told: Mapping[str, Mapping[str, Any]] = json.loads(details.content) if details else {}
    added = entry.what.endswith(".added")
    before, after = told.get("before", {}), told.get("after", {})
    changed = () if added else tuple(differences(before, after))
    return Line(entry.at, said_by(entry.role_name, names), added, changed)
