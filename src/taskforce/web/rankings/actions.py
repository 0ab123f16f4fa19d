"""Ask for a ranking, take the wish back, and calculate what waits."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.report.ranking.keeping import keep
from taskforce.report.ranking.ranking import Question, Ranking
from taskforce.snapshot.freeze import Busy
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import TaskforceError
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.rankings.models import RankingRequest, RequestState
from taskforce.web.rankings.queries.requests import question_of, same_as, waiting

# A calculation that has been under way for longer was interrupted.
_LONGEST = timedelta(hours=12)

Rank = Callable[[Shelf, Question], Ranking]


@dataclass(frozen=True, slots=True)
class Worked:
    """How many wishes were calculated, how many could not be, and how many wait once more."""

    done: int
    failed: int
    put_off: int = 0


@transaction.atomic
def ask_for(wish: dict[str, Any], *, by: Actor) -> RankingRequest:
    """Put a wish in the queue; the same wish that is still open is found again.

    Raises
    ------
    ValidationError
        Something in it does not hold.
    """
    asked = RankingRequest(**wish, asked_by_id=by.account_id, asked_at=timezone.now())
    return same_as(asked) or add(asked, by=by)


@transaction.atomic
def cancel(asked: RankingRequest, *, by: Actor) -> None:
    """Take a wish back while it waits.

    Raises
    ------
    ValidationError
        It is being calculated, or has come to an end.
    """
    asked = RankingRequest.objects.select_for_update().get(pk=asked.pk)
    if asked.state != RequestState.WAITING:
        raise ValidationError(_("Only what still waits can be cancelled."))
    _end(asked, RequestState.CANCELLED, by=by)


def work(*, by: Actor, rank: Rank | None = None) -> Worked:
    """Calculate every ranking that waits, one after the other; one that fails stops no other."""
    _give_up_interrupted(by=by)
    states = [_calculated(asked, rank or _rank, by=by) for asked in list(waiting())]
    ends = (RequestState.DONE, RequestState.FAILED, RequestState.WAITING)
    return Worked(*(states.count(one) for one in ends))


def _calculated(asked: RankingRequest, rank: Rank, *, by: Actor) -> RequestState:
    """What has become of it; cancelled when it was taken back, or taken by another worker."""
    begun = _begin(asked, by=by)
    if begun is None:
        return RequestState.CANCELLED
    shelf = Shelf(settings.SHELF)
    try:
        ranking = rank(shelf, question_of(begun))
        keep(shelf, ranking)
    except Busy:
        # What was predicted is kept beside the shelf, so the next run has little left to do.
        return _put_off(begun, by=by)
    except (TaskforceError, OSError, ValueError, MemoryError) as error:
        message = str(error) or type(error).__name__
        return _end(begun, RequestState.FAILED, by=by, message=RankingRequest.shorten(message))
    return _end(begun, RequestState.DONE, by=by, ranking=ranking.id)


@transaction.atomic
def _begin(asked: RankingRequest, *, by: Actor) -> RankingRequest | None:
    # Two workers may start at once: whoever finds it waiting under the lock takes it.
    held = RankingRequest.objects.select_for_update().get(pk=asked.pk)
    if held.state != RequestState.WAITING:
        return None
    change(held, {"state": RequestState.RUNNING, "started_at": timezone.now()}, by=by)
    return held


def _give_up_interrupted(*, by: Actor) -> None:
    long_ago = timezone.now() - _LONGEST
    stuck = RankingRequest.objects.filter(state=RequestState.RUNNING, started_at__lt=long_ago)
    for asked in stuck:
        words = _("The calculation was interrupted. Ask for it again.")
        _end(asked, RequestState.FAILED, by=by, message=words)


def _put_off(asked: RankingRequest, *, by: Actor) -> RequestState:
    change(asked, {"state": RequestState.WAITING, "started_at": None}, by=by)
    return RequestState.WAITING


def _end(asked: RankingRequest, state: RequestState, *, by: Actor, **more: str) -> RequestState:
    change(asked, {"state": state, "ended_at": timezone.now(), **more}, by=by)
    return state


def _rank(shelf: Shelf, question: Question) -> Ranking:
    # The compiled kernels are loaded where they are needed, and nowhere else on the web.
    from taskforce.report.ranking.reckoning import rank

    return rank(shelf, question, threads=os.cpu_count() or 1)
