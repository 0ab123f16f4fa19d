"""Who sees which material: everybody, unless it is marked; drafts are the taskforce's own."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from taskforce.web.library.models import Audience, Material, Version
from taskforce.web.people.caller import Caller


def open_to(caller: Caller) -> QuerySet[Material]:
    """The materials that a caller sees."""
    every = Material.objects.all()
    if caller.is_consultant:
        return every
    open_ones = [Audience.EVERYBODY, *([Audience.MEMBERS] if caller.held else [])]
    return every.filter(audience__in=open_ones)


def versions_open_to(caller: Caller) -> QuerySet[Version]:
    """The files that a caller may fetch: an old version may hold what was mended since."""
    readable = Version.objects.filter(paper__material__in=open_to(caller))
    if caller.is_consultant:
        return readable
    later = Version.objects.filter(paper=OuterRef("paper"), number__gt=OuterRef("number"))
    return readable.exclude(Exists(later))
