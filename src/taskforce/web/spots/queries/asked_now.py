"""What the operators are asked at present: the newest list, and what one of them has answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.web.people.models import Organisation
from taskforce.web.spots.models import Spot, SpotAnswer, SpotList


@dataclass(frozen=True, slots=True)
class Unanswered:
    """How many white spots of the newest list an operator has said nothing about, and by when."""

    count: int
    by: date


@dataclass(frozen=True, slots=True)
class Question:
    """One white spot of the newest list, still in the mapping, with the operator's own answer."""

    spot: Spot
    answer: SpotAnswer | None


def newest_list() -> SpotList | None:
    """The list that is to be answered now."""
    return SpotList.objects.first()


def questions(firm: Organisation) -> list[Question]:
    """The newest list for one operator, without what others have answered."""
    newest = newest_list()
    if newest is None:
        return []
    given = {one.spot_id: one for one in SpotAnswer.objects.filter(spot_list=newest, operator=firm)}
    return [Question(one, given.get(one.pk)) for one in asked_about(newest)]


def asked_about(one: SpotList) -> list[Spot]:
    """The white spots of a list in its own order; those that are gone need no answer."""
    order = [each["spot"] for each in one.content]
    found = Spot.objects.filter(spot_id__in=order, gone_on__isnull=True)
    # Outlines are heavy, and no list draws them.
    light = found.select_related("municipality").defer("shape", "cells")
    by_id = {spot.spot_id: spot for spot in light}
    return [by_id[name] for name in order if name in by_id]


def unanswered(firm: Organisation) -> Unanswered | None:
    """What one operator has still to answer; None where no list has been issued."""
    newest = newest_list()
    if newest is None:
        return None
    open_ones = [one for one in questions(firm) if one.answer is None]
    return Unanswered(len(open_ones), newest.answer_by)
