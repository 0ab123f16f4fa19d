"""What awaits the taskforce: new figures that nobody has looked at yet."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.web.editions.queries.on_show import newest_waiting
from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.people.caller import Caller


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """The newest edition that waits for approval; only the taskforce approves."""
    bundle = newest_waiting() if caller.is_consultant else None
    if bundle is None:
        return []
    words = gettext("Look at the new figures for %(day)s, and approve them") % {
        "day": day(bundle.label.as_of)
    }
    path = reverse("edition-preview", args=[bundle.edition])
    # Due today, whatever the day: until somebody has looked, everybody reads the old figures.
    return [Awaiting(words, gettext("Editions"), path, on, overdue=False)]
