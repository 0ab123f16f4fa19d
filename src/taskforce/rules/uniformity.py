"""How uniform the municipalities' practice is: one number, and how much of it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations_with_replacement
from statistics import fmean

from taskforce.rules.practice import Practice
from taskforce.rules.rulebook import Rulebook
from taskforce.rules.stand import Stand, stands
from taskforce.rules.standing import Adoption


@dataclass(frozen=True, slots=True)
class Agreement:
    """The pairs of municipalities at one clause: alike, different, and those nobody can tell."""

    alike: int
    different: int
    unknown: int

    @property
    def pairs(self) -> int:
        return self.alike + self.different + self.unknown

    @property
    def known(self) -> int:
        return self.alike + self.different

    @property
    def share(self) -> float | None:
        """The share of the known pairs that stand alike; None where no pair is known."""
        return self.alike / self.known if self.known else None


@dataclass(frozen=True, slots=True)
class Uniformity:
    """The index from 0 to 1, or None where nothing is known.

    `known` is the share of all pairs that are known. `least` and `most` are what the index could be
    if the unknown pairs all differed, or were all alike: the truth lies between them.
    """

    index: float | None
    known: float
    least: float
    most: float
    clauses: int
    clauses_known: int


def alike(one: Stand, other: Stand) -> bool | None:
    """Whether two municipalities do the same: same adoption and same values in force.

    None where it cannot be told: one of them has not decided, a value is open, or both have changed
    the clause in words that a machine cannot compare.
    """
    if not (one.decided and other.decided):
        return None
    if one.adoption != other.adoption:
        return False
    if one.adoption == Adoption.REJECTED:
        return True
    return _same_values(one, other)


def _same_values(one: Stand, other: Stand) -> bool | None:
    pairs = [
        (mine, theirs) for (_, mine), (_, theirs) in zip(one.values, other.values, strict=True)
    ]
    if any(mine != theirs for mine, theirs in pairs if None not in (mine, theirs)):
        return False
    in_words = one.adoption == Adoption.CHANGED and not (one.own and other.own)
    return None if in_words or any(None in pair for pair in pairs) else True


def agreement(at_clause: Iterable[Stand]) -> Agreement:
    """Count the pairs of municipalities at one clause."""
    found = {True: 0, False: 0, None: 0}
    for (one, ones), (other, others) in combinations_with_replacement(
        Counter(at_clause).items(), 2
    ):
        pairs = ones * (ones - 1) // 2 if one == other else ones * others
        found[alike(one, other)] += pairs
    return Agreement(found[True], found[False], found[None])


def uniformity(agreements: Iterable[Agreement]) -> Uniformity:
    """The mean over the clauses, each counting the same; a clause that nobody knows is left out."""
    counted = [each for each in agreements if each.pairs]
    shares = [each.share for each in counted if each.share is not None]
    if not counted:
        return Uniformity(None, 0.0, 0.0, 1.0, 0, 0)
    return Uniformity(
        index=fmean(shares) if shares else None,
        known=fmean(each.known / each.pairs for each in counted),
        least=fmean(each.alike / each.pairs for each in counted),
        most=fmean((each.alike + each.unknown) / each.pairs for each in counted),
        clauses=len(counted),
        clauses_known=len(shares),
    )


def uniformity_of(standing: Mapping[str, Mapping[str, Stand]]) -> Uniformity:
    """The same from how everybody stands to every clause."""
    return uniformity(agreement(each.values()) for each in standing.values())


def through_time(
    book: Rulebook, practice: Practice, *, municipalities: Iterable[str], on: date
) -> tuple[tuple[date, Uniformity], ...]:
    """The index on the last day of each month in which something changed, and on `on`.

    Parameters
    ----------
    book, practice
        The rules, and what the municipalities have decided.
    municipalities
        The codes of those that are compared.
    on
        The last day; later decisions do not count.

    Returns
    -------
    tuple
        Days with their index, the oldest first; empty before the first version.
    """
    codes = tuple(municipalities)
    days = sorted(day for day in _days(book, practice, codes) if day < on)
    last_of_month = {(day.year, day.month): day for day in days}
    return tuple(
        (day, uniformity_of(stands(book, practice, municipalities=codes, on=day)))
        for day in (*last_of_month.values(), on)
        if book.version(day) is not None
    )


def _days(book: Rulebook, practice: Practice, codes: tuple[str, ...]) -> set[date]:
    decided = {one.decided_on for one in practice.decisions if one.municipality in codes}
    valued = {one.valid_from for one in practice.values if one.municipality in codes}
    versions = {one.since for one in book.versions}
    return {day for day in decided | valued | versions if day is not None}
