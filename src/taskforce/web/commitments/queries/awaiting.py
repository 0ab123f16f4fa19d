"""What awaits a caller among the commitments: overdue, due soon, or entered for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from taskforce.web.commitments.models import OPEN_STATES, Commitment, Milestone
from taskforce.web.commitments.queries.on_behalf import entered_for
from taskforce.web.frame.awaiting import Awaiting, by_urgency
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind, Role

# A promise is shown this long before its day.
AHEAD = timedelta(days=30)


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """Everything that is overdue or due soon where the caller keeps things, and what to confirm."""
    every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    kept = [one for one in every if caller.keeps(one.place)]
    own = [one for one in kept if caller.holds(one.place, Role.COORDINATOR)]
    return by_urgency([*_commitments(kept, on), *_milestones(kept, on), *_to_confirm(own)])


def due_soon(on: date) -> Q:
    """Commitments that are still open, with a day that has passed or is near."""
    return Q(state__in=OPEN_STATES, due__lte=on + AHEAD)


def _commitments(kept: list[Organisation], on: date) -> Iterable[Awaiting]:
    soon = Commitment.objects.filter(due_soon(on), municipality__in=kept)
    for one in soon.select_related("municipality"):
        path = reverse("commitment", args=[one.pk])
        yield Awaiting(one.heading, one.municipality.name, path, one.due, one.is_overdue(on))


def _milestones(kept: list[Organisation], on: date) -> Iterable[Awaiting]:
    soon = Milestone.objects.filter(
        done_on__isnull=True,
        due__lte=on + AHEAD,
        commitment__municipality__in=kept,
        commitment__state__in=OPEN_STATES,
    )
    for one in soon.select_related("commitment__municipality"):
        words = gettext("%(milestone)s – milestone of “%(commitment)s”") % {
            "milestone": one.title,
            "commitment": one.commitment.heading,
        }
        path = reverse("commitment", args=[one.commitment_id])
        place = one.commitment.municipality.name
        yield Awaiting(words, place, path, one.due, one.is_overdue(on))


def _to_confirm(own: list[Organisation]) -> Iterable[Awaiting]:
    for one in own:
        number = entered_for(one).count
        if number:
            words = ngettext(
                "The taskforce has entered %(count)s thing for you. Confirm that it is right.",
                "The taskforce has entered %(count)s things for you. Confirm that they are right.",
                number,
            )
            path = reverse("municipality-work", args=[one.code])
            yield Awaiting(words % {"count": number}, one.name, path, None, False)
