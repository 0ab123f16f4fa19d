"""Search among the reports, and find only what the caller may see."""

from __future__ import annotations

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext

from taskforce.web.frame.found import Found
from taskforce.web.gaps.models import Gap
from taskforce.web.gaps.queries.access import takes_part
from taskforce.web.gaps.queries.listing import Asked, rows
from taskforce.web.people.caller import Caller

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The reports with all the words in their place, number, operator or what was said."""
    if not takes_part(caller):
        return []
    return [_found(row.gap) for row in rows(caller, Asked(q=text), localdate())[:_MOST]]


def _found(gap: Gap) -> Found:
    told = {
        "kind": gap.get_kind_display(),
        "name": gap.municipality.name,
        "state": gap.get_state_display(),
    }
    title = f"{gap.number} {gap.label}".strip()
    detail = gettext("%(kind)s, %(name)s, %(state)s") % told
    return Found(title, detail, reverse("gap", args=[gap.pk]))
