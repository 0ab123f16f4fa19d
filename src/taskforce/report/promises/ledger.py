"""What became of each promise: kept, late, withdrawn or pending, by the mappings that followed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taskforce.siting.plan_list.promise import Key, Place, Promise, Terms
from taskforce.vocabulary.text import Text

# Whether a mapping shows what was promised: yes, no, or nobody knows.
Shown = bool | None


class Outcome(StrEnum):
    """What became of a promise; each has exactly one."""

    KEPT = "kept"
    KEPT_LATE = "kept_late"
    LATE = "late"
    PENDING = "pending"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    ALREADY = "already"

    @property
    def label(self) -> Text:
        return _LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether what was promised is still planned, and not there yet as far as anyone knows."""
        return self in (Outcome.LATE, Outcome.PENDING, Outcome.UNKNOWN)


_LABELS = {
    Outcome.KEPT: Text("Holdt", "Kept"),
    Outcome.KEPT_LATE: Text("Holdt efter fristen", "Kept after the date"),
    Outcome.LATE: Text("Forsinket", "Late"),
    Outcome.PENDING: Text("Fristen er ikke nået", "Not due yet"),
    Outcome.WITHDRAWN: Text("Trukket tilbage", "Withdrawn"),
    Outcome.UNKNOWN: Text("Kan ikke afgøres", "Cannot be told"),
    Outcome.ALREADY: Text("Fandtes i forvejen", "Was there before"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a plan: the day it was told, and all that it promised."""

    said_on: date
    promises: Sequence[Promise]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the mapping of one day shows of some promises; a key that is missing is unknown."""

    as_of: date
    shown: Mapping[Key, Shown]


@dataclass(frozen=True, slots=True)
class Given:
    """A promise as it was first given, and as its plan says it now (None: not any more)."""

    place: Place
    said_on: date
    first: Terms
    now: Terms | None

    @property
    def key(self) -> Key:
        return self.place.source_id, self.first.technology

    @property
    def moved_to(self) -> date | None:
        """The later day that the plan names now, where it has put the promise off."""
        return self.now.due if self.now and self.now.due > self.first.due else None


@dataclass(frozen=True, slots=True)
class Judged:
    """One promise, what became of it, and the day of the mapping that tells."""

    given: Given
    outcome: Outcome
    told_by: date | None


def given(versions: Sequence[Version], *, withdrawn: bool = False) -> tuple[Given, ...]:
    """Put the versions of one plan together: every promise that was ever given, once.

    Parameters
    ----------
    versions
        The oldest first; each replaces the one before as a whole.
    withdrawn
        Whether the plan as a whole was taken back.

    Returns
    -------
    tuple of Given
        Address and technology make a promise. Its day and speeds are those it was first given
        with; one that is only considered is none, and in the newest version counts as taken back.
    """
    first: dict[Key, tuple[date, Promise]] = {}
    for version in versions:
        for one in _promised(version):
            first.setdefault(one.key, (version.said_on, one))
    newest = {one.key: one.terms for one in _promised(versions[-1])} if versions else {}
    return tuple(
        Given(one.place, said_on, one.terms, None if withdrawn else newest.get(key))
        for key, (said_on, one) in first.items()
    )


def judge(promises: Iterable[Given], mappings: Sequence[Seen]) -> tuple[Judged, ...]:
    """Hold promises against the mappings of the days before and after them.

    Parameters
    ----------
    promises
        What `given` returned.
    mappings
        What each mapping shows, in any order.

    Returns
    -------
    tuple of Judged
        One for each promise, in their order: the outcomes' counts add up to the promises.

    Notes
    -----
    Already: the last mapping up to the day of the promise shows it. Kept: a later mapping shows
    it; kept after the date when one dated after the promised day did not. Not shown: withdrawn
    where the plan no longer says it; late where a mapping dated after the promised day does not
    show it; unknown where those mappings cannot tell; pending while there are none.

    References
    ----------
    docs/figures/promises.md
    """
    in_order = sorted(mappings, key=lambda one: one.as_of)
    return tuple(Judged(one, *_outcome(one, in_order)) for one in promises)


def _outcome(one: Given, mappings: Sequence[Seen]) -> tuple[Outcome, date | None]:
    before = [seen for seen in mappings if seen.as_of <= one.said_on]
    if before and before[-1].shown.get(one.key):
        return Outcome.ALREADY, before[-1].as_of
    after = [seen for seen in mappings if seen.as_of > one.said_on]
    missed = [seen for seen in after if seen.as_of > one.first.due]
    not_there = [seen.as_of for seen in missed if seen.shown.get(one.key) is False]
    for seen in after:
        if seen.shown.get(one.key):
            late = bool(not_there) and not_there[0] < seen.as_of
            return Outcome.KEPT_LATE if late else Outcome.KEPT, seen.as_of
    if one.now is None:
        return Outcome.WITHDRAWN, None
    if not_there:
        return Outcome.LATE, not_there[-1]
    return (Outcome.UNKNOWN, missed[-1].as_of) if missed else (Outcome.PENDING, None)


def _promised(version: Version) -> Iterable[Promise]:
    return (one for one in version.promises if one.terms.sureness.is_promise)
