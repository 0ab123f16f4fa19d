"""What awaits a caller about the guidelines: values to confirm, values to mend."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.guidelines.models import LocalValue, ValueState
from taskforce.web.people.caller import Caller


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """Values that await the taskforce's word, and those that came back to the municipality."""
    return [*_to_confirm(caller), *_returned(caller)]


def _to_confirm(caller: Caller) -> list[Awaiting]:
    number = LocalValue.objects.filter(state=ValueState.PROPOSED).count()
    if not number or not caller.is_consultant:
        return []
    words = ngettext(
        "%(n)s own value awaits your confirmation",
        "%(n)s own values await your confirmation",
        number,
    )
    return [Awaiting(words % {"n": number}, "", reverse("values-waiting"), None, False)]


def _returned(caller: Caller) -> list[Awaiting]:
    returned = LocalValue.objects.filter(state=ValueState.RETURNED).select_related("municipality")
    return [
        Awaiting(
            gettext("The taskforce has returned an own value: %(why)s")
            % {"why": one.returned_because},
            one.municipality.name,
            reverse("local-value-change", args=[one.pk]),
            None,
            False,
        )
        for one in returned
        if caller.speaks_for(one.place)
    ]
