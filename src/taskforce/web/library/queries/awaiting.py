"""What awaits a caller among the materials: those of theirs that must be looked at again."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.library.models import Material
from taskforce.web.people.caller import Caller

# An owner is asked this long before the day.
AHEAD = timedelta(days=30)


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """The caller's own materials, and for the taskforce those that nobody owns."""
    if not caller.is_consultant:
        return []
    whose = Q(owner_id=caller.account_id) | Q(owner__isnull=True)
    return [_awaiting(one, on) for one in due_soon(on).filter(whose)]


def due_soon(on: date) -> QuerySet[Material]:
    """The materials to be checked again within a month, or already overdue."""
    return Material.objects.filter(expires_on__lte=on + AHEAD).order_by("expires_on", "pk")


def _awaiting(one: Material, on: date) -> Awaiting:
    words = gettext("Check that the material still holds: %(title)s") % {"title": one.title}
    path = reverse("material-change", args=[one.pk])
    return Awaiting(words, gettext("Inspiration"), path, one.expires_on, one.is_expired(on))
