"""Let no free text about a white spot stay long after the spot is gone; what is counted stays."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.spots.models import Spot, SpotAnswer

# As with dialogues: two years after it was closed, its texts have done their work.
KEPT_GONE = timedelta(days=730)
_NOTHING = {"owner": None, "next_step": "", "next_step_on": None}


@transaction.atomic
def forget_old(*, on: date, by: Actor) -> int:
    """Empty owner, next step and operators' remarks of those gone long ago; how many spots."""
    gone = Spot.objects.filter(gone_on__lte=on - KEPT_GONE)
    told = gone.filter(Q(owner__isnull=False) | ~Q(next_step=""))
    forgotten = [change(one, _NOTHING, by=by, what="spot.forgotten") for one in told]
    remarks = SpotAnswer.objects.filter(spot__in=gone).exclude(text="")
    for one in remarks.select_related("operator"):
        change(one, {"text": ""}, by=by, what="spotanswer.forgotten")
    return len(forgotten)
