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
    """How many wishes were calculated, and how many could not be."""

    done: int
    failed: int


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
    ended = [_calculated(asked, rank or _rank, by=by) for asked in list(waiting())]
    tried = [one for one in ended if one is not None]
    return Worked(tried.count(True), tried.count(False))


def _calculated(asked: RankingRequest, rank: Rank, *, by: Actor) -> bool | None:
    """True when it is ready, False when it failed, None when it was taken back meanwhile."""
    begun = _begin(asked, by=by)
    if begun is None:
        return None
    shelf = Shelf(settings.SHELF)
    try:
        ranking = rank(shelf, question_of(begun))
        keep(shelf, ranking)
    except (TaskforceError, OSError, ValueError, MemoryError) as error:
        message = str(error) or type(error).__name__
        _end(begun, RequestState.FAILED, by=by, message=RankingRequest.shorten(message))
        return False
    _end(begun, RequestState.DONE, by=by, ranking=ranking.id)
    return True


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


def _end(asked: RankingRequest, state: RequestState, *, by: Actor, **more: str) -> None:
    change(asked, {"state": state, "ended_at": timezone.now(), **more}, by=by)


def _rank(shelf: Shelf, question: Question) -> Ranking:
    # The compiled kernels are loaded where they are needed, and nowhere else on the web.
    from taskforce.report.ranking.reckoning import rank

    return rank(shelf, question, threads=os.cpu_count() or 1)
