"""How far the goals are: participation from the dated steps, coverage from the frozen figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from taskforce.report.bundle import Bundle, slug_of
from taskforce.report.certificates.key import BELOW, Key
from taskforce.report.count import Count
from taskforce.report.figures import NOW, THEN
from taskforce.report.origin import Origin
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.web.commitments.models import Goal, GoalKind, ParticipationStep, Status
from taskforce.web.frame.edition import history


@dataclass(frozen=True, slots=True)
class Point:
    """The number on a day; `origin` tells whose figure it is, None for our own steps.

    `proof` is the path of its certificate, "" where there is none.
    """

    on: date
    count: Count
    origin: Origin | None = None
    proof: str = ""


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A goal with its numbers through time, the oldest first."""

    goal: Goal
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point | None:
        return self.points[-1] if self.points else None

    @property
    def now(self) -> Count:
        """The newest number; unknown where there is none."""
        return self.latest.count if self.latest else Count.UNKNOWN

    @property
    def reached(self) -> bool | None:
        """Whether the goal is fulfilled; None where the number is not known or not shown."""
        value = self.now.value
        return None if value is None else self.goal.is_reached_by(value)

    @property
    def shown(self) -> tuple[tuple[date, int], ...]:
        """What a chart can draw: the numbers that are known and may be shown."""
        known = ((one.on, one.count.value) for one in self.points)
        return tuple((day, value) for day, value in known if value is not None)

    @property
    def origin(self) -> Origin | None:
        """Where the newest number comes from."""
        return self.latest.origin if self.latest else None


def progress_of_goals(on: date) -> list[GoalProgress]:
    """Every goal of the taskforce with its numbers up to a day."""
    return [progress_of(goal, on) for goal in Goal.objects.select_related("municipality")]


def progress_of(goal: Goal, on: date) -> GoalProgress:
    """The numbers of one goal up to a day."""
    if goal.kind == GoalKind.PARTICIPATION:
        return GoalProgress(goal, tuple(_participation(goal, on)))
    return GoalProgress(goal, tuple(_coverage(goal, on)))


def _participation(goal: Goal, on: date) -> Iterator[Point]:
    """How many take part: at the start, on each day on which the number moved, and today."""
    begin = min(goal.baseline_on, on)
    numbers = {} if goal.baseline is None else {begin: goal.baseline}
    taking_part: set[int] = set()
    for step in ParticipationStep.objects.filter(since__lte=on).order_by("since"):
        move = taking_part.add if step.status == Status.PARTICIPATING else taking_part.discard
        move(step.municipality_id)
        # What happened before the goal began is part of its start.
        numbers[max(step.since, begin)] = len(taking_part)
    moved = _moved(numbers)
    if moved:
        moved[on] = list(moved.values())[-1]
    for day, number in moved.items():
        yield Point(day, Count(number))


def _moved(numbers: dict[date, int]) -> dict[date, int]:
    """Only the days on which the number became another."""
    kept: dict[date, int] = {}
    for day, number in numbers.items():
        if not kept or list(kept.values())[-1] != number:
            kept[day] = number
    return kept


def _coverage(goal: Goal, on: date) -> Iterator[Point]:
    found: dict[date, Point] = {}
    for bundle in _bundles():
        for when in (THEN, NOW):
            point = _frozen(goal, bundle, when)
            if point and point.on <= on:
                found[point.on] = point
    for day in sorted(found):
        yield found[day]


def _bundles() -> list[Bundle]:
    """The editions of the region on show, the oldest first: of one day the newest word holds."""
    every = history()
    return [one for one in every if one.region().code == every[-1].region().code]


def _frozen(goal: Goal, bundle: Bundle, when: str) -> Point | None:
    """The number of a bundle's day; None where the bundle does not tell of it."""
    try:
        table = bundle.need(goal.threshold, when)
    except NotOnShelf:
        return None
    code = goal.municipality.code if goal.municipality else None
    figure, value = table.below(code), table.below(code).value
    if not isinstance(value, Count):
        return Point(figure.origin.as_of, Count.UNKNOWN, figure.origin)
    key = Key(BELOW, code or table.region.code, "", slug_of(goal.threshold), when=when)
    proof = reverse("proof", args=[bundle.edition, str(key)])
    return Point(figure.origin.as_of, value, figure.origin, proof)
