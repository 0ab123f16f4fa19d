"""What awaits somebody among the white spots: those without an owner, one's own, and answers."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, Role
from taskforce.web.spots.models import GRACE, Spot
from taskforce.web.spots.queries.access import kept_by
from taskforce.web.spots.queries.asked_now import unanswered
from taskforce.web.spots.queries.listing import NOBODY, OVERDUE
from taskforce.web.spots.queries.size import left_alone


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """White spots left alone where the caller decides, own next steps, and questions to answer."""
    alone = left_alone(kept_by(caller), on).order_by()
    counted = alone.values_list("municipality__name", "municipality__code").annotate(
        count=Count("pk"), since=Min("unowned_since")
    )
    return [
        *(_alone(*one) for one in counted),
        *(_step(one, on) for one in _own(caller)),
        *(told for one in _firms(caller) if (told := _question(one, on))),
    ]


def _own(caller: Caller) -> list[Spot]:
    mine = Spot.objects.filter(owner_id=caller.account_id, gone_on__isnull=True)
    found = mine.filter(next_step_on__isnull=False) if caller.signed_in else Spot.objects.none()
    return list(found.select_related("municipality"))


def _firms(caller: Caller) -> list[Organisation]:
    ids = [held.organisation_id for held in caller.held if held.role == Role.OPERATOR]
    return list(Organisation.objects.filter(pk__in=[one for one in ids if one]))


def _alone(name: str, code: str, count: int, since: date) -> Awaiting:
    words = ngettext(
        "%(count)s white spot or mobile hole has had no owner for 30 days",
        "%(count)s white spots and mobile holes have had no owner for 30 days",
        count,
    )
    path = f"{reverse('spots')}?state={OVERDUE}&owner={NOBODY}&municipality={code}"
    due = since + GRACE + timedelta(days=1)
    return Awaiting(words % {"count": count}, name, path, due, overdue=True)


def _step(spot: Spot, on: date) -> Awaiting:
    what = gettext("%(spot)s: %(step)s") % {"spot": spot.title, "step": spot.next_step}
    path = reverse("spot", args=[spot.pk])
    return Awaiting(what, spot.municipality.name, path, spot.next_step_on, spot.is_late(on))


def _question(firm: Organisation, on: date) -> Awaiting | None:
    found = unanswered(firm)
    if found is None or not found.count:
        return None
    words = ngettext(
        "%(count)s white spot or mobile hole awaits your answer",
        "%(count)s white spots and mobile holes await your answer",
        found.count,
    )
    what, path = words % {"count": found.count}, reverse("spots-to-answer")
    return Awaiting(what, firm.name, path, found.by, overdue=found.by < on)
