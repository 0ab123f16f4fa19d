"""What awaits a municipality among the reports: one line for all of them, and one for the late."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import ngettext

from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.gaps.models import OPEN, Gap
from taskforce.web.gaps.queries.access import answering_municipalities
from taskforce.web.gaps.queries.listing import OPEN_ONES, OVERDUE
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Role


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """The late reports where the caller answers; those in time only for one's own municipality."""
    kept = answering_municipalities(caller)
    waiting = Gap.objects.filter(state__in=OPEN, municipality__in=kept).order_by()
    late = waiting.filter(due_on__lt=on)
    in_time = waiting.filter(due_on__gte=on).filter(
        municipality__code__in=caller.places(Role.COORDINATOR)
    )
    counted = {"count": Count("pk"), "due": Min("due_on")}
    by_place = ("municipality__name", "municipality__code")
    return [
        *(_late(*one) for one in late.values_list(*by_place).annotate(**counted)),
        *(_in_time(*one) for one in in_time.values_list(*by_place).annotate(**counted)),
    ]


def _late(name: str, code: str, count: int, due: date) -> Awaiting:
    words = ngettext(
        "%(count)s report of missing coverage should have been answered",
        "%(count)s reports of missing coverage should have been answered",
        count,
    )
    return Awaiting(words % {"count": count}, name, _path(OVERDUE, code), due, overdue=True)


def _in_time(name: str, code: str, count: int, due: date) -> Awaiting:
    words = ngettext(
        "%(count)s report of missing coverage awaits an answer",
        "%(count)s reports of missing coverage await an answer",
        count,
    )
    return Awaiting(words % {"count": count}, name, _path(OPEN_ONES, code), due, overdue=False)


def _path(state: str, code: str) -> str:
    return f"{reverse('gaps')}?state={state}&municipality={code}"
