"""What awaits a municipality among the reports: one line for all of them, and one for the late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.gaps.models import OPEN, Gap
from taskforce.web.gaps.queries.access import answering_municipalities
from taskforce.web.gaps.queries.listing import OPEN_ONES, OVERDUE
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Role


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """The late reports where the caller answers; those in time only for one's own municipality.

    Both sides of a border are told: whoever answers first has answered.
    """
    kept = list(answering_municipalities(caller).values_list("code", flat=True))
    late = _open_in(kept).filter(due_on__lt=on)
    in_time = _open_in(caller.places(Role.COORDINATOR)).filter(due_on__gte=on)
    return [
        *(_late(*one) for one in _counted(late)),
        *(_in_time(*one) for one in _counted(in_time)),
    ]


def _open_in(codes: Sequence[str]) -> QuerySet[Gap]:
    there = Q(municipality__code__in=codes) | Q(neighbours__municipality__code__in=codes)
    return Gap.objects.filter(there, state__in=OPEN).order_by()


def _counted(reports: QuerySet[Gap]) -> Iterable[tuple[str, str, int, date]]:
    by_place = reports.values_list("municipality__name", "municipality__code")
    return by_place.annotate(count=Count("pk", distinct=True), due=Min("due_on"))


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
