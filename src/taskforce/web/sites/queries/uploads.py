"""The lists that were taken in, and which of them can be undone."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.web.people.caller import Caller
from taskforce.web.sites.models import Upload
from taskforce.web.sites.queries.access import owners_for

_MOST = 20


@dataclass(frozen=True, slots=True)
class TakenIn:
    """One list, what it did, and whether it can be undone."""

    upload: Upload
    added: int
    changed: int
    can_be_undone: bool


def taken_in_by(caller: Caller) -> list[TakenIn]:
    """The lists of the owners that the caller keeps sites for, the newest first."""
    held = Upload.objects.filter(taken_in_at__isnull=False, owner__in=owners_for(caller))
    found, seen = [], set[int]()
    for one in held.select_related("owner", "uploaded_by").prefetch_related("did")[:_MOST]:
        added = sum(did.added for did in one.did.all())
        is_last = one.owner_id not in seen
        seen.add(one.owner_id)
        changed = len(one.did.all()) - added
        found.append(TakenIn(one, added, changed, can_be_undone=is_last and one.counts))
    return found
