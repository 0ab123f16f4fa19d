"""Say who follows up a white spot and what comes next, for one of them or for many at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.people.models import Account
from taskforce.web.spots.models import Spot
from taskforce.web.spots.queries.access import possible_owners


@transaction.atomic
def follow_up(
    spot: Spot, owner: Account | None, step: tuple[str, date | None], *, on: date, by: Actor
) -> bool:
    """Set the owner, and the next step with its date.

    Raises
    ------
    ValidationError
        The owner works neither for the municipality nor for the taskforce, or a step has no date.
    """
    words, day = step
    return change(
        spot, _owner(spot, owner, on) | {"next_step": words.strip(), "next_step_on": day}, by=by
    )


@transaction.atomic
def assign(spots: Iterable[Spot], owner: Account | None, *, on: date, by: Actor) -> int:
    """Give many white spots the same owner; how many have got a new one.

    Raises
    ------
    ValidationError
        The owner works for none of their municipalities; nothing was changed.
    """
    return sum(change(spot, _owner(spot, owner, on), by=by) for spot in spots)


@transaction.atomic
def let_go(*, on: date, by: Actor) -> int:
    """Free those whose owner has been erased, or has a closed account, and start their time."""
    erased = Spot.objects.filter(owner__isnull=True, unowned_since__isnull=True)
    closed = Spot.objects.filter(owner__is_active=False)
    found = [*erased.select_related("municipality"), *closed.select_related("municipality")]
    return sum(change(spot, {"owner": None, "unowned_since": on}, by=by) for spot in found)


def _owner(spot: Spot, owner: Account | None, on: date) -> dict[str, object]:
    if owner is None:
        since = spot.unowned_since or on
        return {"owner": None, "unowned_since": since}
    if owner.pk != spot.owner_id and owner not in possible_owners((spot.municipality.code,)):
        words = _("%(name)s works neither for %(place)s nor for the taskforce.")
        raise ValidationError({"owner": words % {"name": owner, "place": spot.municipality.name}})
    return {"owner": owner, "unowned_since": None}
