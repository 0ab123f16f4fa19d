"""What the public learns of a list: how many white spots have an answer, and how many have none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from taskforce.web.spots.models import SpotAnswer, SpotList


@dataclass(frozen=True, slots=True)
class Tally:
    """Answered means that at least one operator has; who, and what it said, is not told."""

    name: str
    spots: int
    answered: int

    @property
    def unanswered(self) -> int:
        return self.spots - self.answered


def tally_of(one: SpotList) -> tuple[Tally, list[Tally]]:
    """The whole list, and each municipality in the order of the alphabet."""
    said = SpotAnswer.objects.filter(spot_list=one).values_list("spot__spot_id", flat=True)
    answered = set(said)
    every = Counter(each["municipality_name"] for each in one.content)
    given = Counter(each["municipality_name"] for each in one.content if each["spot"] in answered)
    places = [Tally(name, count, given[name]) for name, count in every.items()]
    return Tally("", len(one.content), sum(given.values())), places
